import OpeningHours from 'opening_hours';
import { addDays } from './clock.ts';
import { minutesBetween, onWallDates, wallDate } from './on-wall-dates.ts';
import type { Period } from './opening.ts';

/** The periods of a day (`YYYY-MM-DD`), in order. */
export type DayReader = (day: string) => readonly Period[];

/** Days asked are kept: as many as a search for the next opening can ask. */
const keptDays = 400;

/**
 * Has the `opening_hours` library read a text that names no holiday; `null`: it refuses the text, or
 * warns of it. It is some hundred times slower than the plain grammar.
 */
export function readWithLibrary(text: string): DayReader | null {
  const hours = onWallDates(() => {
    try {
      const read = new OpeningHours(text, null);
      return read.getWarnings().length === 0 ? read : null;
    } catch {
      // It throws sentences: the text is not in its language.
      return null;
    }
  });
  if (hours === null) return null;
  const known = new Map<string, readonly Period[]>();
  return (day) => {
    const kept = known.get(day);
    if (kept !== undefined) return kept;
    const periods = onWallDates(() => periodsOf(hours, day));
    if (known.size >= keptDays) known.clear();
    known.set(day, periods);
    return periods;
  };
}

function periodsOf(hours: OpeningHours, day: string): readonly Period[] {
  const midnight = wallDate(day);
  return hours
    .getOpenIntervals(midnight, wallDate(addDays(day, 1)))
    .map(([from, to, unknown, comment]) => ({
      from: minutesBetween(midnight, from),
      to: minutesBetween(midnight, to),
      open: unknown ? null : true,
      comment: comment ?? null,
    }));
}
