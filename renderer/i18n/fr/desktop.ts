/** The program around the desk, where it runs in one: its window, its keys, its sign beside the clock. */
export const desktop = {
  title: 'Cet ordinateur',
  front: 'Passer devant quand un appel arrive',
  frontHelp: 'Sinon, l’icône clignote et la fenêtre reste où elle est.',
  phoneLinks: 'Ouvrir les numéros cliqués ailleurs',
  phoneLinksHelp: 'Un numéro cliqué dans un courriel ou une page ouvre « Saisir un appel ».',
  open: 'Ouvrir Aiguillage',
  quit: 'Quitter',
  /** A key that answers in every program, in the list of the keys. */
  anywhere: (does: string) => `${does}, depuis tout programme`,
  keyTaken: (does: string) =>
    `« ${does} » : la touche est prise par un autre programme. Passez par la fenêtre.`,
};
