import { eq, inArray } from 'drizzle-orm';
import { dueOfReferral, type Reminded } from '#src/booking';
import type { SettingsView } from '#src/contract';
import { hoursPlaceOf } from '#src/hours';
import { planMessages } from '../notifications/plan-messages.ts';
import type { Transaction } from '../storage/database.ts';
import { booking, referral } from '../storage/schema.ts';
import { readSettings } from '../storage/settings-store.ts';
import { findVenue } from '../storage/venue-store.ts';
import type { ChangedEntity } from './handler.ts';
import { type ProposedTime, readProposals } from './referral-times.ts';
import { changedReferral } from './referrals.ts';
import { sayOfReferral } from './say-of-referral.ts';

/** A referral that waits for an answer, its row locked: a second hub leaves it to the first. */
type Waiting = {
  readonly referral: typeof referral.$inferSelect;
  readonly booking: typeof booking.$inferSelect | null;
};

/**
 * BO-93, BO-95: reminds each venue that does not answer, and takes back what nobody answered in time. May run as often as one likes,
 * on several hubs at once: what is done is not done again.
 */
export async function sweepReferrals(
  tx: Transaction,
  now: string,
): Promise<readonly ChangedEntity[]> {
  const waiting = await tx
    .select({ referral, booking })
    .from(referral)
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .where(inArray(referral.state, ['sent', 'received', 'proposed']))
    .for('update', { of: referral, skipLocked: true });
  const proposals = await readProposals(
    tx,
    waiting.map((row) => row.referral.id),
  );
  const { settings } = await readSettings(tx);
  const changed: ChangedEntity[] = [];
  for (const row of waiting) {
    const proposed = proposals.get(row.referral.id) ?? [];
    changed.push(...(await sweep({ tx, now, settings }, row, proposed)));
  }
  return changed;
}

async function sweep(
  context: { readonly tx: Transaction; readonly now: string; readonly settings: SettingsView },
  row: Waiting,
  proposed: readonly ProposedTime[],
): Promise<readonly ChangedEntity[]> {
  const { tx, now, settings } = context;
  const { id, venueId, zone } = row.referral;
  const venue = await findVenue(tx, venueId);
  const place = hoursPlaceOf(venue?.communeCode ?? null, venue?.postcode ?? '');
  const calendar = { zone, territory: place.territory, disputed: settings.disputedHolidays };
  const due = dueOfReferral(lifeOf(row, proposed), settings.venueReminders, calendar, now);
  if (due === null) return [];
  if (due.type === 'remind') {
    const reminded = { reminders: due.reminders, remindedAt: now };
    await tx.update(referral).set(reminded).where(eq(referral.id, id));
    await planMessages(tx, id, 'venue-silent', now);
    return [changedReferral(row.referral)];
  }
  const expired = await sayOfReferral({ tx, now }, id, { type: 'expire' }, () => true);
  return expired.ok ? expired.value.changed : [];
}

function lifeOf(row: Waiting, proposed: readonly ProposedTime[]): Reminded {
  const { state, awaitedSince, reminders, remindedAt, agreedPeriod, bookedOn } = row.referral;
  const times = proposed.map(({ id, period }) => ({ id, start: period.start }));
  return {
    state,
    awaitedSince,
    reminders,
    remindedAt,
    isElsewhere: bookedOn !== null,
    appointment: row.booking?.period ?? agreedPeriod,
    proposal: state === 'proposed' ? { times } : null,
  };
}
