import { Temporal } from 'temporal-polyfill';

/** What a carrier keeps of voices: a conversation, or the words that a caller left to nobody. */
export const recordingKinds = ['conversation', 'voicemail'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

/**
 * For how many days words left are kept. Nobody chose to be recorded but to be called back: that is done within days, of a
 * holiday's absence within weeks, and no longer use is left (GDPR, article 5.1.e).
 */
export const voicemailDays = 30;

/**
 * TW-73: the instant, ISO 8601, from which a recording that began at `beganAt` is kept no more. `recordingDays`: its line's
 * (`LineRules`); of a line that records no longer, it is not kept at all.
 */
export function recordingTerm(
  kind: RecordingKind,
  beganAt: string,
  recordingDays: number | null,
): string {
  const days = kind === 'voicemail' ? voicemailDays : (recordingDays ?? 0);
  return Temporal.Instant.from(beganAt)
    .add({ hours: 24 * days })
    .toString({ fractionalSecondDigits: 3 });
}
