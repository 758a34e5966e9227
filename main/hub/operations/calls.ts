import { eq, sql } from 'drizzle-orm';
import { can } from '#src/access';
import { firstState } from '#src/calls';
import { err, ok, present } from '#src/kernel';
import { callWithoutQueue, chooseAdviser, isOnNetwork } from '#src/routing';
import { conversationOver } from '../queue/conversation-over.ts';
import { answerAtDesk, leaveToQueue } from '../queue/desk-acts.ts';
import type { Queue } from '../queue/queue.ts';
import { lockQueue } from '../queue/route.ts';
import type { Transaction } from '../storage/database.ts';
import { call, callIdentity, line } from '../storage/schema.ts';
import { readAdvisers } from './advisers.ts';
import {
  changedCall,
  hangUpLive,
  type LockedCall,
  moveCall,
  notAfter,
  ownCall,
  speaksAlready,
} from './call-record.ts';
import { type Handlers, together } from './handler.ts';
import { mayRun } from './scripts.ts';

type CallHandlers = Pick<Handlers, 'call.open' | 'call.answer' | 'call.leave' | 'call.hang-up'>;

/** How calls come to a desk and leave it. */
export function callHandlers(queue: Queue): CallHandlers {
  const { telephones } = queue;
  return {
    'call.open': async ({ tx, actor, now }, payload) => {
      const onLine = await findLine(tx, payload.lineId);
      if (onLine === null || onLine.kind !== 'manual') return err('unknown-line');
      const { territoryId, sponsorId } = onLine;
      if (!can(actor, 'call.open', { territoryId })) return err('forbidden');
      if (!(await mayRun(tx, payload.script, onLine))) return err('unknown-script');
      const isLive = payload.mode === 'live';
      if (isLive && (await speaksAlready(tx, actor.accountId))) return err('already-on-a-call');

      const openedAt = notAfter(now, payload.openedAt);
      const opened = {
        id: payload.callId,
        lineId: payload.lineId,
        sponsorId,
        territoryId,
        adviserId: actor.accountId,
        state: firstState(payload.mode),
        mode: payload.mode,
        scriptHash: payload.script.hash,
        openedAt,
        answeredAt: openedAt,
      };
      if (!(await insertCall(tx, opened, payload.number))) return err('id-reused');
      return ok({ changed: [changedCall(opened)] });
    },

    'call.answer': async (context, { callId, script }, { at }) => {
      const { tx, actor, now } = context;
      const own = await ownCall(context, 'call.take', callId);
      if (!own.ok) return own;
      const onLine = present(await findLine(tx, own.value.lineId), 'a foreign key holds the line');
      if (!(await mayRun(tx, script, onLine))) return err('unknown-script');
      if (own.value.state === 'ringing' && (await speaksAlready(tx, actor.accountId))) {
        return err('already-on-a-call');
      }
      if (isOnNetwork(onLine.kind)) return answerAtDesk(queue, context, own.value, script.hash);
      const pinned = { scriptHash: script.hash };
      const moved = await moveCall(tx, own.value, { type: 'answer' }, notAfter(now, at), pinned);
      if (!moved.ok) return moved;
      return ok({ changed: moved.value, after: () => telephones[onLine.kind].answer(callId) });
    },

    'call.leave': async (context, { callId }, { at }) => {
      const { tx, actor, now } = context;
      await lockQueue(tx);
      const own = await ownCall(context, 'call.take', callId);
      if (!own.ok) return own;
      if (isOnNetwork(own.value.lineKind)) return leaveToQueue(queue, context, own.value);
      const left = { ...own.value, leftBy: [...own.value.leftBy, actor.accountId] };
      const silenced = await conversationOver(queue, context, own.value);
      const next = await nextAdviser(tx, left, now);
      const moved = await moveCall(
        tx,
        own.value,
        { type: 'leave', passedOn: next !== null },
        notAfter(now, at),
        { leftBy: left.leftBy, adviserId: next ?? own.value.adviserId },
      );
      if (!moved.ok) return moved;
      if (next === null) {
        const hangUp = () => telephones[left.lineKind].hangUp(callId);
        return ok(together(silenced, { changed: moved.value, after: hangUp }));
      }
      const passedOn = [...moved.value, changedCall({ ...left, adviserId: next })];
      return ok(together(silenced, { changed: passedOn }));
    },

    'call.hang-up': async (context, { callId }, { at }) => {
      const { tx, now } = context;
      await lockQueue(tx);
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const over = await conversationOver(queue, context, own.value);
      const moved = await moveCall(
        tx,
        own.value,
        { type: 'hang-up', by: 'adviser' },
        notAfter(now, at),
      );
      if (!moved.ok) return moved;
      const hungUp = { changed: moved.value, after: hangUpLive(telephones, own.value) };
      return ok(together(over, hungUp));
    },
  };
}

/** RO-6: who takes a call that was left; nobody on the training line, which rings for one desk. */
async function nextAdviser(tx: Transaction, left: LockedCall, now: string): Promise<string | null> {
  const since = Date.parse(now);
  const { territoryId, leftBy } = left;
  const requestedBy = left.lineKind === 'training' ? left.adviserId : null;
  const waiting = callWithoutQueue({ territoryId, since, requestedBy, leftBy });
  return chooseAdviser(waiting, await readAdvisers(tx), since);
}

export async function findLine(tx: Transaction, id: string) {
  const [row] = await tx.select().from(line).where(eq(line.id, id));
  return row ?? null;
}

/** Writes a new call, its number apart from its facts; `false` where the id is another call's. */
export async function insertCall(
  tx: Transaction,
  values: typeof call.$inferInsert,
  number: string | null,
): Promise<boolean> {
  const written = await tx
    .insert(call)
    .values(values)
    .onConflictDoNothing()
    .returning({ isNew: sql<boolean>`true` });
  if (written.length === 0) return false;
  await tx.insert(callIdentity).values({ callId: values.id, number });
  return true;
}
