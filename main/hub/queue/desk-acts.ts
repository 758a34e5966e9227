import { eq } from 'drizzle-orm';
import { isOver } from '#src/calls';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { changedCall, type LockedCall } from '../operations/call-record.ts';
import type { Effects, HandlerContext } from '../operations/handler.ts';
import { call } from '../storage/schema.ts';
import type { Queue } from './queue.ts';

/** How long a telephone has to connect once its adviser said that they answer. */
const connectMs = 10_000;

/**
 * RO-45: who answers has the call once their telephone is in it, and not before. Until then it rings on, a while longer where the
 * time would be up. Their telephone may be quicker than what their desk sends.
 */
export async function answerAtDesk(
  { telephones }: Queue,
  { tx, now }: HandlerContext,
  own: LockedCall,
  scriptHash: string,
): Promise<Result<Effects, RefusalCode>> {
  const { id, state, offerExpiresAt, lineKind } = own;
  if (isOver(state)) return err('call-over');
  const isRinging = state === 'ringing';
  const hasJoined = state === 'live' && own.scriptHash === null;
  if (!isRinging && !hasJoined) return err('call-taken');
  const connected = new Date(Date.parse(now) + connectMs).toISOString();
  const until = offerExpiresAt !== null && offerExpiresAt > connected ? offerExpiresAt : connected;
  await tx
    .update(call)
    // A call that was passed on keeps the version that its answers are of.
    .set({
      scriptHash: own.scriptHash ?? scriptHash,
      ...(isRinging ? { offerExpiresAt: until } : {}),
    })
    .where(eq(call.id, id));
  return ok({ changed: [changedCall(own)], after: () => telephones[lineKind].answer(id) });
}

/** RO-6: it waits for somebody else. */
export async function leaveToQueue(
  queue: Queue,
  context: HandlerContext,
  { id: callId, state }: LockedCall,
): Promise<Result<Effects, RefusalCode>> {
  if (isOver(state)) return err('call-over');
  if (state !== 'ringing') return err('call-taken');
  const adviserId = context.actor.accountId;
  return ok(await queue.route(context, { kind: 'offer-left', callId, adviserId }));
}
