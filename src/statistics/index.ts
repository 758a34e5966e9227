export * from './coop.ts';
export * from './coop-mapping.ts';
export * from './coop-vocabulary.ts';
export * from './indicators.ts';
export * from './override-rates.ts';
export * from './progress.ts';
export * from './small-numbers.ts';
export * from './tally.ts';
