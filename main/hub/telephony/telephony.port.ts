/** What a line tells the hub by itself. What the hub asked for is not told again. */
export type LineEvent = {
  readonly callId: string;
  /** - `rang-out`: nobody answered in time; - `caller-left`: the caller hung up, or gave up while it rang. */
  readonly kind: 'rang-out' | 'caller-left';
};

/** A call that a line brings to a desk. Durations in milliseconds. */
export type RingingCall = {
  readonly callId: string;
  readonly ringsForMs: number;
  /** How long the caller stays once answered; `null`: until the adviser hangs up. */
  readonly staysForMs: number | null;
};

/**
 * A line, as the hub commands it. It carries voice and tells what happens; who may do what is the hub's to decide.
 *
 * TE-1: at most one event each time that a call rings. TE-2: no event after `hangUp` or `close`. TE-3: a command for a call that the line does not
 * have, or had, does nothing, since the hub may ask twice.
 */
export type Telephony = {
  readonly ring: (call: RingingCall) => Promise<void>;
  /** The adviser takes the call. */
  readonly answer: (callId: string) => Promise<void>;
  /** Ends the call on the line, ringing or live. */
  readonly hangUp: (callId: string) => Promise<void>;
  /** Lets go of every call: the hub stops. */
  readonly close: () => Promise<void>;
};

/** One adapter for each kind of line. */
export type Telephones = { readonly [Kind in 'manual' | 'training']: Telephony };
