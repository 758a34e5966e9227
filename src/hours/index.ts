export { type WallClock, type Weekday, wallClock } from './clock.ts';
export { readFrenchHours } from './french-hours.ts';
export { type DisputedDays, disputedDays, holidaysOf } from './holidays.ts';
export * from './hours.ts';
export type {
  DayOpening,
  Opening,
  OpenReason,
} from './opening.ts';
export * from './place.ts';
export * from './weekly-hours.ts';
export { clockTime } from './write-rules.ts';
