export { type CallRecord, emptyRecord } from './call-effect.ts';
export * from './effect.ts';
export * from './effects.ts';
export * from './link.machine.ts';
export * from './outbox.ts';
export * from './retry.ts';
