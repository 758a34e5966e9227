/** Part of a day. `open: null`: only as `comment` says, such as by appointment. */
export type Period = {
  /** Minutes since midnight on the venue's clock; `to` is at most 1440. */
  readonly from: number;
  readonly to: number;
  readonly open: true | null;
  readonly comment: string | null;
};

/** What is wrong with a text of hours (HO-4, HO-5). */
export type HoursDefect =
  | 'not-understood'
  | 'reversed-range'
  | 'empty-range'
  | 'overlapping-ranges'
  | 'school-holidays';

/** Why a day's hours cannot be known. */
export type UnknownReason =
  /** The text cannot be trusted. */
  | 'not-understood'
  | 'reversed-range'
  | 'empty-range'
  /** The text says only when it is closed, and not of this day. */
  | 'hours-not-stated'
  /** A public holiday of which the text says nothing sure. */
  | 'holiday-unknown'
  /** A day that only some sources hold for a holiday, and that would change the hours. */
  | 'holiday-disputed'
  /** The text depends on the school holidays, which nobody publishes years ahead. */
  | 'school-holidays';

/** The hours of one day, or why they cannot be known. */
export type DayOpening =
  | { readonly known: true; readonly onHoliday: boolean; readonly periods: readonly Period[] }
  | { readonly known: false; readonly reason: UnknownReason };

/** A public holiday of which the text says nothing sure. */
export const holidayUnknown: DayOpening = { known: false, reason: 'holiday-unknown' };

/** A day of which the text says nothing, among others of which it says that they are closed. */
export const hoursNotStated: DayOpening = { known: false, reason: 'hours-not-stated' };

/** Why a venue is said open, closed, or neither. */
export type OpenReason =
  | 'within-hours'
  | 'outside-hours'
  | 'holiday-hours'
  | 'holiday-closed'
  /** Only as the comment says. */
  | 'comment'
  | UnknownReason;

/** Whether a venue is open; `null`: it cannot be known, and `reason` says why. */
export type Opening = {
  readonly open: boolean | null;
  readonly reason: OpenReason;
  /** What the text says beside the hours, such as "sur rendez-vous". */
  readonly comment: string | null;
};

const says = (open: boolean | null, reason: OpenReason): Opening => ({
  open,
  reason,
  comment: null,
});
const withinHours = says(true, 'within-hours');
const outsideHours = says(false, 'outside-hours');
const holidayHours = says(true, 'holiday-hours');
const holidayClosed = says(false, 'holiday-closed');

/** The part of a day in which one minute of it lies. */
export const periodWith = (periods: readonly Period[], minutes: number): Period | undefined =>
  periods.find(({ from, to }) => from <= minutes && minutes < to);

/** What a day's hours say of one minute of it. */
export function openingAt(day: DayOpening, minutes: number): Opening {
  if (!day.known) return says(null, day.reason);
  const period = periodWith(day.periods, minutes);
  if (period === undefined) return day.onHoliday ? holidayClosed : outsideHours;
  const { open, comment } = period;
  if (open === null) return { open, reason: 'comment', comment };
  const opening = day.onHoliday ? holidayHours : withinHours;
  return comment === null ? opening : { ...opening, comment };
}
