import { and, eq } from 'drizzle-orm';
import { numberToCall } from '#src/calls';
import { err, ok } from '#src/kernel';
import type { Persona } from '#src/training';
import type { Transaction } from '../storage/database.ts';
import { booking, callIdentity } from '../storage/schema.ts';
import { lineTimes } from '../telephony/personas.ts';
import type { Telephones } from '../telephony/telephony.port.ts';
import { isHeldForCall, releasedBookings } from './bookings.ts';
import { hangUpLive, moveCall, notAfter, ownCall, speaksAlready } from './call-record.ts';
import { readPersons } from './call-views.ts';
import type { Handlers } from './handler.ts';

type CallBackHandlers = Pick<Handlers, 'call.call-back' | 'call.resume' | 'call.no-answer'>;

/** Calls that are put off, and taken up again: CA-11 to CA-15. */
export function callBackHandlers(
  telephones: Telephones,
  personas: ReadonlyMap<string, Persona>,
): CallBackHandlers {
  return {
    'call.call-back': async (context, { callId, at: callBackAt, number }, { at }) => {
      const { tx, now } = context;
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const event = { type: 'call-back' } as const;
      const moved = await moveCall(tx, own.value, event, notAfter(now, at), { callBackAt });
      if (!moved.ok) return moved;
      if (number !== null) {
        const isOfCall = eq(callIdentity.callId, callId);
        await tx.update(callIdentity).set({ callBackNumber: number }).where(isOfCall);
      }
      if (!(await canBeCalled(tx, callId))) return err('number-missing');
      const held = and(eq(booking.callId, callId), isHeldForCall(tx));
      const freed = await releasedBookings(tx, held);
      const after = hangUpLive(telephones, own.value);
      return ok({ changed: [...moved.value, ...freed], after });
    },

    'call.resume': async (context, { callId }, { at }) => {
      const { tx, actor, now } = context;
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const { state, lineKind, personaId } = own.value;
      if (state === 'call-back' && (await speaksAlready(tx, actor.accountId))) {
        return err('already-on-a-call');
      }
      const moved = await moveCall(tx, own.value, { type: 'resume' }, notAfter(now, at));
      if (!moved.ok) return moved;
      const persona = personaId === null ? undefined : personas.get(personaId);
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
      const own = await ownCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const wasResumed = own.value.resumedAt !== null;
      const event = { type: 'no-answer', wasResumed } as const;
      const moved = await moveCall(tx, own.value, event, notAfter(now, at), { callBackAt });
      if (!moved.ok) return moved;
      return ok({ changed: moved.value, after: hangUpLive(telephones, own.value) });
    },
  };
}

/** CA-12: whether some number of theirs is known. */
async function canBeCalled(tx: Transaction, callId: string): Promise<boolean> {
  const [identity] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, callId));
  if (identity === undefined) return false;
  const people = await readPersons(tx, [identity]);
  return numberToCall({ ...identity, people: [...people.values()] }) !== null;
}
