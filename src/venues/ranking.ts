/**
 * What the ranking weighs, in kilometres: how much farther a person is sent for each (ADR 9). All are
 * zero or more, and added to the distance; a venue that is good at everything costs its distance only.
 */
export type RankingWeights = {
  /** For each wish that the record says is not met. */
  readonly wishNotMetKm: number;
  /** For each wish on which the record is silent. */
  readonly wishUnknownKm: number;
  /** Where no slot of a diary is free in the next fourteen days. */
  readonly noFreeSlotKm: number;
  /** Where the hours are not stated, or not understood. */
  readonly hoursUnknownKm: number;
  /** Where the record is older than twelve months, or not dated. */
  readonly staleRecordKm: number;
  /** For each referral that the venue was sent in the last fourteen days: equal venues take turns. */
  readonly referralKm: number;
};
