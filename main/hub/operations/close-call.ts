import { and, eq } from 'drizzle-orm';
import type { Outcome } from '#src/calls';
import type { OperationPayload, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { ScriptRun } from '#src/script';
import { booking, type call, referral } from '../storage/schema.ts';
import type { Telephones } from '../telephony/telephony.port.ts';
import { releasedBookings } from './bookings.ts';
import { moveCall, notAfter, openCall } from './call-record.ts';
import type { Handlers } from './handler.ts';
import { forgetCallBackNumber, forgetPeople, hasConsent } from './people.ts';
import { changedReferrals } from './record.ts';
import { replay, type ScriptShelf } from './scripts.ts';

/** Closing a record: CA-8, CA-9. */
export function closeHandlers(
  telephones: Telephones,
  scripts: ScriptShelf,
): Pick<Handlers, 'call.close'> {
  return {
    'call.close': async (context, { callId, ending }, { at }) => {
      const { tx, now } = context;
      const own = await openCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const isReferred = (await tx.$count(referral, eq(referral.callId, callId))) > 0;
      const run = await replay(tx, scripts, own.value);
      const facts = factsAtEnd(ending, run, isReferred);
      if (!facts.ok) return facts;

      const close = { type: 'close' } as const;
      const moved = await moveCall(tx, own.value, close, notAfter(now, at), facts.value);
      if (!moved.ok) return moved;
      await forgetCallBackNumber(tx, callId);
      if (!isReferred && !(await hasConsent(tx, callId))) await forgetPeople(tx, callId);
      const held = and(eq(booking.callId, callId), eq(booking.state, 'held'));
      const freed = await releasedBookings(tx, held);
      return ok({
        changed: [...moved.value, ...freed, ...(await changedReferrals(tx, own.value))],
        after: () => telephones[own.value.lineKind].hangUp(callId),
      });
    },
  };
}

type ClosedFacts = Pick<
  typeof call.$inferInsert,
  'outcome' | 'noRequest' | 'service' | 'theme' | 'level' | 'fragile' | 'obstacles' | 'communeCode'
>;

function factsAtEnd(
  ending: OperationPayload<'call.close'>['ending'],
  run: ScriptRun,
  isReferred: boolean,
): Result<ClosedFacts, RefusalCode> {
  if (ending.kind === 'no-request') {
    return isReferred ? err('already-referred') : ok({ noRequest: ending.reason });
  }
  const outcome = isReferred ? 'referred' : ending.kind === 'cut-off' ? 'cut-off' : onPhone(run);
  return outcome === null ? err('script-not-finished') : ok({ ...factsOf(run), outcome });
}

/** How the script ended. One that leads to a venue, though nothing was sent, counts as what the quick fix came to. */
function onPhone(run: ScriptRun): Outcome | null {
  return run.outcome === 'referred' ? (run.facts.resolution ?? 'unsolved') : run.outcome;
}

/** What the answers on the path say, without anybody's name. */
function factsOf({ facts, assessment }: ScriptRun) {
  return {
    service: facts.service,
    theme: facts.theme,
    level: assessment?.level ?? null,
    fragile: assessment?.fragile ?? null,
    obstacles: [...facts.obstacles],
    communeCode: facts.communeCode,
  };
}
