import { useEffect, useState } from 'react';
import { recordingList } from '#src/contract';
import { canBeHeard } from '#src/routing';
import { request } from '../../storage/api.ts';
import { useDesk } from '../../storage/desk.tsx';
import { isUnheard } from './kept.ts';

/** Beside a name in the rail, a minute is soon enough. */
const everyMs = 60_000;

/** How many messages nobody has listened to, of those that this account may hear: beside the list's name in the rail. */
export function useUnheardWords(): number {
  const { session } = useDesk();
  const [count, setCount] = useState(0);
  const isPossible = session.lines.some(({ kind }) => canBeHeard(kind));
  useEffect(() => {
    if (!isPossible) return;
    const read = async () => {
      const answer = await request('/api/recordings', recordingList);
      if (!answer.ok) return;
      const { now, recordings } = answer.value;
      setCount(recordings.filter((recording) => isUnheard(recording, now)).length);
    };
    void read();
    const timer = setInterval(() => void read(), everyMs);
    return () => clearInterval(timer);
  }, [isPossible]);
  return count;
}
