export type { AdviserState } from './adviser.ts';
export { chooseAdviser, requestedCall, type WaitingCall } from './choose-adviser.ts';
export * from './line-rules.ts';
export * from './presence.ts';
export {
  type Advance,
  advance,
  type Offer,
  type QueuedCall,
  type RoutingCommand,
  type RoutingEvent,
  type RoutingState,
  wakeAt,
} from './queue.ts';
