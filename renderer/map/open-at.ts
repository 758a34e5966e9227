import { Temporal } from 'temporal-polyfill';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';

/** How far ahead a day can be chosen. */
const daysAhead = 14;
/** The hours of a desk and a little more. */
const firstHour = 7;
const lastHour = 20;

/** The days that can be chosen, today first on that clock. */
export function daysToChoose(now: string, zone: string): readonly string[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  return Array.from({ length: daysAhead }, (_, ahead) => today.add({ days: ahead }).toString());
}

/** Every half hour of a working day, and `chosen` where it is another one. */
export function timesToChoose(chosen: string | null): readonly string[] {
  const halves = Array.from({ length: (lastHour - firstHour) * 2 + 1 }, (_, half) => {
    const hour = String(firstHour + Math.floor(half / 2)).padStart(2, '0');
    return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
  });
  return chosen === null || halves.includes(chosen) ? halves : [...halves, chosen].toSorted();
}

/** `Ouvert mercredi 25 novembre à 14 h` */
export function openAtWords(
  openAt: string,
  zone: string,
  { venues, format }: { readonly venues: Messages['venues']; readonly format: Format },
): string {
  return venues.filters.openAt(format.date(openAt, zone), format.clock(openAt, zone));
}
