/** The wait list: who would come earlier, and the times that they are offered. */
export const waitList = {
  open: 'Liste d’attente',
  title: (name: string) => `Une place plus tôt pour ${name}`,
  help: 'Quand une place se libère au lieu, elle vous est proposée pour cette personne\u00a0: trois fois au plus, toujours un jour à l’avance.',
  days: 'Jours qui conviennent',
  halves: 'Moments qui conviennent',
  half: { morning: 'Le matin', afternoon: 'L’après-midi' },
  join: 'Mettre sur la liste',
  change: 'Changer les jours',
  leave: 'Retirer de la liste',
  joined: (name: string) => `${name} est sur la liste d’attente`,
  left: (name: string) => `${name} n’est plus sur la liste d’attente`,
  waits: (offers: number): string =>
    offers === 0
      ? 'Sur la liste d’attente\u00a0: trois places ont déjà été proposées.'
      : 'Sur la liste d’attente pour une place plus tôt.',
  offersTitle: 'Une place plus tôt s’est libérée',
  offersHelp:
    'Appelez la personne\u00a0: la place lui est gardée jusqu’à l’heure dite. Elle peut aussi répondre par le lien de son message.',
  offer: (when: string, venue: string) => `${when}, ${venue}`,
  insteadOf: (when: string) => `Au lieu du ${when}`,
  until: (when: string) => `Gardée jusqu’au ${when}`,
  accept: 'La personne la prend',
  decline: 'Ne convient pas',
  accepted: (name: string, when: string) => `${name}\u00a0: rendez-vous ${when}`,
  declined: (name: string) => `Noté pour ${name}\u00a0: la place va au suivant`,
};
