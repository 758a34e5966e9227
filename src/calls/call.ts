/** The life of a call; see `call.machine.ts` for what leads from one state to the next. */
export const callStates = ['ringing', 'live', 'wrap-up', 'closed', 'missed'] as const;
export type CallState = (typeof callStates)[number];

/** A call that carries no request. It is counted, and not as a request. */
export const noRequestReasons = ['silent', 'wrong-number', 'abusive', 'test'] as const;
export type NoRequestReason = (typeof noRequestReasons)[number];

/** What became of the request on the phone. */
export const outcomes = ['solved', 'partly-solved', 'referred', 'unsolved', 'cut-off'] as const;
export type Outcome = (typeof outcomes)[number];
