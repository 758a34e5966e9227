import { z } from 'zod';
import { type AppointmentKind, checkRanges, type WeeklyRange } from '#src/booking';

/** A range being typed: either time may still be empty. `key` keeps its row while it is edited. */
export const draftRange = z.object({
  key: z.string(),
  weekday: z.int().min(1).max(7),
  from: z.string(),
  to: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  kindId: z.string().nullable(),
});
export type DraftRange = z.infer<typeof draftRange>;

/** What a range says beside its times, where nothing else is said. */
export const always = { since: null, until: null, kindId: null } as const;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What is wrong with one day's ranges; `null` where they can be saved. */
export function dayProblem(ranges: readonly WeeklyRange[]): 'wrong-range' | 'overlap' | null {
  if (ranges.some(({ from, to }) => from === '' || to === '' || from >= to)) return 'wrong-range';
  return checkRanges(ranges).ok ? null : 'overlap';
}

/** How many appointments of this kind the week offers. */
export function slotsAWeek(
  ranges: readonly WeeklyRange[],
  { minutes, restMinutes }: Pick<AppointmentKind, 'minutes' | 'restMinutes'>,
): number {
  return ranges.reduce((sum, { from, to }) => {
    const open = minutesOf(to) - minutesOf(from);
    // The rest need not fit before the range's end.
    return open > 0 ? sum + Math.floor((open + restMinutes) / (minutes + restMinutes)) : sum;
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

/** `HH:mm` as minutes since midnight. */
export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The other way: `24:00` is not a time of a clock and becomes the last minute. */
export function clockOfMinutes(minutes: number): string {
  const within = Math.min(minutes, 24 * 60 - 1);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}
