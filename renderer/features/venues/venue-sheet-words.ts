import {
  type DisputedDays,
  type Hours,
  hoursPlaceOf,
  nextDays,
  readHours,
  weekOf,
} from '#src/hours';
import type { Service, Venue } from '#src/venues';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.tsx';
import { periodsLine, rangesLine } from '../../map/hours-words.ts';
import { feesText } from '../../map/venue-words.ts';
import { weekRows } from '../../map/week-rows.ts';

type Words = { readonly venues: Messages['venues']; readonly format: Format };

/** What the sheet is written for. */
export type SheetQuestion = {
  readonly venue: Venue;
  /** What help is asked for, which decides what to bring; `null` where nobody said. */
  readonly need: Service | null;
  /** From where the person comes; `null` where that, or the venue's place, is not known. */
  readonly from: { readonly commune: string; readonly km: number } | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly disputed: DisputedDays;
};

/** Everything that the sheet says, as it is printed and as it is copied. */
export type SheetText = {
  readonly name: string;
  readonly address: readonly string[];
  /** As it is dialled; `null` where none is known. */
  readonly phone: string | null;
  readonly email: string | null;
  /** The seven days; `null` where they are not known for certain. */
  readonly week: readonly { readonly day: string; readonly hours: string }[] | null;
  readonly hoursNotes: readonly string[];
  readonly coming: readonly string[];
  readonly toBring: readonly string[];
  readonly services: readonly string[];
  readonly price: string;
  readonly warning: string;
  readonly record: readonly string[];
};

/** Writes the sheet of a venue. */
export function writeSheet(question: SheetQuestion, words: Words): SheetText {
  const { venue, need, today } = question;
  const { sheet } = words.venues;
  const { format } = words;
  const phone = venue.phone === null ? null : format.phone(venue.phone);
  return {
    name: venue.name,
    address: [
      venue.address,
      venue.addressComplement ?? '',
      `${venue.postcode} ${venue.commune}`,
    ].filter((line) => line.trim() !== ''),
    phone,
    email: venue.emails[0] ?? null,
    ...hoursOf(question, words),
    coming: comingLines(question, words),
    toBring: sheet.toBring[need ?? 'any'],
    services: venue.services.map((service) => sheet.doing[service]),
    price: venue.fees.length === 0 ? sheet.priceUnknown : feesText(venue.fees, words),
    // A number is never cut at the end of a line.
    warning: sheet.warning(phone?.replaceAll(' ', '\u00a0') ?? null),
    record: [
      venue.updatedOn === null ? sheet.recordUndated : sheet.record(format.day(venue.updatedOn)),
      sheet.printedOn(format.day(today)),
    ],
  };
}

type HoursPart = Pick<SheetText, 'week' | 'hoursNotes'>;

/** Days as OpenStreetMap writes them: nobody should get that in the post. */
const machineDays = /\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b/;

function hoursOf(question: SheetQuestion, words: Words): HoursPart {
  const { sheet } = words.venues;
  const { hoursText } = question.venue;
  if (hoursText === null) return { week: null, hoursNotes: [sheet.hoursUnknown] };
  const hours = readHours(hoursText);
  if (!hours.trusted) {
    const note = machineDays.test(hoursText)
      ? sheet.hoursUnclear
      : sheet.hoursToCheck(hoursText.trim());
    return { week: null, hoursNotes: [note] };
  }
  return usualWeek(hours, words) ?? nextWeek(hours, question, words);
}

/** The week that is always the same; `null` where weeks differ. */
function usualWeek(hours: Hours, words: Words): HoursPart | null {
  const { sheet } = words.venues;
  const usual = weekOf(hours);
  if (!usual.understood) return null;
  if (usual.week.length === 0) return { week: null, hoursNotes: [sheet.closedDays] };
  const { open, closed, unknown } = sheet.holidays;
  const { openOnHolidays } = usual;
  return {
    week: weekRows(usual.week).map(({ weekday, ranges }) => ({
      day: words.format.weekday(weekday),
      hours: ranges.length === 0 ? sheet.closed : rangesLine(ranges, words),
    })),
    hoursNotes: [openOnHolidays === null ? unknown : openOnHolidays ? open : closed],
  };
}

/** The seven days to come, where no week is like another. */
function nextWeek(
  hours: Hours,
  { venue, today, disputed }: SheetQuestion,
  words: Words,
): HoursPart {
  const place = hoursPlaceOf(venue.communeCode, venue.postcode);
  return {
    week: nextDays(hours, place, today, disputed).map(({ day, opening }) => ({
      day: words.format.date(`${day}T12:00:00Z`, 'UTC'),
      hours: periodsLine(opening, words),
    })),
    hoursNotes: [words.venues.sheet.weeksDiffer],
  };
}

function comingLines({ venue, from }: SheetQuestion, words: Words): readonly string[] {
  const { sheet } = words.venues;
  if (venue.withdrawnOn !== null) return [sheet.withdrawn];
  if (venue.accessModes.includes('no-public')) return [sheet.noPublic];
  const isDoubtful =
    venue.doubts.includes('position-doubtful') || venue.doubts.includes('commune-doubtful');
  return [
    from === null || isDoubtful
      ? null
      : sheet.distance(words.format.distance(from.km), from.commune),
    isDoubtful ? sheet.positionDoubtful : null,
    venue.itinerant === true ? sheet.itinerant : null,
    sheet.askTheWay,
    venue.accessibilityUrl === null ? null : sheet.accessible,
  ].filter((line) => line !== null);
}

/** The sheet as plain text, for an e-mail or a text message. */
export function plainSheet(text: SheetText, { venues }: Words): string {
  const { sheet } = venues;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[`${title.toLocaleUpperCase()}`, ...lines].join('\n')];
  const contact = [
    sheet.colon(sheet.phone, text.phone ?? sheet.noPhone),
    ...(text.email === null ? [] : [sheet.colon(sheet.email, text.email)]),
  ];
  const hours = [
    ...(text.week ?? []).map(({ day, hours: open }) => sheet.colon(day, open)),
    ...text.hoursNotes,
  ];
  return [
    [text.name, ...text.address].join('\n'),
    contact.join('\n'),
    ...part(sheet.hours, hours),
    ...part(sheet.coming, text.coming),
    ...part(
      sheet.bring,
      text.toBring.map((item) => `- ${item}`),
    ),
    ...part(
      sheet.services,
      text.services.map((service) => `- ${service}`),
    ),
    sheet.colon(sheet.price, text.price),
    text.warning,
    text.record.join('\n'),
  ]
    .join('\n\n')
    .replaceAll('\u2060', '');
}
