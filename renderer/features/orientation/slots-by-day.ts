import { Temporal } from 'temporal-polyfill';
import { type Booking, computeSlots, type Diary, type Slot } from '#src/booking';

/** A day on which the venue takes appointments. */
export type SlotDay = {
  /** On the venue's clock, `YYYY-MM-DD`. */
  readonly day: string;
  /** What can be shown: free, held by somebody, or the one held here. Booked ones are gone. */
  readonly slots: readonly Slot[];
};

/** How far ahead slots are offered, in days. */
const daysAhead = 22;

/** The slots of the coming days, by day of the venue's clock. A day without any left has no slots. */
export function slotsByDay(
  diary: Diary,
  bookings: readonly Booking[],
  now: string,
): readonly SlotDay[] {
  const days = new Map<string, Slot[]>();
  for (const slot of comingSlots(diary, bookings, now)) {
    const day = Temporal.Instant.from(slot.start)
      .toZonedDateTimeISO(diary.zone)
      .toPlainDate()
      .toString();
    const shown = slot.state === 'booked' ? [] : [slot];
    days.set(day, [...(days.get(day) ?? []), ...shown]);
  }
  return [...days].map(([day, slots]) => ({ day, slots }));
}

/** The slots of the coming days, in order of time. */
export function comingSlots(
  diary: Diary,
  bookings: readonly Booking[],
  now: string,
): readonly Slot[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(diary.zone).toPlainDate();
  const window = { from: today.toString(), to: today.add({ days: daysAhead }).toString() };
  return computeSlots(diary, bookings, window, now);
}
