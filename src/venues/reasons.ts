import { type FilterField, receivesNobody, type VenueFilters } from './filters.ts';
import type { VenueOpening } from './index-schedules.ts';
import type { Service } from './services.ts';
import type { Venue } from './venue.ts';
import { answerWish, type Wish } from './wishes.ts';

/**
 * Why a venue stands where it stands. `unknown` is what the record does not say: it is told, so that
 * the adviser asks by telephone before sending somebody.
 */
export type Reason =
  | { readonly code: 'service-offered'; readonly kind: 'for'; readonly service: Service }
  | { readonly code: 'wish-met'; readonly kind: 'for'; readonly wish: Wish }
  | { readonly code: 'wish-not-met'; readonly kind: 'against'; readonly wish: Wish }
  | { readonly code: 'wish-unknown'; readonly kind: 'unknown'; readonly wish: Wish }
  /** At the instant that was asked. */
  | { readonly code: 'open-then'; readonly kind: 'for' }
  /** Whether it is open at the instant asked cannot be known, for the reason that the opening gives. */
  | {
      readonly code: 'opening-to-check';
      readonly kind: 'unknown';
      readonly because: VenueOpening['reason'];
    }
  | { readonly code: 'hours-known'; readonly kind: 'for' }
  | { readonly code: 'hours-not-understood'; readonly kind: 'unknown' }
  | { readonly code: 'hours-unknown'; readonly kind: 'unknown' }
  /** An instant: the first free slot of its diary. */
  | { readonly code: 'free-slot'; readonly kind: 'for'; readonly from: string }
  | { readonly code: 'no-free-slot'; readonly kind: 'unknown' }
  /** Sent to it in the last fourteen days. */
  | { readonly code: 'recent-referrals'; readonly kind: 'against'; readonly count: number }
  | { readonly code: 'receives-nobody'; readonly kind: 'against' }
  | { readonly code: 'phone-unknown'; readonly kind: 'against' }
  | { readonly code: 'record-fresh'; readonly kind: 'for'; readonly updatedOn: string }
  | { readonly code: 'record-stale'; readonly kind: 'against'; readonly updatedOn: string }
  | { readonly code: 'record-undated'; readonly kind: 'unknown' }
  | { readonly code: 'position-unknown'; readonly kind: 'unknown' }
  | { readonly code: 'position-doubtful'; readonly kind: 'against' }
  | { readonly code: 'commune-doubtful'; readonly kind: 'against' };

/** What is known of a venue on the day of the search, beyond its record. */
export type VenueFacts = {
  /** At the instant asked; `null` where none was. */
  readonly opening: VenueOpening | null;
  /** Whether its hours can be trusted; `null` where none are stated. */
  readonly hoursTrusted: boolean | null;
  /** An instant; `null` where no slot is free, or where it has no diary. */
  readonly freeFrom: string | null;
  readonly referrals: number;
  /** `YYYY-MM-DD`: an older record is stale. */
  readonly freshSince: string;
};

/** What was asked: the filters that words are said of, and the wishes. */
export type Asked = {
  readonly filters: Pick<VenueFilters, Extract<FilterField, 'services'>>;
  readonly wishes: readonly Wish[];
};

/** Every reason for or against a venue, in the order in which they are read out (VE-45). */
export function reasonsFor(venue: Venue, asked: Asked, facts: VenueFacts): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const service of asked.filters.services) {
    if (venue.services.includes(service)) {
      reasons.push({ code: 'service-offered', kind: 'for', service });
    }
  }
  for (const wish of asked.wishes) reasons.push(wishReason(venue, wish));
  if (facts.opening !== null) reasons.push(openingReason(facts.opening));
  reasons.push(hoursReason(facts.hoursTrusted), slotReason(facts.freeFrom));
  if (facts.referrals > 0) {
    reasons.push({ code: 'recent-referrals', kind: 'against', count: facts.referrals });
  }
  if (receivesNobody(venue)) reasons.push({ code: 'receives-nobody', kind: 'against' });
  if (venue.phone === null) reasons.push({ code: 'phone-unknown', kind: 'against' });
  reasons.push(recordReason(venue, facts.freshSince), ...placeReasons(venue));
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

/** A venue known to be closed is not found: what is left is open, or not known. */
function openingReason({ open, reason }: VenueOpening): Reason {
  return open === true
    ? { code: 'open-then', kind: 'for' }
    : { code: 'opening-to-check', kind: 'unknown', because: reason };
}

function hoursReason(trusted: boolean | null): Reason {
  if (trusted === null) return { code: 'hours-unknown', kind: 'unknown' };
  return trusted
    ? { code: 'hours-known', kind: 'for' }
    : { code: 'hours-not-understood', kind: 'unknown' };
}

function slotReason(freeFrom: string | null): Reason {
  return freeFrom === null
    ? { code: 'no-free-slot', kind: 'unknown' }
    : { code: 'free-slot', kind: 'for', from: freeFrom };
}

function recordReason({ updatedOn }: Venue, freshSince: string): Reason {
  if (updatedOn === null) return { code: 'record-undated', kind: 'unknown' };
  return updatedOn < freshSince
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
