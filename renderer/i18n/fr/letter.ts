/** The page of a letter; the letter's own words are the message's. */
export const letter = {
  loading: 'Lecture du courrier…',
  notLoaded: { title: 'Le courrier n’a pas pu être lu', next: 'Réessayez dans un instant.' },
  title: 'Courrier à imprimer',
  takenBack: {
    title: 'À ne plus envoyer',
    why: 'Le rendez-vous a changé depuis, ou la personne est prévenue autrement.',
    next: 'Si ce courrier est déjà parti, appelez-la.',
  },
  preview: 'Aperçu du courrier',
  envelope:
    'Une page, en gros caractères. Pliée en trois, l’adresse paraît dans la fenêtre d’une enveloppe longue.',
};
