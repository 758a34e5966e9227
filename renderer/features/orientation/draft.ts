import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { services, wishes } from '#src/venues';
import { useDesk } from '../../storage/desk.tsx';

const orientationDraft = z.object({
  /** `null`: as the call's answers say. */
  filters: z
    .object({
      service: z.enum(services).nullable(),
      maxKm: z.number().nullable(),
      communeCode: z.string().nullable(),
      wishes: z.array(z.enum(wishes)),
    })
    .nullable(),
  venueId: z.string().nullable(),
  slot: z
    .object({
      bookingId: z.string(),
      venueId: z.string(),
      diaryId: z.string(),
      start: z.string(),
      end: z.string(),
    })
    .nullable(),
  /** Times wished, in words: three fields. */
  wishes: z.tuple([z.string(), z.string(), z.string()]),
  /** Whether a request is written although the venue has a diary. */
  asksInstead: z.boolean(),
  name: z.string(),
  callerName: z.string(),
  /** `null`: the number that phones. */
  phone: z.string().nullable(),
});

/** What is chosen and typed on the screen and is no act yet. */
export type OrientationDraft = z.infer<typeof orientationDraft>;

const emptyDraft: OrientationDraft = {
  filters: null,
  venueId: null,
  slot: null,
  wishes: ['', '', ''],
  asksInstead: false,
  name: '',
  callerName: '',
  phone: null,
};

export type DraftHandle = {
  readonly draft: OrientationDraft;
  readonly change: (change: Partial<OrientationDraft>) => void;
  /** Once what was typed has become an act. */
  readonly forget: () => Promise<void>;
};

/** The call's draft, kept at each change; `undefined` while the store is read. */
export function useOrientationDraft(callId: string): DraftHandle | undefined {
  const { database } = useDesk();
  const key = `orientation:${callId}`;
  const latest = useRef(emptyDraft);
  const [draft, setDraft] = useState<OrientationDraft>();

  useEffect(() => {
    let isWanted = true;
    void database.drafts.get(key).then((row) => {
      if (!isWanted) return;
      const parsed = orientationDraft.safeParse(row?.value);
      latest.current = parsed.success ? parsed.data : emptyDraft;
      setDraft(latest.current);
    });
    return () => {
      isWanted = false;
    };
  }, [database, key]);

  const change = useCallback(
    (part: Partial<OrientationDraft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      void database.drafts.put({ key, value: latest.current, at: new Date().toISOString() });
    },
    [database, key],
  );
  const forget = useCallback(() => database.drafts.delete(key), [database, key]);
  return draft === undefined ? undefined : { draft, change, forget };
}
