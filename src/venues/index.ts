export * from './hours.ts';
export * from './reasons.ts';
export * from './search.ts';
export * from './services.ts';
export * from './venue.ts';
