import { z } from 'zod';
import { callStates } from '#src/calls';
import { recordingKinds } from '#src/routing';
import { id, instant } from './values.ts';

/** A recording that the carrier keeps: no sound of it is in here. Heard at GET /api/recordings/:id/audio. */
export const recordingView = z.strictObject({
  /** Its name at its carrier. */
  id: z.string().min(1).max(80),
  kind: z.enum(recordingKinds),
  beganAt: instant,
  /** `null` while it goes on. */
  seconds: z.int().nonnegative().nullable(),
  /** From then on nobody hears it any more, and its carrier is asked to delete it. */
  deleteAfter: instant,
  /** When its carrier had deleted it. */
  deletedAt: instant.nullable(),
  /** When words that were left were first listened to at a desk. */
  heardAt: instant.nullable(),
});
export type RecordingView = z.infer<typeof recordingView>;

/** One in the list, with its call. Who phones is not told. */
export const listedRecording = recordingView.extend({
  callId: id,
  callState: z.enum(callStates),
  lineName: z.string(),
  /** What the account may do with it. */
  mayHear: z.boolean(),
  mayDelete: z.boolean(),
});
export type ListedRecording = z.infer<typeof listedRecording>;

/** GET /api/recordings: those that the account may hear or delete, the newest first. */
export const recordingList = z.strictObject({
  now: instant,
  recordings: z.array(listedRecording),
});
