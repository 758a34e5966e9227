import { z } from 'zod';
import type { LineEvent } from '../telephony.port.ts';
import type { AnswerParts, Asked } from './answers.ts';
import type { FoundRecording } from './recordings.port.ts';

const instant = z
  .string()
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite)
  .optional()
  .catch(undefined);

const form = z.object({
  RecordingSid: z.string().regex(/^RE[0-9a-f]{32}$/i),
  RecordingDuration: z.coerce.number().int().min(0).default(0),
  /** Said where a recording is told of by itself, not to who asks what to do next. */
  RecordingStatus: z.enum(['completed', 'absent']).default('completed'),
  /** Who was asked to speak after the signal; conversations are recorded otherwise. */
  RecordingSource: z.string().default('RecordVerb'),
  RecordingStartTime: instant,
});

/** TW-16, TW-70: a recording is over; of words that were left, told twice: by what their caller then hears, and by itself. */
export async function hearRecording(
  { tell, ports }: AnswerParts,
  { parameters, query }: Asked,
): Promise<void> {
  const read = form.safeParse(parameters);
  if (!read.success) return;
  const callId = z.uuid().parse(query.get('call'));
  const { RecordingSid: id, RecordingDuration: seconds, RecordingSource: source } = read.data;
  const beganAt = read.data.RecordingStartTime ?? Date.parse(ports.clock()) - seconds * 1000;
  await tell(
    recordedEvent(callId, {
      ...{ id, seconds, kind: kindOf(source) },
      beganAt: new Date(beganAt).toISOString(),
    }),
  );
}

/** What a recording is, by what began it. */
export function kindOf(source: string): FoundRecording['kind'] {
  return source === 'RecordVerb' ? 'voicemail' : 'conversation';
}

/** What the queue is told of a recording that is over. */
export function recordedEvent(
  callId: string,
  { id: recordingId, kind, beganAt, seconds: lengthS }: FoundRecording,
): LineEvent {
  const told = kind === 'voicemail' ? 'voicemail-left' : 'recorded';
  return { kind: told, callId, recordingId, beganAt, lengthS };
}
