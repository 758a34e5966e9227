import { Temporal } from 'temporal-polyfill';
import type { Way } from '#src/contract';
import { hoursPlaceOf } from '#src/hours';
import { freshSince, type Reason, type Venue, type VenueMatch } from '#src/venues';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';

/**
 * A sentence about a venue. `now` is what one asks first: when, and for how much. `doubt` is shown in
 * amber: it is to be asked before sending somebody.
 */
export type Line = { readonly kind: 'now' | 'for' | 'doubt'; readonly text: string };

type Words = { readonly venues: Messages['venues']; readonly format: Format };

/** How far it is by road, and how long that takes. */
export function wayLine({ km, minutes }: Way, { venues, format }: Words): Line {
  return { kind: 'now', text: venues.byRoad(format.distance(km), minutes) };
}

/** Why a venue stands where it stands, as sentences; its hours have a line of their own. */
export function reasonLines(
  { venue, reasons }: Pick<VenueMatch, 'venue' | 'reasons'>,
  words: Words,
): readonly Line[] {
  const lines = [
    ...withdrawnLine(venue, words),
    ...unknownLine(reasons, words),
    ...reasons.flatMap((reason) => reasonLine(reason, venue, words) ?? []),
  ];
  return [
    ...lines.filter(({ kind }) => kind === 'now'),
    ...lines.filter(({ kind }) => kind === 'for'),
    ...lines.filter(({ kind }) => kind === 'doubt'),
  ];
}

function withdrawnLine({ withdrawnOn }: Venue, { venues, format }: Words): readonly Line[] {
  return withdrawnOn === null
    ? []
    : [{ kind: 'doubt', text: venues.reasons.withdrawn(format.shortDay(withdrawnOn)) }];
}

/** What the record leaves open, in one sentence: it is asked in one telephone call. */
function unknownLine(reasons: readonly Reason[], { venues }: Words): readonly Line[] {
  const asked = reasons.flatMap((reason) => (reason.code === 'wish-unknown' ? [reason.wish] : []));
  return asked.length === 0 ? [] : [{ kind: 'doubt', text: `${venues.wishesUnknown(asked)}.` }];
}

function reasonLine(reason: Reason, venue: Venue, { venues, format }: Words): Line | null {
  switch (reason.code) {
    // Every venue of the list offers it: saying so on each would say nothing.
    case 'service-offered':
    // Whether it is open, and its hours, have their own line.
    case 'open-then':
    case 'opening-to-check':
    case 'hours-known':
    case 'hours-not-understood':
    case 'hours-unknown':
    // Most venues have no diary here.
    case 'no-free-slot':
    // One line for all that is to be asked.
    case 'wish-unknown':
      return null;
    case 'free-slot':
      return { kind: 'now', text: freeSlotText(reason.from, venue, { venues, format }) };
    case 'recent-referrals':
      return { kind: 'for', text: venues.reasons.recentReferrals(reason.count) };
    case 'receives-nobody':
      return { kind: 'doubt', text: venues.reasons.receivesNobody };
    case 'wish-met':
      return {
        kind: reason.wish === 'free' ? 'now' : 'for',
        text: `${venues.wishesMet[reason.wish]}.`,
      };
    case 'wish-not-met':
      return { kind: 'doubt', text: `${venues.wishNotMet(reason.wish)}.` };
    case 'phone-unknown':
      return { kind: 'doubt', text: venues.reasons.noPhone };
    case 'record-fresh':
      return { kind: 'for', text: venues.record.fresh(format.month(reason.updatedOn)) };
    case 'record-stale':
      return {
        kind: 'doubt',
        text: venues.record.stale(reason.updatedOn.slice(0, 4), venue.phone !== null),
      };
    case 'record-undated':
      return { kind: 'doubt', text: venues.record.undated };
    case 'position-unknown':
      return { kind: 'doubt', text: venues.reasons.positionUnknown };
    case 'position-doubtful':
    case 'commune-doubtful':
      return { kind: 'doubt', text: venues.doubts[reason.code] };
  }
}

/** On the venue's own clock. */
function freeSlotText(from: string, venue: Venue, { venues, format }: Words): string {
  const { zone } = hoursPlaceOf(venue.communeCode, venue.postcode);
  return venues.reasons.freeSlot(format.date(from, zone), format.clock(from, zone));
}

/** What is to be paid, where the record says it and no reason does already. */
export function feesLine(
  { venue, reasons }: VenueMatch,
  { venues, format }: Words,
): readonly Line[] {
  const isAsked = reasons.some((reason) => 'wish' in reason && reason.wish === 'free');
  if (isAsked || venue.fees.length === 0) return [];
  return [{ kind: 'now', text: `${sentence(feesText(venue.fees, { venues, format }))}.` }];
}

/** `gratuit ou gratuit sous condition`: a price list that is not empty. */
export function feesText(fees: Venue['fees'], { venues, format }: Words): string {
  return format.either(fees.map((fee) => venues.fees[fee].toLocaleLowerCase(format.locale)));
}

/** Whose records were found to be of this one place, where there are several. */
export function sourcesLine(venue: Venue, { venues, format }: Words): readonly Line[] {
  const names = [...new Set(venue.sources.flatMap(({ source }) => source ?? []))];
  return names.length < 2
    ? []
    : [{ kind: 'for', text: venues.reasons.severalSources(format.list(names)) }];
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

/** How long ago the producer touched the record: `il y a 3 mois`; `null` where that is not known. */
export function recordAge(
  updatedOn: string | null,
  now: string,
  { venues, format }: Words,
): { readonly text: string; readonly isStale: boolean } | null {
  if (updatedOn === null) return null;
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const { months } = Temporal.PlainDate.from(updatedOn).until(today, { largestUnit: 'months' });
  const ago = new Intl.RelativeTimeFormat(format.locale);
  const text =
    months < 1
      ? venues.card.thisMonth
      : months < 24
        ? ago.format(-months, 'month')
        : ago.format(-Math.floor(months / 12), 'year');
  return { text, isStale: updatedOn < freshSince(now) };
}
