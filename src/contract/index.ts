export * from './api.ts';
export * from './operations.ts';
export * from './values.ts';
export * from './views.ts';
