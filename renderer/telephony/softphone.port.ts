/** Whether calls can come to this page by its telephone. */
export type Registration = 'off' | 'registering' | 'registered' | 'failed';

/** Why they cannot: each has a sentence that says what to do. */
export type SoftphoneFailure =
  | 'no-microphone'
  | 'microphone-refused'
  | 'not-authorised'
  | 'network'
  | 'another-desk';

/**
 * What the line does to the voices, in words of who speaks:
 *
 * - `own-voice-cut`: what is said here does not arrive whole; `other-voice-cut`: what is heard is not whole;
 * - `delayed`: both wait for each other; `own-silence`: the microphone hears nothing.
 */
export const qualityWarnings = [
  'own-voice-cut',
  'other-voice-cut',
  'delayed',
  'own-silence',
] as const;
export type QualityWarning = (typeof qualityWarnings)[number];

/** This page's end of a call. `callId`: the hub's own id, which the ring brings along. */
export type DeskLeg = {
  readonly callId: string;
  /** `reconnecting`: the network is away; the call is not lost. */
  readonly state: 'ringing' | 'connecting' | 'open' | 'reconnecting';
  readonly isMuted: boolean;
  readonly warnings: readonly QualityWarning[];
};

export type SoftphoneState = {
  readonly registration: Registration;
  readonly failure: SoftphoneFailure | null;
  /** The leg in hand, and those that ring meanwhile, in the order in which they came. */
  readonly legs: readonly DeskLeg[];
};

/** What a conversation goes through. What rings is not the adapter's: the desk rings for all of them. */
export type VoiceDevice = 'microphone' | 'speaker';

/**
 * The telephone of a page: voice only. Which call is whose, and what is recorded of it, is the hub's.
 *
 * SO-1: a command for a leg that is not there does nothing. SO-2: while a leg is there, losing the registration is not losing the call.
 * SO-3: after `close`, nothing is told any more and nothing is open. SO-4: there is one voice: to answer a second call ends this page's
 * part in the first.
 */
export type Softphone = {
  readonly getState: () => SoftphoneState;
  /** Calls `listener` after each change. Gives the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes calls from now on, and again by itself whenever the network comes back. */
  readonly register: () => Promise<void>;
  readonly answer: (callId: string) => Promise<void>;
  readonly reject: (callId: string) => void;
  readonly hangUp: (callId: string) => void;
  readonly mute: (callId: string, isMuted: boolean) => void;
  /** Tones of the keypad: digits, `*` and `#`. */
  readonly sendDigits: (callId: string, digits: string) => void;
  /** For this call and the next ones; `null`: the system's own. */
  readonly chooseDevice: (device: VoiceDevice, id: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
};
