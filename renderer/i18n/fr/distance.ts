import type { CalibrationLimit, Dimension, Level } from '#src/distance';

const limits: Record<CalibrationLimit, { readonly name: string; readonly text: string }> = {
  elsewhere: {
    name: 'Un autre pays, d’autres années',
    text: 'Les réponses sont du Brésil, en 2015 et 2016. La France d’aujourd’hui est autre : le modèle reste une version 0 tant qu’il n’est pas calé sur des réponses françaises.',
  },
  'use-not-ability': {
    name: 'Ce que l’on fait, pas ce que l’on sait faire',
    text: 'Les personnes disent ce qu’elles ont fait sans aide ces trois derniers mois. Le médiateur, qui les voit faire, corrige.',
  },
  'agreement-not-truth': {
    name: 'Un accord, pas une vérité',
    text: 'Le niveau est comparé à celui d’un questionnaire plus long, qui contient les mêmes questions. Il n’est pas comparé à ce que la personne réussit devant un écran.',
  },
};

const dimensions: Record<Dimension, string> = {
  access: 'Internet, même un peu',
  equipment: 'L’appareil',
  communication: 'Écrire aux autres',
  information: 'Se renseigner',
  procedures: 'Les démarches et l’argent',
};

/** How a level is worked out, and what it is worth. */
export const distance = {
  title: 'Comment un niveau est calculé',
  link: 'Comment un niveau est calculé et ce qu’il vaut',
  lead: 'Quelques questions au téléphone disent qui peut le mieux aider. L’âge, le diplôme, l’adresse et le sexe n’entrent pas dans le calcul. Ce qui gêne la personne change le lieu proposé, jamais le niveau.',

  questions: 'Les questions',
  gate: 'D’abord',
  gateClosed: (level: Level, name: string) =>
    `« Non » ou « ne sait pas » donne ${level}, ${name.toLowerCase()}, et rien d’autre n’est demandé.`,
  routing: 'Puis, la première série',
  branch: (counts: string) => `La seconde série, après ${counts} « oui, sans aide »`,

  table: 'La table',
  tableCaption:
    'Le niveau selon les « oui, sans aide » : 1re série en lignes, 2e série en colonnes',
  tableCorner: '1re, 2e',
  here: 'position actuelle',
  counts:
    'Seul « oui, sans aide » compte, pour un. La table donne le niveau : il n’y a pas de poids caché.',
  stops:
    'Les questions s’arrêtent dès que toutes les réponses possibles donneraient le même niveau. Les poser quand même n’y changerait rien.',
  override:
    'Le conseiller qui parle à la personne peut dire un autre niveau, avec une raison. Il compte alors, et le niveau mesuré reste à côté.',
  monotone: 'Une chose de plus faite sans aide n’éloigne jamais.',

  worth: 'Ce que vaut ce niveau',
  measured: (people: string) =>
    `${people} personnes ont répondu à un questionnaire plus long, qui leur donne aussi un niveau. Chacune est classée ici par une table établie sans elle.`,
  who: 'Qui',
  people: 'Personnes',
  sameLevel: 'Même niveau',
  kappa: 'Accord pondéré',
  asked: 'Questions',
  everybody: 'Tout le monde',
  ages: (from: number, to: number | null) =>
    to === null ? `${from} ans et plus` : `${from} à ${to} ans`,
  fixed: (size: number) => `Avec ${size} questions toujours posées`,
  kappaMeans:
    'Accord pondéré : 1 quand les deux niveaux sont toujours les mêmes, 0 quand ils ne s’accordent que par hasard. Deux niveaux d’écart y pèsent quatre fois plus qu’un. Questions : combien sont posées en moyenne après la première.',
  farApart: (count: string, people: string) =>
    `Deux niveaux d’écart : ${count} personnes sur ${people}.`,
  source: (survey: string, years: string) => `Réponses : ${survey} ${years},`,

  profile: 'Sans aide, par domaine',
  dimensions,
  aloneOf: (alone: number, asked: number) => `${alone} sur ${asked}`,

  limitsTitle: 'Ce que ces chiffres ne disent pas',
  limits,
};
