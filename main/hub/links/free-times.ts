import { and, eq, ne, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { computeSlots, isWorkshop, nearestFreeSlots, type Slot } from '#src/booking';
import type { Transaction } from '../storage/database.ts';
import { booking, diary } from '../storage/schema.ts';

/** BO-55: as many times as a small screen shows without getting lost. */
const mostTimes = 12;

/** The appointment's own diary keeps these times free, of the same kind: the nearest to it, in order of time. */
export async function freeTimes(
  tx: Transaction,
  bookingId: string,
  now: string,
): Promise<readonly Slot[]> {
  const [own] = await tx
    .select({ booking, diary })
    .from(booking)
    .innerJoin(diary, eq(diary.id, booking.diaryId))
    .where(eq(booking.id, bookingId));
  if (own === undefined) return [];
  const { rules, zone, territory, id: diaryId } = own.diary;
  const kind = rules.kinds.find(({ id }) => id === own.booking.kindId);
  if (kind === undefined) return [];
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const window = {
    from: today.toString(),
    to: today.add({ days: rules.window.furthestDays + 1 }).toString(),
  };
  const taken = await tx
    .select()
    .from(booking)
    .where(
      and(
        eq(booking.diaryId, diaryId),
        ne(booking.state, 'released'),
        sql`upper(${booking.taken}) > ${now}`,
      ),
    );
  const bookings = taken.map((row) => ({
    id: row.id,
    kindId: row.kindId,
    ...row.period,
    restUntil: row.taken.end,
    isShared: isWorkshop(row),
    state: row.state,
    holdExpiresAt: row.holdExpiresAt,
  }));
  const slots = computeSlots({ ...rules, zone, territory }, kind, bookings, window, now);
  return nearestFreeSlots(slots, own.booking.period.start, mostTimes).sort((a, b) =>
    Temporal.Instant.compare(a.start, b.start),
  );
}
