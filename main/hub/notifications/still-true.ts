import { Temporal } from 'temporal-polyfill';
import { awaitsVenue, isTimeAhead, stands } from '#src/booking';
import { readOpenOffer } from '../operations/wait-offers.ts';
import type { Transaction } from '../storage/database.ts';
import type { message } from '../storage/schema.ts';
import type { ToldReferral } from './told-referral.ts';

/**
 * ME-22: whether a message still says what is so. What was being sent, or had failed, when something else happened was not
 * planned any more then, and so was not taken back.
 */
export async function isStillTrue(
  tx: Transaction,
  { kind, appointment }: Pick<typeof message.$inferSelect, 'kind' | 'appointment'>,
  told: ToldReferral,
  now: string,
): Promise<boolean> {
  const { id, state } = told.referral;
  switch (kind) {
    case 'cancelled':
    case 'venue-cancelled':
      return !stands(state);
    case 'confirmation':
    case 'moved':
    case 'reminder-two-days':
    case 'reminder-two-hours':
      return stands(state) && beginTogether(appointment, told.appointment);
    case 'proposal':
      return told.proposed.some((start) => beginTogether({ start }, appointment));
    case 'earlier-offer': {
      const offer = await readOpenOffer(tx, id);
      return beginTogether(offer, appointment) && isTimeAhead({ start: offer?.until ?? now }, now);
    }
    case 'venue-request':
    case 'venue-reminder':
      return (
        awaitsVenue(state) &&
        beginTogether(appointment, told.appointment) &&
        (appointment === null || isTimeAhead(appointment, now))
      );
  }
}

type Begun = { readonly start: string } | null;

function beginTogether(one: Begun, other: Begun): boolean {
  if (one === null || other === null) return one === other;
  return Temporal.Instant.compare(one.start, other.start) === 0;
}
