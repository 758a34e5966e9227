import type {
  Canceller,
  CancelReason,
  ReferralResult,
  ReferralState,
  RefusalReason,
} from '#src/booking';
import type { CallWish, Resolution } from '#src/script';
import { of } from './of.ts';

const states: Record<ReferralState, string> = {
  sent: 'Sans réponse',
  received: 'Lue',
  proposed: 'Autre heure proposée',
  accepted: 'Acceptée',
  refused: 'Refusée',
  expired: 'Restée sans réponse',
  attended: 'Venu',
  missed: 'Absent',
  cancelled: 'Annulée',
};

const results: Record<ReferralResult, string> = {
  solved: 'Réglé',
  'partly-solved': 'Réglé en partie',
  'next-appointment': 'Autre rendez-vous',
  'passed-on': 'Confié à un autre lieu',
};

const cancellers: Record<Canceller, string> = {
  person: 'La personne',
  venue: 'Le lieu',
  adviser: 'Le téléconseiller',
};

const cancelledBy: Record<Canceller, string> = {
  person: 'Annulée par la personne',
  venue: 'Annulée par le lieu',
  adviser: 'Annulée par le téléconseiller',
};

const cancelReasons: Record<CancelReason | 'unknown', string> = {
  'cannot-come': 'Ne peut pas venir',
  'needs-no-more': 'N’a plus besoin d’aide',
  'helped-elsewhere': 'A trouvé de l’aide ailleurs',
  'nobody-to-receive': 'Personne pour recevoir',
  mistake: 'Envoyée par erreur',
  unknown: 'On ne sait pas',
};

const refusalReasons: Record<RefusalReason, string> = {
  full: 'Plus de place à cette date',
  'not-our-service': 'Nous ne proposons pas cette aide',
  'too-far': 'Trop loin pour la personne',
  'closed-that-day': 'Le lieu est fermé ce jour-là',
  other: 'Autre raison',
};

/** What the person needs, as the mediator reads it. */
const wishes: Record<CallWish, string> = {
  free: 'Gratuit',
  individual: 'Seul à seul',
  'by-appointment': 'Sur rendez-vous',
  'walk-in': 'Sans rendez-vous',
  remote: 'À distance',
  'comes-to-you': 'Chez la personne',
  'motor-disability': 'Handicap moteur',
  deafness: 'Entend mal',
  'visual-impairment': 'Voit mal',
  'mental-disability': 'Handicap mental',
  illiteracy: 'Lit ou écrit difficilement',
  english: 'En anglais',
  'other-languages': 'Dans une autre langue',
  'young-people': 'Jeune',
  students: 'Étudiant',
  families: 'Famille',
  seniors: 'Aîné',
  women: 'Entre femmes',
  'no-car': 'Sans voiture',
  'outside-working-hours': 'Hors des heures de travail',
};

const triedResults: Record<Resolution, string> = {
  solved: 'Au téléphone\u00a0: réglé',
  'partly-solved': 'Au téléphone\u00a0: réglé en partie',
  unsolved: 'Au téléphone, pas à pas\u00a0: pas réglé',
};

/** By the distance model's obstacle ids; a model may name others, shown as they are. */
const obstacles: Readonly<Record<string, string>> = {
  equipment: 'Équipement ou prix',
  connection: 'Connexion',
  reading: 'Lire ou écrire',
  language: 'Langue',
  senses: 'Vue, ouïe ou mains',
  fear: 'Peur de se tromper ou d’une arnaque',
  alone: 'Personne pour aider',
};

/** Referrals: the mediator's day and the adviser's follow-up. */
export const referrals = {
  mediatorNavigation: 'Ma journée',
  withdrawn: (day: string) => `Votre lieu n’est plus dans le fichier national depuis le ${day}`,
  withdrawnSafe: 'Vos rendez-vous et les demandes déjà reçues sont gardés.',
  withdrawnNext:
    'Aucune nouvelle orientation ne vous arrive. Si c’est une erreur, demandez à qui tient votre fiche de la publier de nouveau.',
  availabilityNavigation: 'Plages',
  followUpNavigation: 'Suivi',
  followUpTitle: 'Suivi des orientations',
  states,
  refusalReasons,
  results,
  cancellers,
  cancelledBy,
  cancelReasons,
  wishes,
  obstacles,
  toSay: 'Venu ou absent ?',
  decided: 'Déjà répondu',
  emptyInbox: 'Aucune demande pour l’instant',
  emptyInboxHelp:
    'Quand un téléconseiller vous adresse une personne, sa demande arrive ici aussitôt.',
  nothingWaits: 'Tout est lu',
  emptyInboxNext: 'Vérifier vos plages de rendez-vous',
  appointment: 'Rendez-vous',
  requestedTimes: 'Heures souhaitées',
  noTime: 'pas d’heure demandée',
  until: (start: string, end: string) => `de ${start} à ${end}`,
  wants: 'Ce qu’il lui faut',
  tried: 'Déjà essayé',
  triedResults,
  distance: 'Éloignement',
  notMeasured: 'Non mesuré',
  fragile: 'Repère fragile\u00a0: plusieurs «\u00a0ne sait pas\u00a0»',
  answers: 'Les réponses',
  toKnow: 'À savoir',
  livesIn: 'Habite',
  notes: 'Notes de l’appel',
  noNotes: 'Aucune note',
  contact: 'Joindre',
  phonedBy: (name: string) => `Appel passé par ${name}`,
  noPhone: 'pas de numéro',
  landline: 'ligne fixe, pas de SMS',
  call: 'Appel',
  callBy: (date: string, clock: string, adviser: string) => `${date}, ${clock}, par ${adviser}`,
  accept: 'Accepter',
  refuse: 'Refuser',
  accepted: (name: string) => `Demande ${of(name)} acceptée`,
  refused: (name: string) => `Demande ${of(name)} refusée`,
  attend: 'Venu',
  miss: 'Absent',
  attended: (name: string) => `${name} : venu`,
  missed: (name: string) => `${name} : absent`,
  attendedOn: (date: string) => `Noté venu le ${date}`,
  missedOn: (date: string) => `Noté absent le ${date}`,
  resultNoted: (name: string, result: string) => `${name} : ${result.toLowerCase()}`,
  cancel: 'Annuler',
  cancelled: (name: string) => `Orientation ${of(name)} annulée`,
  cancelledOn: (date: string) => `Annulée le ${date}`,
  cancelTitle: (name: string) => `Annuler l’orientation ${of(name)}`,
  cancelHelp:
    'Le lieu et le téléconseiller le voient aussitôt. Un créneau réservé redevient libre.',
  cancelWho: 'Qui annule',
  cancelWhy: 'Pourquoi',
  cancelDo: 'Annuler l’orientation',
  cancelKeep: 'Ne pas annuler',
  acceptedOn: (date: string) => `Acceptée le ${date}`,
  refusedOn: (date: string) => `Refusée le ${date}`,
  refuseTitle: (name: string) => `Refuser la demande ${of(name)}`,
  refuseHelp:
    'Le téléconseiller le voit aussitôt et cherche un autre lieu. Un créneau réservé redevient libre.',
  refuseNote: 'Un mot pour le téléconseiller',
  toConfirm: 'à confirmer',
  followUpEmpty: 'Aucune orientation pour l’instant',
  followUpEmptyHelp:
    'Chaque personne que vous adressez à un lieu est suivie ici, jusqu’à ce qu’on sache si elle a été aidée.',
  person: 'Personne',
  venue: 'Lieu',
  when: 'Quand',
  state: 'Où en est-on',
  next: 'À faire',
  withoutNews: 'Sans nouvelles',
  withoutNewsHelp:
    'Le lieu n’a pas répondu, aucune heure n’est fixée, ou on ne sait pas si la personne est venue. Les plus anciennes d’abord.',
  noNewsSince: (date: string) => `Rien depuis le ${date}`,
  phoneThePerson: 'Rappeler la personne',
  others: 'Les autres',
  noResultYet: 'La suite n’est pas encore dite',
  sentAt: 'Envoyée',
  availabilityTitle: 'Plages de rendez-vous',
  availabilityHelp:
    'Les téléconseillers réservent dans ces plages, chaque semaine. Ce qui est déjà réservé ne bouge pas.',
  minutes: (n: number) => `${n} min`,
  rangeFrom: 'de',
  rangeTo: 'à',
  addRange: (day: string) => `Ajouter une plage le ${day}`,
  removeRange: (day: string, from: string, to: string) => `Retirer ${day} de ${from} à ${to}`,
  noRange: 'pas de rendez-vous',
  wrongRange: 'La fin doit venir après le début.',
  overlap: 'Deux plages de ce jour se recouvrent.',
  availabilitySaved: 'Plages enregistrées',
  save: 'Enregistrer les plages',
  perWeek: (n: number) =>
    n < 2 ? `${n} rendez-vous possible par semaine` : `${n} rendez-vous possibles par semaine`,
  clockOf: (place: string) => `à l’heure de ${place}`,
};
