export * from './duplicates.ts';
export type {
  Flag,
  FlagReason,
  Rejection,
  RejectionReason,
  Repair,
  RepairReason,
} from './findings.ts';
export * from './hours.ts';
export * from './read-row.ts';
export * from './reasons.ts';
export * from './search.ts';
export * from './services.ts';
export { requiredColumns, type StandardColumn, standardColumns } from './standard.ts';
export * from './venue.ts';
