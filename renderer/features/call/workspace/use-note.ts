import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type LocalCall, useDesk } from '../../../storage/desk.tsx';

/** A pause in typing after which the note is sent. Every letter is on this desk at once. */
const pauseMs = 700;

export type Note = {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Makes what was typed an act, now. */
  readonly flush: () => Promise<void>;
};

/**
 * The note of a call, letter by letter: a draft on this desk until it is an act. A draft that a killed tab left is taken up
 * again; what another tab types shows where nothing is being typed.
 */
export function useNote({ call, note }: LocalCall): Note {
  const { act, database } = useDesk();
  const callId = call.id;
  const key = `note:${callId}`;
  const kept = useLiveQuery(() => database.drafts.get(key), [database, key]);
  const draft = typeof kept?.value === 'string' ? kept.value : null;
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const unsent = typed ?? draft;

  const flush = useEffectEvent(async () => {
    const text = latest.current ?? draft;
    if (text === null) return;
    latest.current = null;
    if (text !== note) await act('note.write', { callId, text });
    if (latest.current !== null) return;
    await database.drafts.delete(key);
    setTyped(null);
  });
  useEffect(() => {
    if (unsent === null) return;
    const pause = setTimeout(() => void flush(), pauseMs);
    return () => clearTimeout(pause);
  }, [unsent]);

  return {
    text: unsent ?? note,
    write: (text) => {
      latest.current = text;
      setTyped(text);
      void database.drafts.put({ key, value: text, at: new Date().toISOString() });
    },
    flush: () => flush(),
  };
}
