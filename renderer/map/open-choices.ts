import { Temporal } from 'temporal-polyfill';
import { instantAt } from '../search/clock-time.ts';
import { daysToChoose } from './open-at.ts';

/** A part of a day as people say it, and the hour by which it is searched. */
const partsOfDay = [
  { part: 'morning', time: '10:00' },
  { part: 'afternoon', time: '14:00' },
] as const;

/** How many days have their parts to choose from: each weekday once. */
const daysOffered = 7;

export type OpenChoice = {
  readonly instant: string;
  /** 1 is Monday; `null` today. */
  readonly weekday: number | null;
  readonly part: (typeof partsOfDay)[number]['part'];
};

/** The mornings and afternoons of the next seven days that are still to come, on the clock of `zone`. */
export function openChoices(now: string, zone: string): readonly OpenChoice[] {
  const [today, ...later] = daysToChoose(now, zone);
  return [today, ...later]
    .flatMap((day) => day ?? [])
    .slice(0, daysOffered)
    .flatMap((day) =>
      partsOfDay.map(({ part, time }) => ({
        instant: instantAt({ day, time }, zone),
        weekday: day === today ? null : Temporal.PlainDate.from(day).dayOfWeek,
        part,
      })),
    )
    .filter(({ instant }) => Temporal.Instant.compare(instant, now) > 0);
}
