import { z } from 'zod';
import { distanceAnswers, levels, overrideReasons } from '#src/distance';

/** How long the words of an override may be. */
export const longestOverrideWords = 160;

/** DI-15: a level that an adviser says, beside the measured one. */
export const levelOverride = z.strictObject({
  measured: z.enum(levels),
  level: z.enum(levels),
  reason: z.enum(overrideReasons),
  /** Why, where the reason is `other`: kept and passed on as a name is (PR-8). */
  words: z.string().trim().min(1).max(longestOverrideWords).nullable(),
});

/** As an adviser says it: another level than the measured one, and words exactly where no reason fits. */
export const saidOverride = levelOverride
  .refine(({ measured, level }) => level !== measured, { path: ['level'] })
  .refine(({ reason, words }) => (reason === 'other') === (words !== null), { path: ['words'] });

/** DI-14: why a level is what it is, and what follows, in parts: the screen makes two sentences of them. */
export const levelExplanation = z.strictObject({
  /** What was answered so, in the words of the model; only answers that were given. */
  because: z
    .array(
      z.strictObject({
        answer: z.enum(distanceAnswers),
        deeds: z.array(z.string()).min(1).readonly(),
      }),
    )
    .readonly(),
  next: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('asking'), min: z.int(), max: z.int() }),
    z.strictObject({ kind: z.literal('gate-closed') }),
    z.strictObject({ kind: z.literal('spared'), questions: z.int().positive() }),
    z.strictObject({ kind: z.literal('all-asked') }),
  ]),
});
