import { eq } from 'drizzle-orm';
import { bookingWayOf, periodElsewhere } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Venue } from '#src/venues';
import { diary, rdvPlan } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import { changedCall, type LockedCall } from './call-record.ts';
import type { HandlerContext, Handlers } from './handler.ts';
import { referableCall, sendReferral } from './referrals.ts';
import { sayOfReferral } from './say-of-referral.ts';
import type { ScriptShelf } from './scripts.ts';

/** Sending somebody to a venue whose appointments somebody else keeps: BO-60 to BO-62. */
export function elsewhereHandlers(
  scripts: ScriptShelf,
  isRdvOn: boolean,
): Pick<Handlers, 'referral.plan' | 'referral.agree'> {
  return {
    'referral.plan': async (context, { referralId, callId, venueId }) => {
      const found = await findTarget(context, callId, venueId);
      if (!found.ok) return found;
      const { own, venue, way } = found.value;
      if (!isRdvOn || way !== 'rdv-service-public') return err('not-booked-there');
      const sent = await sendReferral(context, scripts, own, venue, {
        id: referralId,
        bookingId: null,
        wishes: [],
        bookedOn: 'rdv-service-public',
      });
      if (!sent.ok) return sent;
      await context.tx.insert(rdvPlan).values({ referralId, state: 'wanted' });
      return ok({ changed: [sent.value, changedCall(own)] });
    },

    'referral.agree': async (context, { referralId, callId, venueId, start, words }) => {
      const found = await findTarget(context, callId, venueId);
      if (!found.ok) return found;
      const { own, venue, way } = found.value;
      if (way !== 'rdv-service-public' && way !== 'own-page') return err('not-booked-there');
      const sent = await sendReferral(context, scripts, own, venue, {
        id: referralId,
        bookingId: null,
        wishes: words === '' ? [] : [words],
        bookedOn: 'own-page',
        agreedPeriod: start === null ? null : periodElsewhere(start),
      });
      if (!sent.ok) return sent;
      const changed = [sent.value, changedCall(own)];
      if (start === null) return ok({ changed });
      // Its page has said yes in the venue's place.
      const accepted = await sayOfReferral(context, referralId, { type: 'accept' }, () => true);
      return accepted.ok ? ok({ changed: [...changed, ...accepted.value.changed] }) : accepted;
    },
  };
}

type Target = {
  readonly own: LockedCall;
  readonly venue: Venue;
  readonly way: ReturnType<typeof bookingWayOf>;
};

async function findTarget(
  context: HandlerContext,
  callId: string,
  venueId: string,
): Promise<Result<Target, RefusalCode>> {
  const own = await referableCall(context, callId);
  if (!own.ok) return own;
  const venue = await findVenue(context.tx, venueId);
  if (venue === null) return err('unknown-venue');
  if (venue.withdrawnOn !== null) return err('venue-withdrawn');
  const diaries = await context.tx.$count(diary, eq(diary.venueId, venueId));
  return ok({ own: own.value, venue, way: bookingWayOf(venue, diaries > 0) });
}
