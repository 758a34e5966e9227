import { z } from 'zod';
import { overrideReasons } from '#src/distance';
import { day, instant } from './values.ts';

const share = z.number().min(0).max(1);

/** GET /api/statistics/overrides?from&to&territory: how often advisers corrected a level, by question, never by name. */
export const overrideRatesView = z.strictObject({
  from: day,
  to: day,
  demonstration: z.boolean(),
  computedAt: instant,
  /** `null`: too few calls to be told (ST-12). */
  questions: z.array(
    z.strictObject({
      /** `id@version` of the model that asks it. */
      model: z.string(),
      question: z.string(),
      /** Closed calls in which it was asked, rounded down to a ten. */
      asked: z.int().nullable(),
      corrected: share.nullable(),
      nearer: share.nullable(),
      farther: share.nullable(),
      reasons: z.array(z.strictObject({ reason: z.enum(overrideReasons), share })),
    }),
  ),
});
export type OverrideRatesView = z.infer<typeof overrideRatesView>;
