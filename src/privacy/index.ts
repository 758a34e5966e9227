export * from './consent.ts';
export * from './forgotten-facts.ts';
export * from './initials.ts';
