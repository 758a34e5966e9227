import { z } from 'zod';
import { type DiaryRules, meetingPlaces, usualRules } from '#src/booking';
import type { DiaryView } from '#src/contract';
import { dayProblem, draftRange, weekdays } from './week.ts';

const kind = z.object({
  id: z.string(),
  name: z.string(),
  minutes: z.int(),
  restMinutes: z.int(),
  places: z.int(),
  where: z.array(z.enum(meetingPlaces)),
});
export type DraftKind = z.infer<typeof kind>;

const exception = z.object({
  key: z.string(),
  type: z.enum(['open', 'closed']),
  day: z.string(),
  from: z.string(),
  to: z.string(),
  kindId: z.string().nullable(),
});
export type DraftException = z.infer<typeof exception>;

const absence = z.object({ key: z.string(), from: z.string(), until: z.string() });
export type DraftAbsence = z.infer<typeof absence>;

/** A diary being edited, on this desk: what is typed may still be incomplete. */
export const diaryDraft = z.object({
  kinds: z.array(kind),
  ranges: z.array(draftRange),
  exceptions: z.array(exception),
  absences: z.array(absence),
  window: z.object({ soonestMinutes: z.int(), furthestDays: z.int() }),
  opensOnHolidays: z.boolean(),
});
export type DiaryDraft = z.infer<typeof diaryDraft>;

/** The hub's diary as it is edited; an hour at the venue where there is none yet. `name`: what such an hour is called. */
export function draftOf(diary: DiaryView | null, name: string, newId: () => string): DiaryDraft {
  const keyed = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, key: newId() }));
  const { kinds, ranges, exceptions, absences, window, opensOnHolidays } = diary ?? {
    ...usualRules,
    kinds: [newKind(name, newId)],
    ranges: [],
  };
  return {
    kinds: kinds.map(({ where, ...rest }) => ({ ...rest, where: [...where] })),
    ranges: keyed(ranges).sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from)),
    exceptions: keyed(exceptions).map((one) => ({
      ...one,
      kindId: one.type === 'open' ? one.kindId : null,
    })),
    absences: keyed(absences),
    window,
    opensOnHolidays,
  };
}

/** What is proposed as another kind of appointment. */
export function newKind(name: string, newId: () => string): DraftKind {
  return { id: newId(), name, minutes: 60, restMinutes: 0, places: 1, where: ['venue'] };
}

/** BO-8, and what no diary can say: whether it can be saved. */
export function isWhole(draft: DiaryDraft): boolean {
  return (
    draft.kinds.length > 0 &&
    draft.kinds.every(({ name, where }) => name.trim() !== '' && where.length > 0) &&
    weekdays.every((day) => dayProblem(draft.ranges.filter((r) => r.weekday === day)) === null) &&
    draft.exceptions.every(isWholeException) &&
    draft.absences.every(isWholeAbsence)
  );
}

/** Whether it says a day, and a time that ends after it begins. */
export function isWholeException({ day, from, to }: DraftException): boolean {
  return day !== '' && from !== '' && to !== '' && from < to;
}

/** Whether it says two days, in their order. */
export function isWholeAbsence({ from, until }: DraftAbsence): boolean {
  return from !== '' && until !== '' && from <= until;
}

/** The rules that the draft comes to, without what is still incomplete. */
export function rulesOf(draft: DiaryDraft): DiaryRules {
  return {
    kinds: draft.kinds.map((kept) => ({ ...kept, name: kept.name.trim() })),
    ranges: draft.ranges
      .filter(({ from, to }) => from !== '' && to !== '' && from < to)
      .map(({ key: _key, ...range }) => range),
    exceptions: draft.exceptions
      .filter(isWholeException)
      .map(({ key: _key, type, day, from, to, kindId }) =>
        type === 'open' ? { type, day, from, to, kindId } : { type, day, from, to },
      ),
    absences: draft.absences.filter(isWholeAbsence).map(({ from, until }) => ({ from, until })),
    window: draft.window,
    opensOnHolidays: draft.opensOnHolidays,
  };
}

/** The draft without a kind: what was kept for it is open to any. */
export function withoutKind(draft: DiaryDraft, kindId: string): DiaryDraft {
  const free = <Row extends { readonly kindId: string | null }>(row: Row) =>
    row.kindId === kindId ? { ...row, kindId: null } : row;
  return {
    ...draft,
    kinds: draft.kinds.filter(({ id }) => id !== kindId),
    ranges: draft.ranges.map(free),
    exceptions: draft.exceptions.map(free),
  };
}
