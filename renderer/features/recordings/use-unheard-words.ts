import { useEffect, useState } from 'react';
import { recordingList } from '#src/contract';
import { canBeHeard } from '#src/routing';
import { request } from '../../storage/api.ts';
import { useDesk } from '../../storage/desk.tsx';

/** Beside a name in the rail, a minute is soon enough. */
const everyMs = 60_000;

/** How many messages nobody has listened to, of those that this account may hear: beside the list's name in the rail. */
export function useUnheardWords(): number {
  const { session } = useDesk();
  const [count, setCount] = useState(0);
  const mayBeSome = session.lines.some(({ kind }) => canBeHeard(kind));
  useEffect(() => {
    if (!mayBeSome) return;
    const read = async () => {
      const answer = await request('/api/recordings', recordingList);
      if (!answer.ok) return;
      const { now, recordings } = answer.value;
      setCount(
        recordings.filter(
          ({ kind, mayHear, heardAt, deletedAt, deleteAfter }) =>
            kind === 'voicemail' &&
            mayHear &&
            heardAt === null &&
            deletedAt === null &&
            deleteAfter > now,
        ).length,
      );
    };
    void read();
    const timer = setInterval(() => void read(), everyMs);
    return () => clearInterval(timer);
  }, [mayBeSome]);
  return count;
}
