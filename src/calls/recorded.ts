/** What is done to the recording of a conversation. */
export const recordingActs = ['start', 'pause', 'resume', 'stop', 'erase'] as const;
export type RecordingAct = (typeof recordingActs)[number];

/** How a call that goes on is recorded; `stopped`: its caller refuses. */
export const callRecordings = ['on', 'paused', 'stopped'] as const;
export type CallRecording = (typeof callRecordings)[number];

/**
 * TE-36: how it is recorded once that is done; `null`: not at all. Said twice, it is done once; what cannot be done to it as it is
 * changes nothing, and a refusal holds until the call ends.
 */
export function recordingAfter(
  before: CallRecording | null,
  act: RecordingAct,
): CallRecording | null {
  switch (act) {
    case 'start':
      return before ?? 'on';
    case 'pause':
      return before === 'on' ? 'paused' : before;
    case 'resume':
      return before === 'paused' ? 'on' : before;
    case 'stop':
    case 'erase':
      return 'stopped';
  }
}
