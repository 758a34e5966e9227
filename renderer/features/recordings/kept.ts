import type { ListedRecording } from '#src/contract';

/** Whether its sound is still there at `now`, or only the row that says it was. */
export function isKept({ deletedAt, deleteAfter }: ListedRecording, now: string): boolean {
  return deletedAt === null && deleteAfter > now;
}

/** TW-75: words that nobody has listened to yet, and that this account may. */
export function isUnheard(recording: ListedRecording, now: string): boolean {
  const { kind, mayHear, heardAt } = recording;
  return kind === 'voicemail' && mayHear && heardAt === null && isKept(recording, now);
}
