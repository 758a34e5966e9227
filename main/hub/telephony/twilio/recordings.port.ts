import type { Result } from '#src/kernel';
import type { RecordingKind } from '#src/routing';

/** A recording that is over, as its carrier has it. */
export type FoundRecording = {
  readonly id: string;
  readonly kind: RecordingKind;
  /** ISO 8601. */
  readonly beganAt: string;
  readonly seconds: number;
};

/** The sound of a recording, or the stretch of it that was asked for: a body that comes as it is read, and what HTTP says of it. */
export type Sound = {
  /** 200 for all of it, 206 for a stretch, 416 where there is no such stretch. */
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReadableStream<Uint8Array> | null;
};

/** What the carrier keeps of voices. Nothing of it is kept here. */
export type CarriedRecordings = {
  /** Those of a caller's end that is over. `not-ready`: one of them is still being made. */
  readonly ofLeg: (
    legId: string,
  ) => Promise<Result<readonly FoundRecording[], 'not-ready' | 'unreachable'>>;
  /** `range`: as HTTP asks for a stretch of bytes; `signal`: nobody listens any more. */
  readonly listen: (
    id: string,
    range: string | null,
    signal: AbortSignal,
  ) => Promise<Result<Sound, 'not-there' | 'unreachable'>>;
  /** Whether it is there no more: one that was deleted before counts. */
  readonly remove: (id: string) => Promise<boolean>;
};
