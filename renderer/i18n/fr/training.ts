import type { StepState } from '#src/training';
import { of } from './of.ts';

const states: Record<StepState, string> = {
  'as-expected': 'Comme attendu',
  different: 'Autre réponse',
  skipped: 'Pas posée',
  extra: 'En plus',
  'not-reached': 'Pas eu le temps',
};

/** After a training call: what was done, beside what was expected. */
export const training = {
  pageTitle: 'Retour sur l’appel · Aiguillage',
  title: (name: string) => `Retour sur l’appel ${of(name)}`,
  private: 'Pour vous seulement : rien de tout cela n’entre dans les chiffres.',
  again: 'Refaire cet appel',
  leave: 'Revenir aux appels',

  /** What to take away, in one sentence. */
  headlines: {
    asExpected: 'L’appel a suivi son chemin d’un bout à l’autre. La personne a été bien reçue.',
    sameEnd: 'L’appel arrive au bon endroit, par un chemin un peu différent. Voici où il s’écarte.',
    cut: 'L’appel s’est arrêté avant la fin : cela arrive à tout le monde. Voici ce qui venait ensuite.',
    otherEnd:
      'L’appel s’est terminé autrement. Voici où les chemins se séparent, pour la prochaine fois.',
  },

  expected: 'Attendu',
  given: 'Votre appel',

  path: 'Question par question',
  question: 'Question',
  count: (same: number, all: number) => `${same} sur ${all} comme attendu`,
  nothingAsked: 'Il n’y avait rien à demander : l’appel se clôt dès les premiers mots.',
  states,
  says: (words: string) => `« ${words} »`,

  beside: 'Issue, mots et notes',
  end: 'L’essentiel',
  outcome: 'Issue',
  need: 'Besoin',
  level: 'Éloignement',
  venue: 'Lieu',
  wishes: 'Souhaits',
  duration: 'Durée',
  none: 'rien',
  notMeasured: 'non mesuré',
  someVenue: 'un lieu proche',
  about: (minutes: number) => `environ ${minutes} min`,
  lasted: (minutes: number, seconds: number) =>
    minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds).padStart(2, '0')}`,

  avoid: 'À dire autrement',
  insteadOf: 'Plutôt que',
  sayInstead: 'dites',
  inNote: 'dans votre note',

  notes: 'Ce qui méritait une note',
  yourNote: 'Votre note',
  noNote: 'Vous n’avez rien noté.',

  recent: 'Derniers entraînements',
  read: 'Relire',

  unknown: 'Cet entraînement n’est pas sur ce poste',
  unknownNext: 'Il n’est pas terminé, ou un autre compte l’a fait.',
  noPersona: 'La personne de cet appel n’existe plus',
  noPersonaNext: 'Ses réponses attendues sont parties avec elle. Choisissez un autre appel.',
};
