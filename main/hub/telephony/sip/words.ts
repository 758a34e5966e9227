/** What the hub says to a caller beside what the line's rules say, in French. */
export const words = {
  pressOne: 'Pour que nous vous rappelions à ce numéro, tapez 1.',
  proposed:
    'Tous les conseillers sont en ligne pour le moment. Pour que nous vous rappelions à ce numéro, tapez 1. Sinon, restez en ligne : vous gardez votre place.',
  full: 'Tous les conseillers sont en ligne et beaucoup de personnes attendent déjà.',
  noted: 'C’est noté : nous vous rappelons. Au revoir.',
  goodbye: 'Merci de rappeler plus tard. Au revoir.',
} as const;
