import type { LineKind, UnansweredWay } from '#src/routing';

/**
 * What a line tells the hub by itself. What the hub asked for is not told again.
 *
 * - `rang-out`: the desk did not answer in time;
 * - `caller-left`: the caller hung up, or gave up while it rang or waited;
 * - `hold-changed`: the caller was put on hold, or taken back, as their end (`leg.is_held`) says;
 * - `adviser-joined`: their leg is in the conversation: only this claims a call on a network (RO-11);
 * - `adviser-left`: it ended, by their hand or by their network: the caller is still there;
 * - `adviser-unreachable`: their telephone takes no call at present;
 * - `party-joined`, `party-left`: somebody who was added;
 * - `listener-joined`, `listener-left`: a supervisor hears the call, or does no longer, for whatever reason;
 * - `call-back-asked`: the caller wants to be called back, at `number` where they keyed another than the one they phone from (RO-47);
 * - `voicemail-left`: they said what they want, in a recording that the carrier keeps (RO-48);
 * - `recorded`: a conversation was, and the carrier keeps it (TW-70).
 */
export type LineEvent =
  | { readonly kind: 'rang-out' | 'caller-left'; readonly callId: string }
  | { readonly kind: 'hold-changed'; readonly callId: string }
  | {
      readonly kind: 'adviser-joined' | 'adviser-left' | 'adviser-unreachable';
      readonly callId: string;
      readonly adviserId: string;
    }
  | {
      readonly kind: 'party-joined' | 'party-left';
      readonly callId: string;
      readonly partyId: string;
    }
  | {
      readonly kind: 'listener-joined' | 'listener-left';
      readonly callId: string;
      readonly supervisorId: string;
    }
  | { readonly kind: 'call-back-asked'; readonly callId: string; readonly number: string | null }
  | {
      readonly kind: 'voicemail-left' | 'recorded';
      readonly callId: string;
      readonly recordingId: string;
      /** When it began, ISO 8601. */
      readonly beganAt: string;
      readonly lengthS: number;
    };

/** A call that a line brings to a desk. Durations in milliseconds. */
export type RingingCall = {
  readonly callId: string;
  /** At whose desk. */
  readonly adviserId: string;
  readonly ringsForMs: number;
  /** On the training line, how long the caller stays once answered; `null`: until the adviser hangs up. */
  readonly staysForMs: number | null;
};

/** Whom to add to a call: a colleague at their desk, or a telephone number (E.164). */
export type Party = { readonly adviserId: string } | { readonly number: string };

/** What is done to the recording of a call, where its line records. */
export type RecordingAct = 'start' | 'pause' | 'resume' | 'stop';

/**
 * A line, as the hub commands it. It carries voice and tells what happens; who may do what is the hub's to decide.
 *
 * TE-1: at most one `rang-out` or `caller-left` each time that a call rings. TE-2: no event after `hangUp` or `close`. TE-3: a command for a call that
 * the line does not have, or had, does nothing, since the hub may ask twice.
 */
export type Telephony = {
  /** Rings at one desk; the caller waits meanwhile, where there is one on the line. */
  readonly ring: (call: RingingCall) => Promise<void>;
  /** Rings there no longer; the caller stays. */
  readonly stopRinging: (callId: string, adviserId: string) => Promise<void>;
  /** The adviser takes the call; on a network their leg does so by joining. */
  readonly answer: (callId: string) => Promise<void>;
  /** Calls somebody back, and the adviser too where they are not in the call already. `from`: the line's number. */
  readonly callOut: (call: {
    readonly callId: string;
    readonly adviserId: string;
    readonly number: string;
    readonly from: string | null;
  }) => Promise<void>;
  /** A caller who waits hears that nobody is free soon, and what they may do instead. They stay, unless they choose that. */
  readonly proposeElse: (callId: string, way: UnansweredWay) => Promise<void>;
  /**
   * The caller hears music and is not heard, or is back in the conversation: TE-4. While their adviser is waited for (RO-54), a line that
   * speaks says so.
   */
  readonly hold: (callId: string, isHeld: boolean) => Promise<void>;
  readonly addParty: (callId: string, partyId: string, party: Party) => Promise<void>;
  readonly removeParty: (callId: string, partyId: string) => Promise<void>;
  /** Takes an adviser's leg out, or that of who listens; the call goes on with the others. */
  readonly letGo: (callId: string, adviserId: string) => Promise<void>;
  /** A supervisor hears and is not heard. Both are told before, by the hub. */
  readonly listen: (callId: string, supervisorId: string) => Promise<void>;
  readonly record: (callId: string, act: RecordingAct) => Promise<void>;
  /** Ends the call on the line, ringing or live. */
  readonly hangUp: (callId: string) => Promise<void>;
  /** Lets go of every call: the hub stops. What a network carries goes on without it. */
  readonly close: () => Promise<void>;
};

/** One adapter for each kind of line. */
export type Telephones = { readonly [Kind in LineKind]: Telephony };
