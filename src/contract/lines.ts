import { z } from 'zod';
import { longestHours, readHours } from '#src/hours';
import { type LineRules, lineKinds, unansweredWays } from '#src/routing';
import { id, instant, phoneNumber, shortText } from './values.ts';

/** A skill in the cooperative's own words, as it is written on lines and beside advisers. */
export const skill = z.string().trim().min(1).max(60);
/** A BCP 47 tag. */
export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** What is said to a caller: about two minutes of it at most. */
const saidText = z.string().trim().min(1).max(1500);
const unlike = (values: readonly string[]) => new Set(values).size === values.length;
const skills = z.array(skill).max(50).refine(unlike);
const languages = z.array(language).min(1).max(20).refine(unlike);

/** RO-71: each step is later than the one before it. */
const widening = z
  .array(
    z.strictObject({
      afterS: z.int().min(0).max(3600),
      territories: z.union([z.literal('all'), z.array(id).min(1).max(200)]),
    }),
  )
  .max(10)
  .refine((steps) =>
    steps.every(({ afterS }, n) => n === 0 || afterS > (steps[n - 1]?.afterS ?? 0)),
  );

/** How the calls of a line wait and ring, within bounds in which it still answers. Durations in seconds. */
export const lineRules = z.strictObject({
  skills,
  languages,
  widening,
  offerS: z.int().min(5).max(120),
  wrapUpS: z.int().min(0).max(1800),
  extensionS: z.int().min(15).max(900),
  overflowS: z.int().min(10).max(3600),
  mostWaiting: z.int().min(1).max(1000),
  unanswered: z.enum(unansweredWays),
  /** RO-71: only hours that are understood decide whether somebody is answered. */
  hours: z
    .string()
    .trim()
    .min(1)
    .max(longestHours)
    .refine((text) => readHours(text).trusted),
  greeting: saidText,
  closed: saidText,
  recordingDays: z.int().min(1).max(365).nullable(),
  isListenedTo: z.boolean(),
  answerWithinS: z.int().min(5).max(600),
}) satisfies z.ZodType<LineRules>;

const line = z.strictObject({
  name: shortText,
  /** The number that people dial; a line of a network must have one. */
  number: phoneNumber.nullable(),
  kind: z.enum(lineKinds),
  sponsorId: id,
  territoryId: id,
  scriptId: z.string().min(1).max(80),
  /** `null`: its calls do not wait, as on the manual and the training lines. */
  rules: lineRules.nullable(),
});

/** A line as an administrator sees it. */
export const lineSettings = line.extend({
  id,
  /** Since when it is closed by hand; `null`: it answers in its hours. */
  closedAt: instant.nullable(),
});
export type LineSettings = z.infer<typeof lineSettings>;

/** GET /api/lines: the lines, and who may pay for another one and what it may run. */
export const lineList = z.strictObject({
  lines: z.array(lineSettings),
  sponsors: z.array(z.strictObject({ id, name: z.string() })),
  scripts: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type LineList = z.infer<typeof lineList>;

/** POST /api/lines */
export const lineRequest = line;
export type LineRequest = z.infer<typeof lineRequest>;

/** POST /api/lines/:id. Its kind, payer and territory stay: its calls are counted for them. */
export const lineChange = line.pick({ name: true, number: true, rules: true });
export type LineChange = z.infer<typeof lineChange>;

/** POST /api/lines/:id/open: opens it again, or closes it by hand. */
export const lineOpening = z.strictObject({ isOpen: z.boolean() });

/** POST /api/accounts/:id/calls: which calls an account that takes calls is fit for. */
export const adviserScope = z.strictObject({
  territoryIds: z.array(id).min(1).max(200),
  skills,
  languages,
});
export type AdviserScope = z.infer<typeof adviserScope>;
