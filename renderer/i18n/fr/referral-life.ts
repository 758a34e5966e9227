import type { Canceller, LearnedNews, MoveReason } from '#src/booking';
import { of } from './of.ts';

const moveReasons: Record<MoveReason | 'unknown', string> = {
  'cannot-come': 'Ne peut pas venir à cette heure',
  'nobody-to-receive': 'Personne pour recevoir',
  'earlier-time': 'Une place plus tôt',
  mistake: 'Erreur de date',
  unknown: 'On ne sait pas',
};

const movedBy: Record<Canceller, string> = {
  person: 'Déplacée par la personne',
  venue: 'Déplacée par le lieu',
  adviser: 'Déplacée par le téléconseiller',
};

const news: Record<LearnedNews, { readonly label: string; readonly noted: string }> = {
  attended: { label: 'Venue', noted: 'Noté\u00a0: la personne est venue' },
  missed: { label: 'Pas venue', noted: 'Noté\u00a0: la personne n’est pas venue' },
  waiting: {
    label: 'Rien de neuf',
    noted: 'Noté\u00a0: toujours rien. Un nouveau rappel vous sera demandé dans sept jours.',
  },
};

/** How a referral gets its time, and how nothing of it stays unheard. */
export const referralLife = {
  seenByVenue: 'Le lieu l’a lue',
  reminded: (n: number) => (n === 1 ? 'Lieu relancé une fois' : `Lieu relancé ${n} fois`),
  expired: 'Personne n’a répondu à temps',
  movedBy,
  moveReasons,
  movedFrom: (date: string, clock: string) => `C’était le ${date} à ${clock}.`,
  proposedOn: (date: string) => `Autre heure proposée le ${date}`,
  proposalWaits: 'La personne n’a pas encore choisi.',
  day: 'Jour',
  hour: 'Heure',
  clockOf: (place: string) => `À l’heure de ${place}`,
  choose: 'Choisir avec la personne',
  chooseTitle: (name: string) => `Le lieu propose une autre heure à ${name}`,
  chooseHelp: (phone: string) => `Appelez ${phone} et lisez ces heures\u00a0:`,
  chooseNoPhone:
    'Aucun numéro n’est noté\u00a0: joignez la personne autrement, et lisez ces heures.',
  venueSays: (note: string) => `Le lieu ajoute\u00a0: «\u00a0${note}\u00a0»`,
  chosen: (name: string, when: string) => `${name}\u00a0: rendez-vous ${when}`,
  past: 'passé',
  decline: 'Aucun ne convient',
  declined: (name: string) => `Aucun ne convient à ${name}\u00a0: le lieu est redemandé`,
  move: 'Déplacer',
  moreFor: (name: string) => `Autres gestes pour ${name}`,
  fixTime: 'Fixer l’heure',
  moveTitle: (name: string) => `Déplacer le rendez-vous ${of(name)}`,
  fixTitle: (name: string) => `Fixer l’heure ${of(name)}`,
  moveHelp: 'L’heure d’avant redevient libre dans le même geste.',
  fixHelp: 'L’heure dont le lieu et la personne sont convenus.',
  moveWho: 'Qui le demande',
  moveWhy: 'Pourquoi',
  moveTo: 'Nouvelle heure',
  moveDo: 'Déplacer le rendez-vous',
  fixDo: 'Fixer l’heure',
  moved: (name: string, when: string) => `${name}\u00a0: rendez-vous ${when}`,
  noFreeTime: 'L’agenda du lieu n’a plus d’heure libre dans les deux semaines.',
  callBack: 'Prendre des nouvelles',
  callBackHelp: 'Rien depuis sept jours\u00a0: appelez la personne et notez ce qu’elle vous dit.',
  callBackCount: (n: number) => (n === 1 ? '1 personne' : `${n} personnes`),
  callBackTo: (venue: string, date: string) => `${venue}, rien depuis le ${date}`,
  sentBy: (adviser: string) => `Envoyée par ${adviser}, qui n’est plus là`,
  sentTo: (venue: string, date: string) => `${venue}, envoyée le ${date}`,
  learn: 'Noter',
  goesNoMore: 'N’y va plus',
  learnTitle: (name: string) => `Que dit ${name}\u00a0?`,
  news,
  elsewhere: 'Chercher un autre lieu',
  elsewhereFor: (name: string) => `Chercher un autre lieu pour ${name}`,
  toReplace: 'À placer ailleurs',
  toReplaceHelp:
    'Le lieu a refusé, n’a pas répondu ou a annulé, ou aucune heure n’a été fixée. Le lieu suivant est prêt.',
};
