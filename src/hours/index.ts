export * from './weekly-hours.ts';
