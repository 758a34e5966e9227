export * from './indicators.ts';
export * from './tally.ts';
