import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { MeetingPlace } from '#src/booking';
import type { DeskDatabase } from '../../storage/database.ts';
import { useDesk } from '../../storage/desk.tsx';
import { useNow } from '../../ui/timer.tsx';
import type { DraftHandle } from './draft.ts';
import { type HoldRecord, type HoldStatus, holdStatus } from './hold.ts';
import type { Offer } from './offers.ts';

/** The slot chosen at this desk, and what can be done with it. */
export type Hold = {
  readonly status: HoldStatus;
  /** The booking of the slot that is ours, or that is becoming ours; `null` once it is lost. */
  readonly bookingId: string | null;
  readonly choose: (
    at: { readonly venueId: string; readonly where: MeetingPlace },
    offer: Offer,
  ) => Promise<void>;
  readonly release: () => Promise<void>;
};

export function useHold(callId: string, { draft, change }: DraftHandle): Hold {
  const { act, database } = useDesk();
  const now = useNow();
  const bookingId = draft.slot?.bookingId ?? null;
  // Held in the store before it is in the draft: a slot that looks like somebody else's would lose the focus.
  const [chosenId, setChosenId] = useState<string | null>(null);
  const read = useLiveQuery(
    async () => ({ bookingId, record: await readHold(database, bookingId) }),
    [database, bookingId],
  );
  // Just after another slot is chosen, what was read is still about the one before.
  const status = holdStatus(read?.bookingId === bookingId ? read.record : undefined, now);

  const release = async () => {
    setChosenId(null);
    if (bookingId !== null && status.state === 'held') await act('slot.release', { bookingId });
  };
  const isOnItsWay = chosenId !== null && chosenId !== bookingId;
  const ownId = isOnItsWay ? chosenId : status.state === 'lost' ? null : bookingId;
  return {
    status,
    bookingId: ownId,
    release,
    choose: async ({ venueId, where }, { diary, kind, start, end }) => {
      await release();
      const id = uuidv7();
      setChosenId(id);
      const chosen = { diaryId: diary.id, kindId: kind.id, where, start, end };
      await act('slot.hold', { bookingId: id, callId, ...chosen }, { tellsRefusal: true });
      change({ slot: { bookingId: id, venueId, ...chosen } });
    },
  };
}

async function readHold(
  database: DeskDatabase,
  bookingId: string | null,
): Promise<HoldRecord | null> {
  if (bookingId === null) return null;
  const row = await database.mirror.booking.get(bookingId);
  const acts = await database.outbox
    .where('subjects.bookingId')
    .equals(bookingId)
    .sortBy('position');
  return {
    booking: row?.shown ?? null,
    acts: acts.map((entry) => ({
      kind: entry.kind,
      state: entry.state,
      code: entry.state === 'refused' ? entry.code : null,
    })),
  };
}
