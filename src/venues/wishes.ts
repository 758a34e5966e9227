import type { Venue } from './venue.ts';

/** What a caller may need of a venue, beyond the service. */
export const wishes = [
  'free',
  'individual',
  'by-appointment',
  'walk-in',
  'remote',
  'comes-to-you',
  'motor-disability',
  'deafness',
  'visual-impairment',
  'mental-disability',
  'illiteracy',
  'english',
  'other-languages',
  'young-people',
  'students',
  'families',
  'seniors',
  'women',
] as const;
export type Wish = (typeof wishes)[number];

/** What a record says of a wish. */
export type WishAnswer = 'met' | 'not-met' | 'unknown';

/** Yes where the list holds it, unknown where the list is empty; else `otherwise`. */
function stated<Value>(list: readonly Value[], value: Value, otherwise: WishAnswer): WishAnswer {
  if (list.includes(value)) return 'met';
  return list.length === 0 ? 'unknown' : otherwise;
}

/**
 * Whether the record says that the venue meets the wish (VE-44). Only what a record would list had it
 * been so counts as "no": a price list without "free", and the standard's "this venue receives nobody".
 * The other lists of the standard are rarely complete, and being silent is not a no.
 */
export function answerWish(venue: Venue, wish: Wish): WishAnswer {
  switch (wish) {
    case 'free':
      return stated(venue.fees, 'free', venue.fees.includes('conditional') ? 'unknown' : 'not-met');
    case 'individual':
    case 'remote':
      return stated(venue.supportModes, wish, 'not-met');
    case 'by-appointment':
      return venue.bookingUrl !== null
        ? 'met'
        : stated(venue.accessModes, 'online-booking', 'unknown');
    case 'walk-in':
      return stated(venue.accessModes, 'walk-in', 'not-met');
    case 'comes-to-you':
      if (venue.itinerant === null) return 'unknown';
      return venue.itinerant ? 'met' : 'not-met';
    case 'young-people':
    case 'students':
    case 'families':
    case 'seniors':
    case 'women':
      return stated(venue.publics, wish, 'unknown');
    default:
      return stated(venue.specialCare, wish, 'unknown');
  }
}

/** A wish that nobody said, and the obstacle that it was drawn from. */
export type SuggestedWish = { readonly wish: Wish; readonly obstacle: string };

/**
 * What an obstacle makes one look for (VE-48), by the ids of the distance model's obstacles. The standard
 * says nothing of a venue's connection; and who cannot see, hear or use their hands has not said which.
 */
const wishesByObstacle: ReadonlyMap<string, readonly Wish[]> = new Map([
  ['equipment', ['free']],
  ['connection', []],
  ['reading', ['illiteracy', 'individual']],
  ['language', ['other-languages']],
  ['senses', ['visual-impairment', 'deafness', 'motor-disability']],
  ['fear', ['individual']],
  ['alone', ['individual']],
]);

/** The wishes that obstacles suggest, each once, with the first obstacle that does. Unknown ids suggest none. */
export function wishesOfObstacles(obstacles: readonly string[]): readonly SuggestedWish[] {
  const suggested = new Map<Wish, string>();
  for (const obstacle of obstacles) {
    for (const wish of wishesByObstacle.get(obstacle) ?? []) {
      if (!suggested.has(wish)) suggested.set(wish, obstacle);
    }
  }
  return [...suggested].map(([wish, obstacle]) => ({ wish, obstacle }));
}
