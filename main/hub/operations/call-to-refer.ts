import { and, eq, inArray } from 'drizzle-orm';
import type { Action } from '#src/access';
import { fallenStates } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { referral } from '../storage/schema.ts';
import { ifOpen, type LockedCall, ownCall } from './call-record.ts';
import type { HandlerContext } from './handler.ts';

/** The actor's own call from which somebody may be sent to a venue: open, or closed and come back (BO-95). */
export async function callToRefer(
  context: HandlerContext,
  action: Action,
  callId: string,
): Promise<Result<LockedCall, RefusalCode>> {
  const own = await ownCall(context, action, callId);
  if (!own.ok) return own;
  if (own.value.state !== 'closed') return ifOpen(own.value);
  return (await isReturned(context.tx, callId)) ? ok(own.value) : err('call-over');
}

/** BO-95: whether what was sent leads nowhere, so that the person waits for another venue. */
export async function isReturned(tx: Transaction, callId: string): Promise<boolean> {
  const ofCall = eq(referral.callId, callId);
  const fell = inArray(referral.state, [...fallenStates]);
  const [sent, fallen] = [
    await tx.$count(referral, ofCall),
    await tx.$count(referral, and(ofCall, fell)),
  ];
  return sent > 0 && sent === fallen;
}
