import { type AppointmentKind, type DiaryRules, usualRules, type WeeklyRange } from '#src/booking';
import { uuidOf } from './desk-operations.ts';

/** An hour for one person, at the venue or by telephone. */
export const aloneKind: AppointmentKind = {
  id: uuidOf('kind'),
  name: 'Accompagnement individuel',
  minutes: 60,
  restMinutes: 0,
  places: 1,
  where: ['venue', 'phone'],
};

/** What a hold says beside its time: an appointment for one person, at the venue. */
export const alone = { kindId: aloneKind.id, where: 'venue' } as const;

/** A range of every week, for any kind of appointment. */
export function weekly(weekday: number, from: string, to: string): WeeklyRange {
  return { weekday, from, to, since: null, until: null, kindId: null };
}

/** The rules of a diary that sees one person at a time. */
export function rulesFor(minutes: number, ranges: readonly WeeklyRange[]): DiaryRules {
  return { ...usualRules, kinds: [{ ...aloneKind, minutes }], ranges };
}

/** The venue's own diary, as its mediator sets it. */
export function venueDiary(
  of: { readonly diaryId: string; readonly venueId: string },
  minutes: number,
  ranges: readonly WeeklyRange[],
) {
  return { ...of, mediatorId: null, ...rulesFor(minutes, ranges) };
}
