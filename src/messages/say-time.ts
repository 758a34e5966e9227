import { Temporal } from 'temporal-polyfill';
import { present } from '#src/kernel';
import { fill } from './template.ts';
import type { PersonTexts } from './texts.ts';

type Calendar = PersonTexts['calendar'];

/** ME-6: the day of an instant on the clock of a zone, Gregorian, in digits that every telephone shows. */
export function sayDay(
  instant: string,
  zone: string,
  calendar: Calendar,
  length: 'day' | 'shortDay' = 'day',
): string {
  const { dayOfWeek, day, month, year } = on(instant, zone);
  return fill(calendar[length], {
    weekday: nameOf(calendar.weekdays, dayOfWeek),
    date: day === 1 ? calendar.firstOfMonth : String(day),
    month: nameOf(calendar.months, month),
    monthNumber: String(month),
    year: String(year),
  });
}

/** The time of day of an instant on the clock of a zone. */
export function sayClock(instant: string, zone: string, calendar: Calendar): string {
  const { hour, minute } = on(instant, zone);
  return fill(minute === 0 ? calendar.clockOnTheHour : calendar.clock, {
    hour: String(hour),
    minute: String(minute).padStart(2, '0'),
  });
}

/** The day and the time. */
export function sayWhen(
  instant: string,
  zone: string,
  calendar: Calendar,
  length: 'day' | 'shortDay' = 'day',
): string {
  return fill(calendar.when, {
    day: sayDay(instant, zone, calendar, length),
    clock: sayClock(instant, zone, calendar),
  });
}

/** What a person's clock shows then: `same` as the venue's, another time of that day, or another day. */
export function clocksApart(
  instant: string,
  zone: string,
  personZone: string,
): 'same' | 'other-time' | 'other-day' {
  const there = on(instant, zone).toPlainDateTime();
  const here = on(instant, personZone).toPlainDateTime();
  if (there.equals(here)) return 'same';
  return there.toPlainDate().equals(here.toPlainDate()) ? 'other-time' : 'other-day';
}

function on(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** Days and months count from one. */
function nameOf(names: readonly string[], number: number): string {
  return present(names[number - 1], 'a week has seven names, a year twelve');
}
