import type { MeetingPlace } from '#src/booking';

const wheres: Record<MeetingPlace, string> = {
  venue: 'Sur place',
  phone: 'Par téléphone',
  video: 'En vidéo',
  home: 'Chez la personne',
};

/** When and for what a mediator takes appointments. */
export const availability = {
  diary: 'Agenda',
  owners: { venue: 'Celui du lieu', mediator: 'Le mien' },
  firstKind: 'Accompagnement individuel',
  giveUp: 'Abandonner les changements',
  incomplete: 'Il manque un jour, une heure ou un nom.',
  drawFor: 'Plages pour',
  anyKind: 'tous les rendez-vous',
  grid: 'Plages de la semaine',
  gridHelp:
    'Glissez sur les heures pour ouvrir une plage. Au clavier : flèches, Entrée pour commencer et finir, Suppr pour retirer.',
  hours: (from: string, to: string) => `${from} à ${to}`,
  open: (hours: string) => `plage de ${hours}`,
  drawing: (hours: string) => `ouverture de ${hours}`,
  closed: 'fermé',
  begun: (clock: string) => `Début à ${clock}. Entrée pour finir, Échap pour renoncer.`,
  drawn: (range: string) => `Plage ouverte : ${range}`,
  removed: (range: string) => `Plage retirée : ${range}`,
  remove: 'Retirer la plage',
  removeOne: (range: string) => `Retirer ${range}`,
  list: 'Taper les heures',
  kinds: {
    title: 'Types de rendez-vous',
    add: 'Ajouter un type',
    newName: 'Atelier',
    summary: (name: string, minutes: number, places: number) =>
      `${name}, ${minutes} min${places === 1 ? '' : `, ${places} places`}`,
    name: 'Nom, tel qu’il est dit à la personne',
    nameMissing: 'Donnez un nom.',
    minutes: 'Durée',
    rest: 'Pause après',
    minutesUnit: 'min',
    places: 'Places',
    where: 'Où',
    wheres,
    whereMissing: 'Cochez au moins un endroit.',
    remove: (name: string) => `Retirer « ${name} »`,
  },
  apart: {
    title: 'Absences et jours à part',
    none: 'Chaque semaine est comme les autres.',
    addAbsence: 'Ajouter une absence',
    addException: 'Ajouter un jour à part',
    away: 'Absence du',
    awayFrom: 'Premier jour d’absence',
    awayUntil: 'Dernier jour d’absence',
    to: 'au',
    wrongDays: 'La fin est avant le début.',
    removeAbsence: 'Retirer cette absence',
    removeException: 'Retirer ce jour à part',
    what: 'Ce jour-là',
    types: { closed: 'Fermé', open: 'Ouvert en plus' },
    day: 'Jour',
  },
  covered: {
    title: (n: number) =>
      n === 1
        ? 'Un rendez-vous déjà pris n’est plus dans vos plages'
        : `${n} rendez-vous déjà pris ne sont plus dans vos plages`,
    safe: 'Ils tiennent : personne n’est prévenu tant que vous ne faites rien.',
    next: 'Proposez une autre heure à chaque personne, ou annulez.',
    propose: 'Autre heure',
    cancel: 'Annuler',
  },
  rules: {
    title: 'Réserver',
    soonest: 'Au plus tôt',
    ahead: (minutes: number) => {
      if (minutes < 60) return `${minutes} min avant`;
      if (minutes < 1440) return `${Math.round(minutes / 60)} h avant`;
      return minutes === 1440 ? 'la veille' : `${Math.round(minutes / 1440)} jours avant`;
    },
    furthest: 'Au plus loin',
    days: 'jours',
    holidays: 'Ouvert les jours fériés',
    holidaysHint: 'Sinon, rien n’est proposé ces jours-là.',
  },
};
