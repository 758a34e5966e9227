import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { z } from 'zod';
import { remembered } from './database.ts';
import { useDesk } from './desk.tsx';
import { useRead } from './use-read.ts';

/** However much happens on the lines, a screen asks no more often; and so often where nothing is told: hours begin by the clock. */
const everyMs = { atMost: 2_000, atLeast: 30_000 };

/** As `useRead`, and asked for again each time that the hub tells of a change. */
export function useLiveRead<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): ReturnType<typeof useRead<Schema>> {
  const { database } = useDesk();
  const read = useRead(path, schema);
  const cursor = useLiveQuery(() => remembered(database, 'cursor'), [database]);
  const lastAsked = useRef(0);
  const ask = useEffectEvent(() => {
    lastAsked.current = Date.now();
    read.readAgain();
  });
  useEffect(() => {
    if (cursor === undefined) return;
    const wait = Math.max(0, lastAsked.current + everyMs.atMost - Date.now());
    const timer = setTimeout(ask, wait);
    return () => clearTimeout(timer);
  }, [cursor]);
  useEffect(() => {
    const timer = setInterval(ask, everyMs.atLeast);
    return () => clearInterval(timer);
  }, []);
  return read;
}
