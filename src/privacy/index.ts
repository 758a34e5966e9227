export * from './consent.ts';
export * from './forgotten-facts.ts';
