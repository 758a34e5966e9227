import type { Result } from '#src/kernel';

/** What Twilio says of an end when it is asked: its states, in its own words. */
export const callStatuses = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
] as const;
export type CallStatus = (typeof callStatuses)[number];

/** An end as Twilio has it now. Instants, ISO 8601; `null`: not yet. */
export type FetchedLeg = {
  readonly status: CallStatus;
  /** When it was answered. */
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
};

/** Asks Twilio about an end, by its id there. `unknown-leg`: it has none of that id; `unreachable`: nobody says. */
export type FetchLeg = (
  legId: string,
) => Promise<Result<FetchedLeg, 'unknown-leg' | 'unreachable'>>;
