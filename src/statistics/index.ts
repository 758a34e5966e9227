export * from './indicators.ts';
export * from './progress.ts';
export * from './tally.ts';
