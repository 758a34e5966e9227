import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import shipped from '../../data/ranking.json' with { type: 'json' };
import type { Reason } from './reasons.ts';

const weightKm = z.number().min(0).max(200);

/**
 * What the ranking weighs, in kilometres: how much farther a person is sent for each (ADR 9). All are
 * zero or more, and added to the distance; a venue that is good at everything costs its distance only.
 */
export const rankingWeights = z.strictObject({
  /** For each wish that the record says is not met. */
  wishNotMetKm: weightKm,
  /** For each wish on which the record is silent. */
  wishUnknownKm: weightKm,
  /** Where no slot of a diary is free in the next fourteen days. */
  noFreeSlotKm: weightKm,
  /** Where the hours are not stated, or not understood. */
  hoursUnknownKm: weightKm,
  /** Where the record is older than twelve months, or not dated. */
  staleRecordKm: weightKm,
  /** For each referral that the venue was sent in the last fourteen days: equal venues take turns. */
  referralKm: weightKm,
});
export type RankingWeights = Readonly<z.infer<typeof rankingWeights>>;

/** Weights that somebody wrote, where they are whole and none is below zero or above 200 km. */
export function parseRankingWeights(
  json: unknown,
): Result<RankingWeights, { readonly code: 'malformed-weights'; readonly detail: string }> {
  const parsed = rankingWeights.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return err({ code: 'malformed-weights', detail: z.prettifyError(parsed.error) });
}

/** The weights that ship, used until an administrator decides otherwise: `data/ranking.json` (VE-41). */
export const shippedWeights: RankingWeights = rankingWeights.parse(shipped);

/** What a reason adds to the distance, in kilometres. */
export function detourKm(reason: Reason, weights: RankingWeights): number {
  switch (reason.code) {
    case 'wish-not-met':
      return weights.wishNotMetKm;
    case 'wish-unknown':
      return weights.wishUnknownKm;
    case 'no-free-slot':
      return weights.noFreeSlotKm;
    case 'hours-unknown':
    case 'hours-not-understood':
      return weights.hoursUnknownKm;
    case 'record-stale':
    case 'record-undated':
      return weights.staleRecordKm;
    case 'recent-referrals':
      return weights.referralKm * reason.count;
    default:
      return 0;
  }
}

/** To a metre: sums of the same parts in another order are the same cost. */
export const toMetre = (km: number) => Math.round(km * 1000) / 1000;

/** A part of what a venue costs: its distance, or a reason that lengthens it. */
export type CostPart = { readonly reason: Reason | 'distance'; readonly km: number };

/** What the cost of a match is made of, for whoever chooses the weights; the parts add up to `costKm`. */
export function explainCost(
  match: { readonly distanceKm: number | null; readonly reasons: readonly Reason[] },
  weights: RankingWeights,
): readonly CostPart[] {
  const parts: readonly CostPart[] = [
    { reason: 'distance', km: match.distanceKm ?? 0 },
    ...match.reasons.map((reason) => ({ reason, km: detourKm(reason, weights) })),
  ];
  return parts.filter(({ km }) => km > 0);
}
