export * from './advance.ts';
export type { AdviserState } from './adviser.ts';
export { callWithoutQueue, chooseAdviser, isFree, type WaitingCall } from './choose-adviser.ts';
export * from './line-rules.ts';
export * from './presence.ts';
export * from './queue.ts';
export * from './recording-term.ts';
export * from './service-level.ts';
export * from './waiting.ts';
