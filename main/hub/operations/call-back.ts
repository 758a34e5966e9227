import { and, eq } from 'drizzle-orm';
import { wasCalled } from '#src/calls';
import { err, mayBeCalledBack, ok } from '#src/kernel';
import { isOnNetwork } from '#src/routing';
import type { Persona } from '#src/training';
import { callOut, numbersOf } from '../queue/call-out.ts';
import { writtenUp } from '../queue/conversation-over.ts';
import type { Queue } from '../queue/queue.ts';
import { lockQueue } from '../queue/route.ts';
import { booking, callIdentity } from '../storage/schema.ts';
import { lineTimes } from '../telephony/personas.ts';
import { isHeldForCall, releasedBookings } from './bookings.ts';
import { hangUpLive, moveCall, notAfter, ownCall, speaksAlready } from './call-record.ts';
import { type Handlers, together } from './handler.ts';

type CallBackHandlers = Pick<Handlers, 'call.call-back' | 'call.resume' | 'call.no-answer'>;

/** Calls that are put off, and taken up again: CA-11 to CA-15. */
export function callBackHandlers(
  queue: Queue,
  personas: ReadonlyMap<string, Persona>,
): CallBackHandlers {
  const { telephones } = queue;
  return {
    'call.call-back': async (context, { callId, at: callBackAt, number }, { at }) => {
      const { tx, now } = context;
      await lockQueue(tx);
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const written = await writtenUp(queue, context, own.value);
      const event = { type: 'call-back' } as const;
      const moved = await moveCall(tx, own.value, event, notAfter(now, at), { callBackAt });
      if (!moved.ok) return moved;
      if (number !== null) {
        const isOfCall = eq(callIdentity.callId, callId);
        await tx.update(callIdentity).set({ callBackNumber: number }).where(isOfCall);
      }
      if ((await numbersOf(tx, own.value)).number === null) return err('number-missing');
      const held = and(eq(booking.callId, callId), isHeldForCall(tx));
      const freed = await releasedBookings(tx, held);
      const after = hangUpLive(telephones, own.value);
      return ok(together(written, { changed: [...moved.value, ...freed], after }));
    },

    'call.resume': async (context, { callId }, { at }) => {
      const { tx, actor, now } = context;
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const { state, lineKind, personaId } = own.value;
      if (state === 'call-back' && (await speaksAlready(tx, actor.accountId))) {
        return err('already-on-a-call');
      }
      if (isOnNetwork(lineKind)) {
        const { number } = await numbersOf(tx, own.value);
        if (number !== null && !mayBeCalledBack(number)) return err('number-not-allowed');
      }
      const moved = await moveCall(tx, own.value, { type: 'resume' }, notAfter(now, at));
      if (!moved.ok) return moved;
      const persona = personaId === null ? undefined : personas.get(personaId);
      if (isOnNetwork(lineKind)) {
        const called = await callOut(queue, context, own.value, actor.accountId);
        return ok(together({ changed: moved.value }, called));
      }
      const dial = async () => {
        if (persona === undefined) return;
        await telephones[lineKind].ring({
          callId,
          adviserId: actor.accountId,
          ...lineTimes(persona),
        });
        await telephones[lineKind].answer(callId);
      };
      return ok({ changed: moved.value, after: dial });
    },

    'call.no-answer': async (context, { callId, at: callBackAt }, { at }) => {
      const { tx, now } = context;
      await lockQueue(tx);
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const wasResumed = wasCalled(own.value);
      const over = await writtenUp(queue, context, own.value);
      const event = { type: 'no-answer', wasResumed } as const;
      const moved = await moveCall(tx, own.value, event, notAfter(now, at), { callBackAt });
      if (!moved.ok) return moved;
      const after = hangUpLive(telephones, own.value);
      return ok(together(over, { changed: moved.value, after }));
    },
  };
}
