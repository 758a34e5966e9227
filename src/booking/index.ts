export * from './booking.ts';
export * from './booking-way.ts';
export * from './by-link.ts';
export * from './correction.ts';
export * from './diary.ts';
export {
  computeFreeTime,
  type FreeTime,
  type FreeTimeQuery,
  type OpenRange,
} from './free-time.ts';
export * from './free-time-line.ts';
export * from './rdv-status.ts';
export * from './referral.machine.ts';
export * from './referral.ts';
export * from './referral-due.ts';
export {
  isTimeAhead,
  type ReferralAct,
  type ReferralLife,
  type ReferralProgress,
} from './referral-life.ts';
export * from './referral-news.ts';
export type { ReferralRefusal } from './referral-refusal.ts';
export * from './slots.ts';
export * from './wait-list.ts';
