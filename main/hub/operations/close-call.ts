import { and, eq, inArray } from 'drizzle-orm';
import type { Outcome } from '#src/calls';
import type { OperationPayload, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { forgottenFacts } from '#src/privacy';
import type { CompiledScript, ScriptRun } from '#src/script';
import { writtenUp } from '../queue/conversation-over.ts';
import type { Queue } from '../queue/queue.ts';
import { lockQueue } from '../queue/route.ts';
import type { Transaction } from '../storage/database.ts';
import { endTerm } from '../storage/recording-store.ts';
import { answer, booking, call, callIdentity, referral } from '../storage/schema.ts';
import { isHeldForCall, releasedBookings } from './bookings.ts';
import { hangUpLive, type LockedCall, moveCall, notAfter, openCall } from './call-record.ts';
import { type Handlers, together } from './handler.ts';
import { forgetOverrideWords, settleOverride } from './level-overrides.ts';
import { changedPaths } from './measurements.ts';
import { forgetMessageChoice } from './messages.ts';
import { forgetCallBackNumber, forgetPeople, hasConsent } from './people.ts';
import { replay, type ScriptShelf } from './scripts.ts';

/** Closing a record: CA-8, CA-9. */
export function closeHandlers(queue: Queue, scripts: ScriptShelf): Pick<Handlers, 'call.close'> {
  return {
    'call.close': async (context, { callId, ending }, { at }) => {
      const { tx, now } = context;
      await lockQueue(tx);
      const own = await openCall(context, 'call.write', callId);
      if (!own.ok) return own;
      if (isContinued(ending) && !(await isAwaited(tx, own.value))) return err('call-not-waiting');
      const isReferred = (await tx.$count(referral, eq(referral.callId, callId))) > 0;
      const run = await replay(tx, scripts, own.value);
      const agreed = await hasConsent(tx, callId);
      const facts = factsAtEnd(ending, run, { isReferred, agreed });
      if (!facts.ok) return facts;
      const measured = facts.value.level ?? null;
      const override = await settleOverride(tx, callId, measured);

      const close = { type: 'close' } as const;
      const counted = { ...facts.value, level: override?.level ?? measured };
      const written = await writtenUp(queue, context, own.value);
      const moved = await moveCall(tx, own.value, close, notAfter(now, at), counted);
      if (!moved.ok) return moved;
      await forgetCallBackNumber(tx, callId);
      if (!agreed) await forgetConfided(tx, callId, await scripts(tx, own.value));
      if (!agreed && !isReferred) {
        await forgetPeople(tx, callId);
        await forgetMessageChoice(tx, callId);
        await forgetOverrideWords(tx, callId);
        await endTerm(tx, { callId, kind: 'voicemail' }, now);
      }
      const held = and(eq(booking.callId, callId), isHeldForCall(tx));
      const freed = await releasedBookings(tx, held);
      const closed = {
        changed: [...moved.value, ...freed, ...(await changedPaths(tx, callId))],
        after: hangUpLive(queue.telephones, own.value),
      };
      return ok(together(written, closed));
    },
  };
}

function isContinued(ending: OperationPayload<'call.close'>['ending']): boolean {
  return ending.kind === 'no-request' && ending.reason === 'continued';
}

/** CA-17: whether the adviser is to call back the number that phones here, so that its request goes on elsewhere. */
async function isAwaited(tx: Transaction, { id, adviserId }: LockedCall): Promise<boolean> {
  const [identity] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, id));
  if (!identity?.number || adviserId === null) return false;
  const waiting = await tx
    .select({ id: call.id })
    .from(call)
    .innerJoin(callIdentity, eq(callIdentity.callId, call.id))
    .where(
      and(
        eq(call.adviserId, adviserId),
        eq(call.state, 'call-back'),
        eq(callIdentity.number, identity.number),
      ),
    )
    .limit(1);
  return waiting.length === 1;
}

type ClosedFacts = Pick<
  typeof call.$inferInsert,
  | 'outcome'
  | 'noRequest'
  | 'service'
  | 'theme'
  | 'level'
  | 'levelModel'
  | 'levelAsked'
  | 'fragile'
  | 'obstacles'
  | 'communeCode'
>;

function factsAtEnd(
  ending: OperationPayload<'call.close'>['ending'],
  run: ScriptRun,
  { isReferred, agreed }: { readonly isReferred: boolean; readonly agreed: boolean },
): Result<ClosedFacts, RefusalCode> {
  if (ending.kind === 'no-request') {
    return isReferred ? err('already-referred') : ok({ noRequest: ending.reason });
  }
  const outcome = isReferred ? 'referred' : ending.kind === 'cut-off' ? 'cut-off' : onPhone(run);
  return outcome === null ? err('script-not-finished') : ok({ ...factsOf(run, agreed), outcome });
}

/** How the script ended. One that leads to a venue, though nothing was sent, counts as what the quick fix came to. */
function onPhone(run: ScriptRun): Outcome | null {
  return run.outcome === 'referred' ? (run.facts.resolution ?? 'unsolved') : run.outcome;
}

/** What the answers on the path say, without anybody's name. PR-9: obstacles are kept of who agreed. */
function factsOf({ facts, assessment }: ScriptRun, agreed: boolean) {
  return {
    service: facts.service,
    theme: facts.theme,
    level: assessment?.level ?? null,
    levelModel: assessment?.model ?? null,
    levelAsked: [...(assessment?.asked ?? [])],
    fragile: assessment?.fragile ?? null,
    obstacles: agreed ? [...facts.obstacles] : [],
    communeCode: facts.communeCode,
  };
}

/** PR-9: the answers themselves go too, on the path or off it. */
async function forgetConfided(
  tx: Transaction,
  callId: string,
  script: CompiledScript,
): Promise<void> {
  const confided = [...script.questions.values()]
    .filter(({ fact }) => fact !== null && forgottenFacts.includes(fact))
    .map((question) => question.id);
  await tx.delete(answer).where(and(eq(answer.callId, callId), inArray(answer.question, confided)));
}
