import { z } from 'zod';
import { checkRanges, type WeeklyRange } from '#src/booking';

/** A range being typed: either time may still be empty. `key` keeps its row while it is edited. */
const draftRange = z.object({
  key: z.string(),
  weekday: z.int().min(1).max(7),
  from: z.string(),
  to: z.string(),
});
export type DraftRange = z.infer<typeof draftRange>;

/** The week being edited. `minutes`: the length of an appointment. */
export const week = z.object({ minutes: z.int().positive(), ranges: z.array(draftRange) });
export type Week = z.infer<typeof week>;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What is wrong with one day's ranges; `null` where they can be saved. */
export function dayProblem(ranges: readonly WeeklyRange[]): 'wrong-range' | 'overlap' | null {
  if (ranges.some(({ from, to }) => from === '' || to === '' || from >= to)) return 'wrong-range';
  return checkRanges(ranges).ok ? null : 'overlap';
}

/** How many appointments of this length the week offers. */
export function slotsAWeek(ranges: readonly WeeklyRange[], slotMinutes: number): number {
  return ranges.reduce((sum, { from, to }) => {
    const open = minutesOf(to) - minutesOf(from);
    return open > 0 ? sum + Math.floor(open / slotMinutes) : sum;
  }, 0);
}

/** The next range to propose for a day: the usual morning, then afternoon, then the hour after the last. */
export function nextRange(ranges: readonly WeeklyRange[]): Pick<WeeklyRange, 'from' | 'to'> {
  const last = ranges
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (last === undefined) return { from: '09:00', to: '12:00' };
  if (last <= '14:00') return { from: '14:00', to: '17:00' };
  return { from: last, to: '' };
}

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
