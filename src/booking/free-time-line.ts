import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { parseJson } from '#src/kernel';
import { computeFreeTime, type FreeTime } from './free-time.ts';

/** BO-18: one line of `slots compute`: the free time, or why the query cannot be answered. */
export type FreeTimeLine = FreeTime | { readonly error: string };

const weekdayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
/** Nobody plans further ahead; each day of the window is looked at. */
const longestWindowDays = 400;
/** A day of minutes: no appointment is longer. */
const dayMinutes = 24 * 60;

const moment = z.iso.datetime({ local: true, precision: -1 });
const day = z.iso.date();
const time = z.iso.time({ precision: -1 });
const midnight = day.transform((text) => `${text}T00:00`);
/** Of a moment its day: a weekly range opens on whole days. */
const dayOrMoment = z.union([day, moment.transform((text) => text.slice(0, 10))]);
const isOrdered = ({ start, end }: { readonly start: string; readonly end: string }) => start < end;
const notOrdered = { path: ['end'], error: 'not after start' };

const rangeKinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), start: moment, end: moment }),
  z.strictObject({
    kind: z.literal('weekly'),
    weekdays: z.array(z.enum(weekdayNames).transform((name) => weekdayNames.indexOf(name) + 1)),
    from: dayOrMoment,
    start: time,
    end: time,
    until: dayOrMoment.nullable().default(null),
  }),
]);
const range = z.preprocess(withKind, rangeKinds).refine(isOrdered, notOrdered);

/** The weekdays tell the two kinds apart: said first, so that an issue is about the kind that was meant. */
function withKind(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  return { ...json, kind: 'weekdays' in json ? 'weekly' : 'once' };
}

const query = z
  .strictObject({
    timezone: z.string().refine(isZone, 'not a time zone'),
    now: moment,
    durationMin: z.int().min(1).max(dayMinutes),
    bufferMin: z.int().min(0).max(dayMinutes).default(0),
    ranges: z.array(range).max(1000),
    busy: z
      .array(
        z
          .strictObject({ start: moment, end: moment, status: z.string().optional() })
          .refine(isOrdered, notOrdered),
      )
      .max(10_000),
    from: z.union([moment, midnight]),
    to: z.union([moment, midnight]),
    holidays: z.array(day).default([]),
  })
  .refine(({ from, to }) => daysBetween(from, to) <= longestWindowDays, {
    path: ['to'],
    error: `more than ${longestWindowDays} days after from`,
  });

/** Answers one query, given as a JSON object. */
export function freeTimeLine(line: string): FreeTimeLine {
  const json = parseJson(line);
  if (!json.ok) return { error: 'not JSON' };
  const parsed = query.safeParse(json.value);
  if (!parsed.success) return { error: whereAndWhy(parsed.error) };
  const { timezone, busy, ...asked } = parsed.data;
  const taken = busy.filter(({ status }) => status !== 'cancelled');
  return computeFreeTime({ ...asked, zone: timezone, busy: taken });
}

function isZone(name: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDateTime.from(from).until(to, { largestUnit: 'days' }).days;
}

function whereAndWhy({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.map(String).join('.')}: ${issue?.message}`;
}
