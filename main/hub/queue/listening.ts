import { eq } from 'drizzle-orm';
import { changedCall, type LockedCall } from '../operations/call-record.ts';
import type { ChangedEntity, Effects } from '../operations/handler.ts';
import type { Transaction } from '../storage/database.ts';
import { call } from '../storage/schema.ts';
import type { LineEvent } from '../telephony/telephony.port.ts';
import type { Queue, Telling } from './queue.ts';

/** RO-77: who is said to listen to the call; `null`: nobody does. */
export async function setListener(
  tx: Transaction,
  locked: LockedCall,
  listenerId: string | null,
): Promise<readonly ChangedEntity[]> {
  await tx.update(call).set({ listenerId }).where(eq(call.id, locked.id));
  return [changedCall(locked)];
}

/** RO-53: nobody is said to listen who does not, and nobody listens who is not said to. */
export async function applyListenerEvent(
  { telephones }: Queue,
  { tx }: Telling,
  locked: LockedCall,
  { kind, supervisorId }: Extract<LineEvent, { readonly supervisorId: string }>,
): Promise<Effects> {
  const isSaid = locked.listenerId === supervisorId;
  if (kind === 'listener-left') {
    return { changed: isSaid ? await setListener(tx, locked, null) : [] };
  }
  const { id, lineKind } = locked;
  return {
    changed: [],
    ...(isSaid ? {} : { after: () => telephones[lineKind].letGo(id, supervisorId) }),
  };
}
