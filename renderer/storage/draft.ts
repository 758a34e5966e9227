import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useDesk } from './desk.tsx';

/** Something typed or chosen that is no act yet, kept on this desk at each change. */
export type Draft<Value> = {
  /** `null`: nothing is kept. */
  readonly value: Value | null;
  /** Replaces it, from what it is at that moment; settles once the store has it. */
  readonly write: (change: (before: Value | null) => Value) => Promise<void>;
  /** Once it has become an act. */
  readonly forget: () => Promise<void>;
};

/**
 * The draft of that name; `undefined` while the store is read. One that the schema does not
 * understand, from another version, counts as none. `<what>:<callId>` goes when its call is closed.
 */
export function useDraft<Value>(key: string, schema: z.ZodType<Value>): Draft<Value> | undefined {
  const { database } = useDesk();
  const latest = useRef<Value | null>(null);
  const [value, setValue] = useState<Value | null>();

  useEffect(() => {
    let isWanted = true;
    void database.drafts.get(key).then((row) => {
      if (!isWanted) return;
      const parsed = schema.safeParse(row?.value);
      latest.current = parsed.success ? parsed.data : null;
      setValue(latest.current);
    });
    return () => {
      isWanted = false;
    };
  }, [database, key, schema]);

  const write = useCallback(
    async (change: (before: Value | null) => Value) => {
      latest.current = change(latest.current);
      setValue(latest.current);
      await database.drafts.put({ key, value: latest.current, at: new Date().toISOString() });
    },
    [database, key],
  );
  const forget = useCallback(async () => {
    latest.current = null;
    setValue(null);
    await database.drafts.delete(key);
  }, [database, key]);
  return value === undefined ? undefined : { value, write, forget };
}
