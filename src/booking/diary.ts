import type { HolidayTerritory } from '#src/hours';
import { err, ok, type Result } from '#src/kernel';

/** Where an appointment takes place: at the venue, by telephone, by video, or at the person's home. */
export const meetingPlaces = ['venue', 'phone', 'video', 'home'] as const;
export type MeetingPlace = (typeof meetingPlaces)[number];

/** Who sees how many at once: one person, or a workshop with its places. */
export type AppointmentKind = {
  readonly id: string;
  /** As it is said to a caller: `Accompagnement individuel`. */
  readonly name: string;
  readonly minutes: number;
  /** After each appointment, before the next one. */
  readonly restMinutes: number;
  /** 1: for one person; more: a workshop. */
  readonly places: number;
  /** Where it may take place; never empty. */
  readonly where: readonly MeetingPlace[];
};

/** Opening of a diary every week: weekday 1 (Monday) to 7 (Sunday), `HH:mm` on the venue's clock. */
export type WeeklyRange = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  /** The first day and the last one, `YYYY-MM-DD`, both included; `null`: no bound. */
  readonly since: string | null;
  readonly until: string | null;
  /** The one kind of appointment that it is kept for; `null`: any. */
  readonly kindId: string | null;
};

/** What differs on one day: open besides the week, or closed in spite of it. `HH:mm` on the venue's clock. */
export type DatedException =
  | {
      readonly type: 'open';
      readonly day: string;
      readonly from: string;
      readonly to: string;
      readonly kindId: string | null;
    }
  | { readonly type: 'closed'; readonly day: string; readonly from: string; readonly to: string };

/** Whole days on which nobody is there, `YYYY-MM-DD`, both included. */
export type Absence = { readonly from: string; readonly until: string };

/** How soon and how far ahead a time may be booked. */
export type BookingWindow = { readonly soonestMinutes: number; readonly furthestDays: number };

/** Half an hour to a year: no sooner than a person can set out, no further than anybody plans. */
export const bookingWindowBounds = { soonestMinutes: 30, furthestDays: 365 } as const;

/** What a mediator sets of a diary. */
export type DiaryRules = {
  readonly kinds: readonly AppointmentKind[];
  readonly ranges: readonly WeeklyRange[];
  readonly exceptions: readonly DatedException[];
  readonly absences: readonly Absence[];
  readonly window: BookingWindow;
  /** Whether it opens on the public holidays of its territory as on other days. */
  readonly opensOnHolidays: boolean;
};

/** When and for what a diary takes appointments. `zone` is an IANA zone: the venue's clock. */
export type Diary = DiaryRules & { readonly zone: string; readonly territory: HolidayTerritory };

/** What a new diary says of all but its kinds and ranges. */
export const usualRules: Omit<DiaryRules, 'kinds' | 'ranges'> = {
  exceptions: [],
  absences: [],
  window: { soonestMinutes: bookingWindowBounds.soonestMinutes, furthestDays: 60 },
  opensOnHolidays: false,
};

/** Whether it may ever offer a time; one without any is a diary that nobody keeps. */
export function takesAppointments({
  ranges,
  exceptions,
}: Pick<DiaryRules, 'ranges' | 'exceptions'>): boolean {
  return ranges.length > 0 || exceptions.some(({ type }) => type === 'open');
}

/**
 * BO-8: the ranges of one weekday do not overlap as long as both stand, and each is kept for a kind that there is.
 * Those that touch are fine.
 */
export function checkRules({
  kinds,
  ranges,
  exceptions,
}: Pick<DiaryRules, 'kinds' | 'ranges' | 'exceptions'>): Result<
  null,
  'ranges-overlap' | 'unknown-kind'
> {
  const known = new Set(kinds.map(({ id }) => id));
  const named = [...ranges, ...exceptions.filter(({ type }) => type === 'open')];
  const isUnknown = named.some(
    (one) => 'kindId' in one && one.kindId !== null && !known.has(one.kindId),
  );
  if (isUnknown) return err('unknown-kind');
  return checkRanges(ranges);
}

/** BO-8: the ranges of one weekday do not overlap as long as both stand. */
export function checkRanges(ranges: readonly WeeklyRange[]): Result<null, 'ranges-overlap'> {
  const overlap = ranges.some((one, index) =>
    ranges
      .slice(index + 1)
      .some(
        (other) =>
          one.weekday === other.weekday &&
          one.from < other.to &&
          other.from < one.to &&
          standTogether(one, other),
      ),
  );
  return overlap ? err('ranges-overlap') : ok(null);
}

/** Whether there is a day on which both stand. */
function standTogether(one: WeeklyRange, other: WeeklyRange): boolean {
  const isBefore = (until: string | null, since: string | null) =>
    until !== null && since !== null && until < since;
  return !isBefore(one.until, other.since) && !isBefore(other.until, one.since);
}
