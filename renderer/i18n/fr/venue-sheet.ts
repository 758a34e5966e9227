import type { Service } from '#src/venues';

/** What to bring for a service, as one would say it on the telephone. */
const toBring: Record<Service | 'any', readonly string[]> = {
  'Aide aux démarches administratives': [
    'Une pièce d’identité',
    'Les courriers reçus au sujet de votre démarche',
    'Vos numéros\u00a0: Sécurité sociale, CAF, numéro fiscal',
    'Vos identifiants et mots de passe, si vous les avez notés',
    'Votre téléphone portable chargé, pour recevoir les codes',
    'Un RIB, si de l’argent doit vous être versé',
  ],
  'Maîtrise des outils numériques du quotidien': [
    'Votre ordinateur, votre tablette ou votre téléphone, avec son chargeur',
    'Vos identifiants et mots de passe, si vous les avez notés',
    'La liste de vos questions',
    'Vos lunettes, si vous en portez',
  ],
  'Insertion professionnelle via le numérique': [
    'Une pièce d’identité',
    'Votre CV, sur papier ou sur une clé USB, si vous en avez un',
    'Vos identifiants France Travail',
    'Votre téléphone portable chargé, pour recevoir les codes',
  ],
  'Utilisation sécurisée du numérique': [
    'L’appareil dont vous voulez parler, avec son chargeur',
    'Les messages ou courriers qui vous inquiètent',
    'La liste de vos questions',
  ],
  'Parentalité et éducation avec le numérique': [
    'Les codes de l’espace de l’école (ENT, Pronote)',
    'L’appareil que votre enfant utilise, avec son chargeur',
    'La liste de vos questions',
  ],
  'Loisirs et créations numériques': [
    'Vos photos ou vos fichiers, sur une clé USB ou sur votre téléphone',
    'L’appareil que vous utilisez, avec son chargeur',
  ],
  'Compréhension du monde numérique': ['La liste de vos questions', 'De quoi écrire'],
  'Accès internet et matériel informatique': [
    'Une pièce d’identité',
    'Vos identifiants et mots de passe, si vous les avez notés',
    'Une clé USB, pour garder vos documents',
  ],
  'Acquisition de matériel informatique à prix solidaire': [
    'Une pièce d’identité',
    'Un justificatif de ressources\u00a0: avis d’impôt ou attestation de la CAF',
    'Un justificatif de domicile',
  ],
  any: [
    'Une pièce d’identité',
    'Les courriers qui concernent votre demande',
    'Votre téléphone portable chargé',
    'La liste de vos questions',
  ],
};

/** What a service is, as it follows "Aide pour". */
const doing: Record<Service, string> = {
  'Aide aux démarches administratives': 'faire vos démarches en ligne',
  'Maîtrise des outils numériques du quotidien': 'apprendre à utiliser un ordinateur, un téléphone',
  'Insertion professionnelle via le numérique': 'chercher un emploi',
  'Utilisation sécurisée du numérique': 'éviter les pièges sur Internet',
  'Parentalité et éducation avec le numérique': 'accompagner vos enfants',
  'Loisirs et créations numériques': 'vos loisirs et créations',
  'Compréhension du monde numérique': 'comprendre le numérique',
  'Accès internet et matériel informatique': 'utiliser un ordinateur et Internet sur place',
  'Acquisition de matériel informatique à prix solidaire': 'acheter du matériel à petit prix',
};

/** The sheet of a venue for the person who goes there. It is read at home, often by somebody who reads little. */
export const sheet = {
  open: 'Fiche à imprimer',
  title: 'Fiche à imprimer',
  copy: 'Copier le texte',
  copied: 'Texte copié\u00a0: collez-le dans un courriel ou un SMS.',
  notCopied: 'Le texte n’a pas pu être copié. Sélectionnez-le sur la fiche.',
  need: 'Aide demandée',
  anyNeed: 'sans préciser',
  needHelp: 'Elle choisit ce que la personne doit apporter.',
  recipient: 'Destinataire',
  recipientHelp:
    'Nom et adresse, pour une enveloppe à fenêtre à droite. Rien n’est gardé sur ce poste.',
  unknown: {
    title: 'Ce lieu n’est plus dans la liste',
    next: 'Choisissez-en un autre parmi les lieux.',
    list: 'Voir les lieux',
  },
  preview: 'La page comme elle sera imprimée',
  kind: 'Votre lieu d’aide numérique',
  address: 'Adresse',
  phone: 'Téléphone',
  noPhone: 'pas de numéro connu',
  email: 'Courriel',
  hours: 'Horaires',
  closed: 'fermé',
  closedDays: 'Aucun jour d’ouverture connu. Téléphonez avant de venir.',
  hoursToCheck: (text: string) =>
    `Notés ainsi par le lieu\u00a0: «\u00a0${text}\u00a0». Vérifiez par téléphone.`,
  hoursUnclear: 'Les horaires notés ne sont pas clairs. Téléphonez avant de venir.',
  weeksDiffer: 'Les horaires changent d’une semaine à l’autre\u00a0: après ces jours, téléphonez.',
  hoursUnknown: 'Nous ne connaissons pas les horaires. Téléphonez avant de venir.',
  holidays: {
    open: 'Jours fériés\u00a0: ouvert, demandez les horaires.',
    closed: 'Jours fériés\u00a0: fermé.',
    unknown: 'Jours fériés\u00a0: renseignez-vous avant de venir.',
  },
  coming: 'Pour venir',
  distance: (km: string, commune: string) => `À ${km} de ${commune}, en ligne droite.`,
  askTheWay: 'Bus, stationnement, accès en fauteuil\u00a0: demandez au lieu.',
  accessible: 'L’accès au bâtiment est décrit sur acceslibre.beta.gouv.fr.',
  itinerant: 'Ce lieu se déplace\u00a0: demandez par téléphone où et quand il passe.',
  positionDoubtful: 'L’adresse est à vérifier par téléphone.',
  noPublic: 'Ce lieu ne reçoit pas de public\u00a0: téléphonez, ne vous déplacez pas.',
  withdrawn: 'Ce lieu a peut-être fermé\u00a0: téléphonez avant tout.',
  bring: 'À apporter',
  services: 'On vous y aide pour',
  doing,
  toBring,
  price: 'Prix',
  priceUnknown: 'à demander par téléphone',
  warning: (phone: string | null) =>
    phone === null
      ? 'Si les horaires changent, personne ne vous prévient\u00a0: renseignez-vous avant de partir.'
      : `Si les horaires changent, personne ne vous prévient\u00a0: téléphonez au ${phone} avant de partir.`,
  record: (day: string) => `Renseignements donnés par le lieu le ${day}.`,
  recordUndated: 'Date des renseignements inconnue.',
  printedOn: (day: string) => `Fiche du ${day}.`,
  colon: (label: string, text: string) => `${label}\u00a0: ${text}`,
};
