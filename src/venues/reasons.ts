import { Temporal } from 'temporal-polyfill';
import { describeHours } from '#src/hours';
import type { Service } from './services.ts';
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

/** A record older than this may no longer say how things are. */
const freshMonths = 12;

/**
 * Why a venue stands where it stands. `unknown` is what the record does not say: it is told, so that
 * the adviser asks by telephone before sending somebody.
 */
export type Reason =
  | { readonly code: 'service-offered'; readonly kind: 'for'; readonly service: Service }
  | { readonly code: 'wish-met'; readonly kind: 'for'; readonly wish: Wish }
  | { readonly code: 'wish-not-met'; readonly kind: 'against'; readonly wish: Wish }
  | { readonly code: 'wish-unknown'; readonly kind: 'unknown'; readonly wish: Wish }
  | { readonly code: 'hours-known'; readonly kind: 'for' }
  | { readonly code: 'hours-not-understood'; readonly kind: 'unknown' }
  | { readonly code: 'hours-unknown'; readonly kind: 'unknown' }
  | { readonly code: 'phone-unknown'; readonly kind: 'against' }
  | { readonly code: 'record-fresh'; readonly kind: 'for'; readonly updatedOn: string }
  | { readonly code: 'record-stale'; readonly kind: 'against'; readonly updatedOn: string }
  | { readonly code: 'record-undated'; readonly kind: 'unknown' }
  | { readonly code: 'position-unknown'; readonly kind: 'unknown' }
  | { readonly code: 'position-doubtful'; readonly kind: 'against' }
  | { readonly code: 'commune-doubtful'; readonly kind: 'against' };

type Answer = 'met' | 'not-met' | 'unknown';

/** Yes where the list holds it, unknown where the list is empty; else `otherwise`. */
function stated<Value>(list: readonly Value[], value: Value, otherwise: Answer): Answer {
  if (list.includes(value)) return 'met';
  return list.length === 0 ? 'unknown' : otherwise;
}

/**
 * Whether the record says that the venue meets the wish. Only what a record would list had it been so
 * counts as "no": a price list without "free", and the standard's "this venue receives nobody". The
 * other lists of the standard are rarely complete, and being silent is not a no.
 */
export function answerWish(venue: Venue, wish: Wish): Answer {
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

/** Every reason for or against a venue, in the order in which they are read out. */
export function reasonsFor(
  venue: Venue,
  asked: { readonly service: Service | null; readonly wishes: readonly Wish[] },
  today: string,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (asked.service !== null && venue.services.includes(asked.service)) {
    reasons.push({ code: 'service-offered', kind: 'for', service: asked.service });
  }
  for (const wish of asked.wishes) reasons.push(wishReason(venue, wish));
  reasons.push(hoursReason(venue));
  if (venue.phone === null) reasons.push({ code: 'phone-unknown', kind: 'against' });
  reasons.push(recordReason(venue, today), ...placeReasons(venue));
  return reasons;
}

function wishReason(venue: Venue, wish: Wish): Reason {
  switch (answerWish(venue, wish)) {
    case 'met':
      return { code: 'wish-met', kind: 'for', wish };
    case 'not-met':
      return { code: 'wish-not-met', kind: 'against', wish };
    case 'unknown':
      return { code: 'wish-unknown', kind: 'unknown', wish };
  }
}

function hoursReason(venue: Venue): Reason {
  if (venue.hoursText === null) return { code: 'hours-unknown', kind: 'unknown' };
  return describeHours(venue.hoursText).understood
    ? { code: 'hours-known', kind: 'for' }
    : { code: 'hours-not-understood', kind: 'unknown' };
}

function recordReason({ updatedOn }: Venue, today: string): Reason {
  if (updatedOn === null) return { code: 'record-undated', kind: 'unknown' };
  const limit = Temporal.PlainDate.from(today).subtract({ months: freshMonths });
  return Temporal.PlainDate.compare(updatedOn, limit) < 0
    ? { code: 'record-stale', kind: 'against', updatedOn }
    : { code: 'record-fresh', kind: 'for', updatedOn };
}

function placeReasons(venue: Venue): readonly Reason[] {
  const reasons: Reason[] = [];
  if (venue.doubts.includes('position-doubtful')) {
    reasons.push({ code: 'position-doubtful', kind: 'against' });
  } else if (venue.position === null) {
    reasons.push({ code: 'position-unknown', kind: 'unknown' });
  }
  if (venue.doubts.includes('commune-doubtful')) {
    reasons.push({ code: 'commune-doubtful', kind: 'against' });
  }
  return reasons;
}
