import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import { shortId } from './ids.ts';

const words = z.string().regex(/\S/).max(600);

const solutionCard = z.strictObject({
  id: shortId,
  title: words,
  /** The service or subject it belongs to, as a person says it: "Santé". */
  theme: words,
  /** What people say who have this difficulty, in their own words: the card is found by them. */
  symptoms: z.array(words).min(3).max(12),
  /** What to say before the first step. */
  say: words,
  /** What to do, one gesture at a time, told to the person; and what to ask before the next. */
  steps: z
    .array(z.strictObject({ say: words, check: words }))
    .min(2)
    .max(12),
  /** What to say and do where the steps did not help. */
  ifNotWorking: words,
  /** What the adviser must not do: take a password, a card number, a code. */
  never: z.array(words).min(1).max(4),
  /** When to leave it, and to whom. */
  stopWhen: words,
  /** The official site to hold the steps against. */
  source: z.url(),
  /** When somebody last held the card against its source; `null`: nobody has yet. */
  checkedOn: z.iso.date().nullable(),
});

/** A way out of one common difficulty, to be told on the telephone. */
export type SolutionCard = z.infer<typeof solutionCard>;

/** Why a data file cannot be read: each place in it, and what is wrong there. */
export type InvalidFile = {
  readonly code: 'invalid-file';
  readonly issues: readonly { readonly place: string; readonly message: string }[];
};

/** Reads a solution card's file. */
export function parseSolutionCard(json: unknown): Result<SolutionCard, InvalidFile> {
  return parseFile(solutionCard, json);
}

/** Reads a data file against its schema. */
export function parseFile<Value>(
  schema: z.ZodType<Value>,
  json: unknown,
): Result<Value, InvalidFile> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ path, message }) => ({
    place: path.join('.'),
    message,
  }));
  return err({ code: 'invalid-file', issues });
}
