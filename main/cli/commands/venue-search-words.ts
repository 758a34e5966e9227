import { Temporal } from 'temporal-polyfill';
import { hoursPlaceOf, periodAt, readHours, wallClock } from '#src/hours';
import {
  type Reason,
  statedWords,
  type Venue,
  type VenueFilters,
  type VenueMatch,
  type VenueOpening,
  type Wish,
} from '#src/venues';

/** Wishes as they are typed, and read out. */
export const wishWords: Readonly<Record<Wish, string>> = {
  free: 'gratuit',
  individual: 'accompagnement individuel',
  'by-appointment': 'sur rendez-vous',
  'walk-in': 'sans rendez-vous',
  remote: 'à distance',
  'comes-to-you': 'itinérant',
  'motor-disability': 'handicaps moteurs',
  deafness: 'surdité',
  'visual-impairment': 'déficience visuelle',
  'mental-disability': 'handicaps mentaux',
  illiteracy: 'illettrisme',
  english: 'anglais',
  'other-languages': 'autres langues étrangères',
  'young-people': 'jeunes',
  students: 'étudiants',
  families: 'familles',
  seniors: 'seniors',
  women: 'femmes',
};

/** Why a venue stands where it stands: `à 3,2 km, ouvert mercredi 14 h-17 h, gratuit, fiche de 2023`. */
export function whyWords(match: VenueMatch, { openAt, fees }: VenueFilters): string {
  const { venue, distanceKm, reasons } = match;
  const isPriceSaid = reasons.some((reason) => 'wish' in reason && reason.wish === 'free');
  const prices = statedWords(venue, 'fees').map((word) => word.toLowerCase());
  return [
    distanceKm === null ? null : `à ${distanceKm.toLocaleString('fr-FR')} km`,
    openAt === null || match.opening === null ? null : openWords(venue, match.opening, openAt),
    isPriceSaid && fees.length === 0 ? null : prices.join(' ou ') || null,
    ...reasons.map(reasonWords),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function openWords(venue: Venue, opening: VenueOpening, instant: string): string {
  if (opening.open !== true) return `ouverture à vérifier (${unknownWords(opening)})`;
  const place = hoursPlaceOf(venue.communeCode, venue.postcode);
  const { day } = wallClock(instant, place.zone);
  const weekday = Temporal.PlainDate.from(day).toLocaleString('fr-FR', { weekday: 'long' });
  const period = periodAt(readHours(venue.hoursText ?? ''), place, instant, 'to-check');
  const times = period === null ? '' : ` ${clockWords(period.from)}-${clockWords(period.to)}`;
  return `ouvert ${weekday}${times}`;
}

/** `14 h`, `8 h 30` */
function clockWords(minutes: number): string {
  const rest = minutes % 60;
  const hour = `${Math.floor(minutes / 60)} h`;
  return rest === 0 ? hour : `${hour} ${String(rest).padStart(2, '0')}`;
}

function unknownWords({ reason, comment }: VenueOpening): string {
  switch (reason) {
    case 'hours-unknown':
      return 'horaires inconnus';
    case 'holiday-unknown':
      return 'jour férié';
    case 'holiday-disputed':
      return 'jour férié selon les sources';
    case 'school-holidays':
      return 'selon les vacances scolaires';
    case 'comment':
      return comment ?? 'horaires à confirmer';
    default:
      return 'horaires non compris';
  }
}

/** What is worth reading out; the distance, the opening and the prices are said before. */
function reasonWords(reason: Reason): string | null {
  switch (reason.code) {
    case 'wish-met':
      return wishWords[reason.wish];
    case 'wish-not-met':
      return `pas ${wishWords[reason.wish]}`;
    case 'wish-unknown':
      return `${wishWords[reason.wish]} : à demander`;
    case 'hours-unknown':
      return 'horaires inconnus';
    case 'hours-not-understood':
      return 'horaires non compris';
    case 'free-slot':
      return 'créneau libre';
    case 'receives-nobody':
      return "n'accueille pas de public";
    case 'phone-unknown':
      return 'téléphone inconnu';
    case 'record-fresh':
    case 'record-stale':
      return `fiche de ${reason.updatedOn.slice(0, 4)}`;
    case 'record-undated':
      return 'fiche non datée';
    case 'position-doubtful':
      return 'position douteuse';
    case 'position-unknown':
      return 'position inconnue';
    case 'commune-doubtful':
      return 'commune douteuse';
    case 'recent-referrals':
      return `${reason.count} orientations en quatorze jours`;
    case 'service-offered':
    case 'open-then':
    case 'opening-to-check':
    case 'hours-known':
    case 'no-free-slot':
      return null;
  }
}
