import { Temporal } from 'temporal-polyfill';
import { computeSlots } from '#src/booking';
import type { BookingView, DiaryView, ReferralView } from '#src/contract';
import { ahead, type WithAppointment } from './order.ts';
import { dayOn } from './today.ts';

type Stretch = { readonly start: string; readonly end: string };

/** A day with what is booked in it and what may still be, on the venue's clock. */
export type ComingDay = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly appointments: readonly WithAppointment[];
  readonly free: readonly Stretch[];
};

const weekDays = 7;

/** BO-81: today and the six days after it; then the days further on that have an appointment. */
export function comingDays(
  referrals: readonly ReferralView[],
  diaries: readonly DiaryView[],
  bookings: readonly BookingView[],
  zone: string,
  now: string,
): readonly ComingDay[] {
  const today = Temporal.PlainDate.from(dayOn(zone, now));
  const week = Array.from({ length: weekDays }, (_, days) => today.add({ days }).toString());
  const window = { from: today.toString(), to: today.add({ days: weekDays }).toString() };
  const free = diaries.flatMap((diary) => freeStretches(diary, bookings, window, now));
  const freeByDay = Map.groupBy(free, ({ start }) => dayOn(zone, start));
  const byDay = Map.groupBy(ahead(referrals, now), ({ appointment }) =>
    dayOn(zone, appointment.start),
  );
  return [...new Set([...week, ...byDay.keys()])].map((day) => ({
    day,
    appointments: byDay.get(day) ?? [],
    free: [...(freeByDay.get(day) ?? [])].sort((a, b) => a.start.localeCompare(b.start)),
  }));
}

/** The free times of the diary's first kind of appointment, those that follow each other as one. */
function freeStretches(
  diary: DiaryView,
  bookings: readonly BookingView[],
  window: { readonly from: string; readonly to: string },
  now: string,
): readonly Stretch[] {
  const [kind] = diary.kinds;
  if (kind === undefined) return [];
  const own = bookings.filter(({ diaryId }) => diaryId === diary.id);
  const slots = computeSlots(diary, kind, own, window, now).filter(({ state }) => state === 'free');
  const stretches: Stretch[] = [];
  for (const { start, end } of slots) {
    const last = stretches.at(-1);
    const rest = last && Temporal.Instant.from(last.end).until(start).total('minutes');
    if (last === undefined || rest === undefined || rest > kind.restMinutes) {
      stretches.push({ start, end });
    } else {
      stretches[stretches.length - 1] = { start: last.start, end };
    }
  }
  return stretches;
}
