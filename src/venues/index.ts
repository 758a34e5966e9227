export * from './duplicates.ts';
export type { Rejection } from './findings.ts';
export * from './ranking.ts';
export * from './read-row.ts';
export * from './reasons.ts';
export * from './search.ts';
export * from './services.ts';
export { requiredColumns, standardColumns } from './standard.ts';
export * from './venue.ts';
