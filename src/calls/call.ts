/** The life of a call; see `call.machine.ts` for what leads from one state to the next. */
export const callStates = [
  'waiting',
  'ringing',
  'live',
  'wrap-up',
  'call-back',
  'closed',
  'missed',
] as const;
export type CallState = (typeof callStates)[number];

/**
 * A call that carries no request of its own; one that is out of scope goes to who does help, in an emergency 15, 17,
 * 18 or 112; one that is `continued` goes on in the record of a request that waited (CA-17). It is counted, and not as
 * a request.
 */
export const noRequestReasons = [
  'silent',
  'wrong-number',
  'abusive',
  'test',
  'out-of-scope',
  'continued',
] as const;
export type NoRequestReason = (typeof noRequestReasons)[number];

/** What became of the request on the phone. */
export const outcomes = ['solved', 'partly-solved', 'referred', 'unsolved', 'cut-off'] as const;
export type Outcome = (typeof outcomes)[number];
