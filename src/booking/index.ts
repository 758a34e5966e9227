export * from './booking.ts';
export * from './referral.ts';
export * from './slots.ts';
