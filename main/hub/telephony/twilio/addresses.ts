import type { UnansweredWay } from '#src/routing';
import { type LegOwner, legLabel } from './leg-label.ts';

/** Where Twilio asks the hub what to do, and tells it what happens: under its public address. */
export const twilioPaths = {
  /** A line's number is called. */
  voice: '/twilio/voice',
  /** What an end does: it rings, is answered, is over. */
  status: '/twilio/status',
  /** Who joins and leaves a call's conference. */
  conference: '/twilio/conference',
  /** What a caller hears who waits, or is held. */
  wait: '/twilio/wait',
  /** The music between two announcements. */
  music: '/twilio/music.wav',
  /** The keys that a caller presses. */
  gather: '/twilio/gather',
  /** What a caller hears to whom something else than to wait is proposed. */
  propose: '/twilio/propose',
  voicemail: '/twilio/voicemail',
  /** A recording is ready. */
  recording: '/twilio/recording',
  /** The hub did not answer at one of the others. */
  fallback: '/twilio/fallback',
} as const;

/**
 * What a caller was asked: to choose, by one key, to be called back (`choice`) or to leave a message; the number to call, once and
 * again; or nothing, where they come back from their conference.
 */
export const gatherSteps = ['choice', 'message', 'number', 'last-number', 'back'] as const;
export type GatherStep = (typeof gatherSteps)[number];

/** The addresses that the hub gives for one call: each says which, so that nothing else needs to be known of it. */
export function twilioAddresses(publicUrl: string, callId: string) {
  const address = (path: string, query: Readonly<Record<string, string>> = {}) =>
    `${publicUrl}${path}?${new URLSearchParams({ call: callId, ...query })}`;
  return {
    status: (owner: LegOwner) => address(twilioPaths.status, { leg: legLabel(owner) }),
    conference: address(twilioPaths.conference),
    wait: address(twilioPaths.wait),
    gather: (step: GatherStep) => address(twilioPaths.gather, { step }),
    voicemail: address(twilioPaths.voicemail),
    propose: (way: UnansweredWay) => address(twilioPaths.propose, { way }),
    recording: address(twilioPaths.recording),
  };
}
