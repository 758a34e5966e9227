export * from './api.ts';
export * from './desktop.ts';
export * from './operations.ts';
export * from './person-draft.ts';
export * from './settings.ts';
export * from './values.ts';
export * from './venue-data.ts';
export * from './views.ts';
