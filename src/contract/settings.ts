import { z } from 'zod';
import { disputedDays } from '#src/hours';
import { rankingWeights } from '#src/venues';
import { venueReminders } from './referral-acts.ts';

/** GET and POST /api/settings: what an administrator decides for the whole installation. */
export const settingsView = z.strictObject({
  /** Good Friday, and 21 July (Victor Schœlcher), in Guadeloupe and Martinique (HO-23). */
  disputedHolidays: z.enum(disputedDays),
  /** `null`: the weights that ship. */
  rankingWeights: rankingWeights.nullable(),
  /** Whether desks may fetch the plan of the IGN from its public servers. */
  planTiles: z.boolean(),
  venueReminders,
  /** Whether the people who have an appointment are reminded of it. */
  reminders: z.boolean(),
});
export type SettingsView = z.infer<typeof settingsView>;

/** GET /api/venues/load: how many referrals a venue was sent in the last fourteen days; no identity in it. */
export const venueLoad = z.strictObject({
  venues: z.array(z.strictObject({ venueId: z.string(), referrals: z.int().positive() })),
});
