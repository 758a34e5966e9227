/** What the controls themselves say. */
export const ui = {
  close: 'Fermer',
  loading: 'Chargement…',
  retry: 'Réessayer',
  show: 'Afficher',
  hide: 'Masquer',
  showPassword: 'Afficher le mot de passe',
  noChoice: 'Aucun choix ne correspond',
  choose: 'Choisir…',
  whatIsSafe: 'Ce qui est gardé',
  whatNext: 'Et maintenant',
  stale: (clock: string) => `Reçu à ${clock}, peut avoir changé`,
  keys: {
    Enter: 'Entrée',
    Escape: 'Échap',
    Backspace: '⌫',
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Maj',
    Space: 'Espace',
  },
};
