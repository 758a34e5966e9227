import type { HolidayTerritory, OpenReason } from '#src/hours';

/** Why it cannot be said whether a venue is open; the others are answers, and need no doubt. */
const unknownReasons: Record<OpenReason, string> = {
  'within-hours': 'horaires',
  'outside-hours': 'horaires',
  'holiday-hours': 'jour férié',
  'holiday-closed': 'jour férié',
  comment: 'sous condition',
  'not-understood': 'horaires écrits en toutes lettres',
  'reversed-range': 'des horaires finissent avant de commencer',
  'empty-range': 'des horaires finissent à l’heure où ils commencent',
  'hours-not-stated': 'horaires non précisés pour ce jour',
  'holiday-unknown': 'jour férié',
  'holiday-disputed': 'jour férié pour certains seulement',
  'school-holidays': 'horaires de vacances scolaires',
};

/** Whose clock it is, as it follows "heure de". */
const territories: Record<HolidayTerritory, string> = {
  mainland: 'Paris',
  'alsace-moselle': 'Paris',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
  'saint-pierre-et-miquelon': 'Saint-Pierre',
  'saint-barthelemy': 'Saint-Barthélemy',
  'saint-martin': 'Saint-Martin',
  'wallis-et-futuna': 'Wallis',
  polynesie: 'Polynésie française',
  'nouvelle-caledonie': 'Nouvelle-Calédonie',
};

/** Whether a venue is open, and its week. */
export const hours = {
  /** After whether it is open: the usual week. */
  toCheck: (text: string) => `Horaires à vérifier\u00a0: «\u00a0${text}\u00a0».`,
  unknown: 'Horaires non indiqués.',
  holidays: {
    open: 'Ouvert les jours fériés.',
    closed: 'Fermé les jours fériés.',
    unknown: 'Jours fériés\u00a0: à vérifier.',
  },
  holidayComing: (day: string, hours: string) => `${day}, jour férié\u00a0: ${hours}`,
  timeRange: (from: string, to: string) => `${from}\u2060–\u2060${to}`,
  and: ' et ',
  today: 'aujourd’hui',
  tomorrow: 'demain',
  state: {
    open: 'Ouvert maintenant.',
    openUntil: (time: string, clock: string) => `Ouvert jusqu’à ${time}${clock}.`,
    closed: 'Fermé',
    closedHoliday: 'Fermé, jour férié',
    closedDay: 'fermé',
    opensAt: (closed: string, day: string, time: string, clock: string) =>
      `${closed}, ouvre ${day} à ${time}${clock}.`,
    noNext: (closed: string) => `${closed}, prochaine ouverture inconnue.`,
    openThen: (day: string, ranges: string, clock: string) => `Ouvert ${day} ${ranges}${clock}.`,
    closedThen: (day: string, time: string) => `Fermé ${day} à ${time}.`,
    toCheck: (why: string) => `À vérifier\u00a0: ${why}.`,
  },
  /** Why nobody can say whether it is open. */
  unknownReasons,
  clocksOf: (territory: string) => `heures de ${territory}`,
  clockOf: (territory: string) => ` (heure de ${territory})`,
  territories,
};
