/** What the controls themselves say. */
export const ui = {
  close: 'Fermer',
  loading: 'Chargement…',
  retry: 'Réessayer',
  hide: 'Masquer',
  showPassword: 'Afficher le mot de passe',
  noChoice: 'Aucun choix ne correspond',
  choose: 'Choisir…',
  definition: 'Définition',
  stale: (clock: string) => `Reçu à ${clock}, peut avoir changé`,
  keys: {
    Enter: 'Entrée',
    Escape: 'Échap',
    Backspace: '⌫',
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Maj',
  },
};
