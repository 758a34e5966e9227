import { z } from 'zod';
import { bookingWindowBounds, meetingPlaces } from '#src/booking';
import { clockTime, day, id, shortText } from './values.ts';

const appointmentKind = z.strictObject({
  id,
  name: shortText,
  minutes: z.int().min(10).max(480),
  restMinutes: z.int().min(0).max(240),
  places: z.int().min(1).max(100),
  where: z.array(z.enum(meetingPlaces)).min(1).max(meetingPlaces.length).readonly(),
});

const times = { from: clockTime, to: clockTime };
const isOrdered = ({ from, to }: { readonly from: string; readonly to: string }) => from < to;
const notOrdered = { path: ['to'] };
const kept = { kindId: id.nullable() };

const weeklyRange = z
  .strictObject({
    weekday: z.int().min(1).max(7),
    ...times,
    since: day.nullable(),
    until: day.nullable(),
    ...kept,
  })
  .refine(isOrdered, notOrdered);

const datedException = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('open'), day, ...times, ...kept }),
    z.strictObject({ type: z.literal('closed'), day, ...times }),
  ])
  .refine(isOrdered, notOrdered);

const absence = z
  .strictObject({ from: day, until: day })
  .refine(({ from, until }) => from <= until, { path: ['until'] });

/** What a mediator sets of a diary: what it offers, when, and to whom it is shut. */
export const diaryRules = z.strictObject({
  kinds: z.array(appointmentKind).min(1).max(20).readonly(),
  ranges: z.array(weeklyRange).max(100).readonly(),
  exceptions: z.array(datedException).max(200).readonly(),
  absences: z.array(absence).max(100).readonly(),
  window: z.strictObject({
    soonestMinutes: z
      .int()
      .min(bookingWindowBounds.soonestMinutes)
      .max(bookingWindowBounds.furthestDays * 24 * 60),
    furthestDays: z.int().min(1).max(bookingWindowBounds.furthestDays),
  }),
  opensOnHolidays: z.boolean(),
});
