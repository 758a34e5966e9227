export * from './duplicates.ts';
export {
  type Flag,
  type FlagReason,
  flagReasons,
  type Rejection,
  type RejectionReason,
  type Repair,
  type RepairReason,
  rejectionReasons,
  repairReasons,
} from './findings.ts';
export * from './quality.ts';
export * from './ranking.ts';
export { departementOfPostcode } from './read-place.ts';
export * from './read-row.ts';
export * from './reasons.ts';
export * from './search.ts';
export * from './services.ts';
export { requiredColumns, standardColumns } from './standard.ts';
export * from './venue.ts';
export * from './write-row.ts';
