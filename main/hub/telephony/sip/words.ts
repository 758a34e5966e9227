/** What the hub says to a caller beside what the line's rules say, in French. */
export const words = {
  pressOne: 'Pour que nous vous rappelions à ce numéro, tapez 1.',
  pressOneToKey: 'Pour que nous vous rappelions, tapez 1, puis votre numéro.',
  keyNumber: 'Tapez le numéro à dix chiffres où nous pouvons vous rappeler.',
  keyAgain:
    'Nous ne pouvons pas rappeler à ce numéro. Tapez un numéro français à dix chiffres, fixe ou mobile.',
  notNoted: 'Nous n’avons pas pu noter votre numéro.',
  proposedToKey:
    'Tous les conseillers sont en ligne pour le moment. Pour que nous vous rappelions, tapez 1, puis votre numéro. Sinon, restez en ligne : vous gardez votre place.',
  proposed:
    'Tous les conseillers sont en ligne pour le moment. Pour que nous vous rappelions à ce numéro, tapez 1. Sinon, restez en ligne : vous gardez votre place.',
  full: 'Tous les conseillers sont en ligne et beaucoup de personnes attendent déjà.',
  noted: 'C’est noté : nous vous rappelons. Au revoir.',
} as const;
