import type { AdviserState } from './adviser.ts';
import type { WaitingCall } from './choose-adviser.ts';
import type { LineRules, UnansweredWay } from './line-rules.ts';
import type { ChosenPresence } from './presence.ts';

/** A call in the queue: from its arrival until somebody joins it, or it is given up. */
export type QueuedCall = WaitingCall & {
  readonly callId: string;
  /** Calls of one line have one territory and the same rules. */
  readonly lineId: string;
  readonly rules: LineRules;
  /** RO-10: higher ones first. */
  readonly priority: number;
  /** RO-17: the caller hung up and keeps the place; it is they who are called when it comes. */
  readonly callsBack: boolean;
  /** RO-18: the caller was offered something else than to wait. */
  readonly isOverflowed: boolean;
  readonly offer: Offer | null;
};

/** A call that rings at one desk. `until`: milliseconds since 1970. */
export type Offer = { readonly adviserId: string; readonly until: number };

/** The queue of a hub: whoever waits, and whoever may answer. In which order they are listed decides nothing. */
export type RoutingState = {
  readonly calls: readonly QueuedCall[];
  readonly advisers: readonly AdviserState[];
};

/**
 * What happens. What is told twice, or too late, changes nothing.
 *
 * - `call-came`: also one that comes back, with the `since` that it had;
 * - `call-gone`: the caller left, or what they wanted is done otherwise;
 * - `call-back-asked`: the caller hangs up and keeps the place;
 * - `call-put-first`: before all that wait now;
 * - `call-requested`: this desk takes it next, out of turn;
 * - `offer-left`: the adviser does not take it; `offer-missed`: it rang out, or their telephone takes no call;
 * - `adviser-joined`: their leg is in the conversation;
 * - `conversation-over`: theirs; then they write up, `0` where nothing is left to write;
 * - `desk-seen`: theirs is there, until then if no more is heard of it;
 * - `time-passed`: a timer went off.
 */
export type RoutingEvent =
  | { readonly kind: 'call-came'; readonly call: Omit<QueuedCall, 'offer'> }
  | {
      readonly kind: 'call-gone' | 'call-back-asked' | 'call-put-first';
      readonly callId: string;
    }
  | {
      readonly kind: 'call-requested' | 'offer-left' | 'offer-missed' | 'adviser-joined';
      readonly callId: string;
      readonly adviserId: string;
    }
  | {
      readonly kind: 'conversation-over';
      readonly callId: string;
      readonly adviserId: string;
      readonly wrapUpS: number;
    }
  | {
      readonly kind: 'wrap-up-extended';
      readonly adviserId: string;
      readonly extensionS: number;
    }
  | { readonly kind: 'wrap-up-over'; readonly adviserId: string }
  | {
      readonly kind: 'presence-chosen';
      readonly adviserId: string;
      readonly presence: ChosenPresence;
    }
  | { readonly kind: 'desk-seen'; readonly adviserId: string; readonly until: number }
  | { readonly kind: 'time-passed' };

/**
 * What the hub then does on the line.
 *
 * - `ring`: at this desk, until then; `call-out`: the same, for a caller who is called back;
 * - `stop-ringing`: it rings there no longer;
 * - `let-go`: they joined a call that is another's, or over;
 * - `offer-otherwise`: the caller has waited long enough to be offered something else.
 */
export type RoutingCommand =
  | {
      readonly kind: 'ring' | 'call-out';
      readonly callId: string;
      readonly adviserId: string;
      readonly until: number;
    }
  | {
      readonly kind: 'stop-ringing' | 'let-go';
      readonly callId: string;
      readonly adviserId: string;
    }
  | { readonly kind: 'offer-otherwise'; readonly callId: string; readonly way: UnansweredWay };

/** What comes of an event: the state after it, and what is to be done, in this order. */
export type Advance = {
  readonly state: RoutingState;
  readonly commands: readonly RoutingCommand[];
};

/** RO-10: who was asked for, then by priority, then by arrival; by id where two came at once. */
export function firstInQueue(a: QueuedCall, b: QueuedCall): number {
  return (
    Number(b.requestedBy !== null) - Number(a.requestedBy !== null) ||
    b.priority - a.priority ||
    a.since - b.since ||
    (a.callId < b.callId ? -1 : 1)
  );
}
