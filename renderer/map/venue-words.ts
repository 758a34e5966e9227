import { type DayHours, describeHours, type Weekday } from '#src/hours';
import type { Reason, VenueMatch } from '#src/venues';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';

/** A sentence about a venue. `doubt` is shown in amber: it is to be asked before sending somebody. */
export type Line = { readonly kind: 'for' | 'doubt'; readonly text: string };

type Words = { readonly venues: Messages['venues']; readonly format: Format };

/** Why a venue stands where it stands, as sentences; its hours are said in full by `hoursLine`. */
export function reasonLines(reasons: readonly Reason[], words: Words): readonly Line[] {
  const lines = reasons.flatMap((reason) => reasonLine(reason, words) ?? []);
  return [
    ...lines.filter(({ kind }) => kind === 'for'),
    ...lines.filter(({ kind }) => kind === 'doubt'),
  ];
}

function reasonLine(reason: Reason, { venues, format }: Words): Line | null {
  switch (reason.code) {
    // Every venue of the list offers it: saying so on each would say nothing.
    case 'service-offered':
    // The hours themselves are shown.
    case 'hours-known':
    case 'hours-not-understood':
    case 'hours-unknown':
      return null;
    case 'wish-met':
      return { kind: 'for', text: `${venues.wishesMet[reason.wish]}.` };
    case 'wish-not-met':
      return { kind: 'doubt', text: `${venues.wishNotMet(reason.wish)}.` };
    case 'wish-unknown':
      return { kind: 'doubt', text: `${sentence(venues.wishUnknown(reason.wish))}.` };
    case 'phone-unknown':
      return { kind: 'doubt', text: venues.reasons.noPhone };
    case 'record-fresh':
      return { kind: 'for', text: venues.record.fresh(format.month(reason.updatedOn)) };
    case 'record-stale':
      return { kind: 'doubt', text: venues.record.stale(reason.updatedOn.slice(0, 4)) };
    case 'record-undated':
      return { kind: 'doubt', text: venues.record.undated };
    case 'position-unknown':
      return { kind: 'doubt', text: venues.reasons.positionUnknown };
    case 'position-doubtful':
    case 'commune-doubtful':
      return { kind: 'doubt', text: venues.doubts[reason.code] };
  }
}

/** What is to be paid, where the record says it and no reason does already. */
export function feesLine(
  { venue, reasons }: VenueMatch,
  { venues, format }: Words,
): readonly Line[] {
  const isAsked = reasons.some((reason) => 'wish' in reason && reason.wish === 'free');
  if (isAsked || venue.fees.length === 0) return [];
  return [{ kind: 'for', text: `${format.list(venue.fees.map((fee) => venues.fees[fee]))}.` }];
}

/** The hours as a sentence where they are understood; else as recorded, to be checked. */
export function hoursLine(hoursText: string | null, { venues, format }: Words): Line {
  if (hoursText === null) return { kind: 'doubt', text: venues.hours.unknown };
  const hours = describeHours(hoursText);
  if (!hours.understood) return { kind: 'doubt', text: venues.hours.toCheck(hours.text) };
  if (hours.week.length === 0) return { kind: 'doubt', text: venues.hours.closed };
  const week = hours.week.map((day) => dayLine(day, { venues, format })).join(', ');
  return { kind: 'for', text: venues.hours.open(week) };
}

/** `lun. au ven. 9 h–12 h et 14 h–17 h` */
export function dayLine({ days, ranges }: DayHours, { venues, format }: Words): string {
  const names = runs(days).map(([first, last]) =>
    first === last
      ? format.weekday(first, 'short')
      : venues.hours.dayRange(format.weekday(first, 'short'), format.weekday(last, 'short')),
  );
  const times = ranges.map(({ from, to }) =>
    venues.hours.timeRange(format.clockTime(from), format.clockTime(to)),
  );
  return `${names.join(venues.hours.and)} ${times.join(venues.hours.and)}`;
}

/** Days that follow each other, from the first to the last: a run of two is two days. */
function runs(days: readonly Weekday[]): readonly (readonly [Weekday, Weekday])[] {
  const found: [Weekday, Weekday][] = [];
  for (const day of days) {
    const run = found.at(-1);
    if (run !== undefined && day === run[1] + 1) run[1] = day;
    else found.push([day, day]);
  }
  return found.flatMap(([first, last]): (readonly [Weekday, Weekday])[] =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

/** With a capital, as it stands at the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The address on one line, as it is read aloud. */
export function addressLine(venue: {
  readonly address: string;
  readonly addressComplement: string | null;
  readonly postcode: string;
  readonly commune: string;
}): string {
  const street = [venue.address, venue.addressComplement].filter(Boolean).join(', ');
  return [street, `${venue.postcode} ${venue.commune}`].filter(Boolean).join(', ');
}
