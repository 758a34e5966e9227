import { Temporal } from 'temporal-polyfill';
import type { ReferralState } from './referral.ts';

/** BO-54: until so many hours before it the person moves or cancels an appointment alone; RDV Service Public's own rule. */
const hoursToChange = 4;

/** What of a referral decides what a link without account opens. */
type Linked = {
  readonly state: ReferralState;
  readonly appointment: { readonly start: string; readonly end: string } | null;
};

/** What the page of a link shows a person. */
export type PersonDoor =
  /** The appointment; `mayChange`: it is early enough to move or cancel it there. */
  | { readonly door: 'appointment'; readonly mayChange: boolean }
  /** The venue is asked for a time. */
  | { readonly door: 'request' }
  /** The venue proposes other times: the person says which. `mayCancel`: the appointment that stands until then is far enough. */
  | { readonly door: 'proposal'; readonly mayCancel: boolean }
  | { readonly door: 'cancelled' }
  /** The venue will not have it, or did not answer. */
  | { readonly door: 'refused' }
  /** Nothing is to come any more. */
  | { readonly door: 'gone' };

/** BO-53, BO-54: what the person who holds the link is shown at `now`. */
export function personDoor({ state, appointment }: Linked, now: string): PersonDoor {
  const isPast = appointment !== null && Temporal.Instant.compare(appointment.end, now) <= 0;
  switch (state) {
    case 'sent':
    case 'received':
    case 'accepted':
      if (isPast) return { door: 'gone' };
      if (appointment === null) return { door: 'request' };
      return { door: 'appointment', mayChange: mayChangeByLink(appointment, now) };
    case 'proposed':
      return {
        door: 'proposal',
        mayCancel: appointment === null || mayChangeByLink(appointment, now),
      };
    case 'cancelled':
      return isPast ? { door: 'gone' } : { door: 'cancelled' };
    case 'refused':
    case 'expired':
      return { door: 'refused' };
    case 'attended':
    case 'missed':
      return { door: 'gone' };
  }
}

/** Whether the appointment is far enough for the venue to hear of it in time. */
function mayChangeByLink({ start }: { readonly start: string }, now: string): boolean {
  const last = Temporal.Instant.from(start).subtract({ hours: hoursToChange });
  return Temporal.Instant.compare(now, last) <= 0;
}

/** BO-50: whether the venue still answers by its link: it has not answered, and the days for it are not over. */
export function mayAnswerByLink(
  link: { readonly expiresAt: string | null; readonly usedAt: string | null },
  { state, appointment }: Linked,
  now: string,
): boolean {
  if (link.usedAt !== null || (state !== 'sent' && state !== 'received')) return false;
  if (appointment !== null && Temporal.Instant.compare(appointment.start, now) <= 0) return false;
  return link.expiresAt !== null && Temporal.Instant.compare(now, link.expiresAt) < 0;
}
