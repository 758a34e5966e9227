import { Temporal } from 'temporal-polyfill';
import { computeSlots, mostProposedTimes, nearestFreeSlots } from '#src/booking';
import type { BookingView, DiaryView, ReferralView } from '#src/contract';
import { dayOn } from './today.ts';

type Time = { readonly start: string; readonly end: string };

/** Times that a diary still has for somebody. */
export type ProposableTimes = {
  readonly diaryId: string;
  /** As many as there are digits, by time. */
  readonly times: readonly Time[];
  /** Those nearest to what was asked. */
  readonly ready: readonly Time[];
};

const mostShown = 9;
const daysAhead = 30;

/**
 * What may be proposed from the diary that the appointment is in, else from the first of the mediator's; `null` where none is
 * kept here.
 */
export function proposable(
  { appointment }: Pick<ReferralView, 'appointment'>,
  diaries: readonly DiaryView[],
  bookings: readonly BookingView[],
  now: string,
): ProposableTimes | null {
  const booked = bookings.find(({ id }) => id === appointment?.bookingId);
  const diary = diaries.find(({ id }) => id === booked?.diaryId) ?? diaries[0];
  const kind = diary?.kinds.find(({ id }) => id === booked?.kindId) ?? diary?.kinds[0];
  if (diary === undefined || kind === undefined) return null;
  const today = Temporal.PlainDate.from(dayOn(diary.zone, now));
  const window = { from: today.toString(), to: today.add({ days: daysAhead }).toString() };
  const own = bookings.filter(({ diaryId }) => diaryId === diary.id);
  const slots = computeSlots(diary, kind, own, window, now);
  const nearest = nearestFreeSlots(slots, appointment?.start ?? now, mostShown);
  return {
    diaryId: diary.id,
    times: nearest
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start.localeCompare(b.start)),
    ready: nearest.slice(0, mostProposedTimes),
  };
}
