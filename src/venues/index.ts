export * from './duplicates.ts';
export * from './filter-values.ts';
export {
  type FieldFilters,
  type FilterField,
  filterFields,
  filterValues,
  freshSince,
  noFilters,
  type VenueFilters,
} from './filters.ts';
export type { FlagReason, Rejection, RejectionReason, RepairReason } from './findings.ts';
export type { VenueOpening } from './index-schedules.ts';
export { buildVenueIndex, type VenueIndex } from './index-venues.ts';
export * from './quality.ts';
export {
  type CostPart,
  explainCost,
  parseRankingWeights,
  type RankingWeights,
  rankingWeights,
  shippedWeights,
} from './ranking.ts';
export { departementOfPostcode } from './read-place.ts';
export * from './read-row.ts';
export type { Reason } from './reasons.ts';
export * from './search.ts';
export type { SearchContext, VenueMatch, VenueQuery } from './search-matches.ts';
export * from './services.ts';
export {
  requiredColumns,
  type StandardColumn,
  standardColumns,
  type VenueRow,
} from './standard.ts';
export * from './venue.ts';
export * from './wishes.ts';
export * from './write-row.ts';
