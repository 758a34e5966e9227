/** The page of a letter; the letter's own words are the message's. */
export const letter = {
  loading: 'Lecture du courrier…',
  notLoaded: { title: 'Le courrier n’a pas pu être lu', next: 'Réessayez dans un instant.' },
  title: 'Courrier à imprimer',
  preview: 'Aperçu du courrier',
  envelope:
    'Une page, en gros caractères. Pliée en trois, l’adresse paraît dans la fenêtre d’une enveloppe longue.',
};
