/** The life of a call; see `call.machine.ts` for what leads from one state to the next. */
export const callStates = ['ringing', 'live', 'wrap-up', 'call-back', 'closed', 'missed'] as const;
export type CallState = (typeof callStates)[number];

/**
 * A call that carries no request for this line; one that is out of scope goes to who does help, in an emergency 15,
 * 17, 18 or 112. It is counted, and not as a request.
 */
export const noRequestReasons = [
  'silent',
  'wrong-number',
  'abusive',
  'test',
  'out-of-scope',
] as const;
export type NoRequestReason = (typeof noRequestReasons)[number];

/** What became of the request on the phone. */
export const outcomes = ['solved', 'partly-solved', 'referred', 'unsolved', 'cut-off'] as const;
export type Outcome = (typeof outcomes)[number];
