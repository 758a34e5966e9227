import type { DraftState, WayElsewhere } from '#src/booking';
import type { DraftRefusal } from '#src/contract';

const draft: Record<DraftState, string> = {
  wanted: 'Le brouillon n’est pas encore créé.',
  asking: 'Le brouillon est en cours de création.',
  open: 'Brouillon créé\u00a0: l’heure n’est pas encore choisie.',
  unsure:
    'On ne sait pas si le brouillon existe, et il ne sera pas créé deux fois. Annulez cette orientation, prenez le rendez-vous sur le site, puis notez-le.',
  gone: 'Le brouillon n’existe plus sur RDV Service Public.',
};

const refusals: Record<DraftRefusal, string> = {
  'being-made': 'Le brouillon est en cours de création. Attendez un instant.',
  unsure: draft.unsure,
  unreachable: 'RDV Service Public ne répond pas. Rien n’a été créé\u00a0: réessayez.',
  'too-many':
    'RDV Service Public demande d’attendre. Rien n’a été créé\u00a0: réessayez dans une minute.',
  rejected: 'RDV Service Public refuse ce brouillon.',
  'not-let-in':
    'RDV Service Public n’accepte pas le compte de la plateforme. Prévenez l’administrateur.',
  gone: draft.gone,
  'not-understood': 'La réponse de RDV Service Public n’est pas comprise.',
  'consent-missing': 'La personne a retiré son accord\u00a0: son nom n’est pas transmis.',
};

const kept: Record<WayElsewhere, string> = {
  'rdv-service-public': 'Sur RDV Service Public',
  'own-page': 'Par la page du lieu',
};

/** Appointments that somebody else keeps: how they are had, noted and followed. */
export const bookingWay = {
  draft,
  refusals,
  kept,
  untimed: { sent: 'Heure à fixer', expired: 'Restée sans heure' },
  expired: 'Aucune heure n’a été fixée à temps',
  rdvTitle: 'Ce lieu prend ses rendez-vous sur RDV Service Public',
  rdvHelp:
    'L’heure se choisit là-bas, pendant que la personne est au téléphone. Rien n’est réservé avant.',
  create: 'Créer le brouillon et l’ouvrir',
  creating: 'Création du brouillon…',
  open: 'Ouvrir le brouillon',
  tryAgain: 'Réessayer',
  pageTitle: 'Ce lieu prend ses rendez-vous sur sa propre page',
  pageHelp:
    'Prenez le rendez-vous sur cette page avec la personne, puis notez ce qui a été convenu.',
  openPage: 'Ouvrir la page de rendez-vous',
  agreed: 'Ce qui a été convenu',
  day: 'Jour',
  time: 'Heure',
  clockOf: (place: string) => `À l’heure de ${place}`,
  words: 'Ou ce que le lieu a dit',
  wordsPlaceholder: 'Par exemple\u00a0: le lieu rappelle mardi',
  missing: 'Notez le jour et l’heure, ou ce que le lieu a dit.',
  note: 'Noter et continuer',
  noted: (venue: string) => `Noté\u00a0: rendez-vous pris à ${venue}.`,
  askInstead: 'Demander plutôt une heure au lieu',
  back: 'Revenir à sa page de rendez-vous',
};
