export * from './booking.ts';
export * from './correction.ts';
export * from './free-time.ts';
export * from './free-time-line.ts';
export * from './referral.machine.ts';
export * from './referral.ts';
export * from './referral-news.ts';
export * from './slots.ts';
