import { inArray } from 'drizzle-orm';
import type { ReferralView } from '#src/contract';
import type { Transaction } from '../storage/database.ts';
import { rdvPlan, type referral } from '../storage/schema.ts';

type DraftRow = typeof rdvPlan.$inferSelect;

/** The drafts of these referrals, by referral. */
export async function readDrafts(
  tx: Transaction,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, DraftRow>> {
  const rows = await tx
    .select()
    .from(rdvPlan)
    .where(inArray(rdvPlan.referralId, [...referralIds]));
  return new Map(rows.map((row) => [row.referralId, row]));
}

/** Who keeps the appointment, where it is somebody else. */
export function elsewhereOf(
  { bookedOn: way }: typeof referral.$inferSelect,
  draft: DraftRow | undefined,
): ReferralView['elsewhere'] {
  if (way === null) return null;
  return { way, draft: draft === undefined ? null : { state: draft.state, url: draft.url } };
}
