import { and, eq, ne } from 'drizzle-orm';
import type { CallEvent } from '#src/calls';
import { mayBeCalledBack } from '#src/kernel';
import { isOnNetwork } from '#src/routing';
import { applyPartyEvent } from '../operations/call-parties.ts';
import {
  changedCall,
  changedForAll,
  type LockedCall,
  lockCall,
  moveCall,
} from '../operations/call-record.ts';
import { type Effects, together } from '../operations/handler.ts';
import type { Transaction } from '../storage/database.ts';
import { partiesOf } from '../storage/party-store.ts';
import { keepRecording } from '../storage/recording-store.ts';
import { call, callIdentity, leg, queueEntry } from '../storage/schema.ts';
import type { LineEvent } from '../telephony/telephony.port.ts';
import { callOut } from './call-out.ts';
import { conversationOver } from './conversation-over.ts';
import { applyListenerEvent } from './listening.ts';
import { isBack, waitForAdviser } from './lost-adviser.ts';
import type { Queue, Telling } from './queue.ts';
import { lockQueue } from './route.ts';

/** RO-44: what a line tells goes through the same machine as what a desk asks. Told twice, or too late, it changes nothing. */
export async function applyLineEvent(queue: Queue, event: LineEvent): Promise<void> {
  const now = queue.ports.clock();
  const effects = await queue.journal.write(now, async (tx) => {
    await lockQueue(tx);
    const locked = await lockCall(tx, event.callId);
    const value = locked === null ? nothing : await applyTo({ queue, tx, now }, locked, event);
    return { value, changed: value.changed };
  });
  await effects.after?.();
}

type At = Telling & { readonly queue: Queue };

const nothing: Effects = { changed: [] };

async function applyTo(at: At, locked: LockedCall, event: LineEvent): Promise<Effects> {
  const { queue } = at;
  switch (event.kind) {
    case 'rang-out':
      return isOnNetwork(locked.lineKind)
        ? offerMissed(at, locked, locked.adviserId)
        : over(at, locked, { type: 'ring-out' });
    case 'adviser-unreachable':
      return offerMissed(at, locked, event.adviserId);
    case 'hold-changed':
      return holdChanged(at, locked);
    case 'caller-left':
      return callerLeft(at, locked);
    case 'adviser-joined':
      return adviserJoined(at, locked, event.adviserId);
    case 'adviser-left':
      return adviserLeft(at, locked, event.adviserId);
    case 'party-joined':
    case 'party-left':
      return applyPartyEvent(queue, at, locked, event);
    case 'listener-joined':
    case 'listener-left':
      return applyListenerEvent(queue, at, locked, event);
    case 'call-back-asked':
      return callBackAsked(at, locked, event.number);
    case 'voicemail-left':
      return voicemailLeft(at, locked, event);
    case 'recorded':
      return (await kept(at, event)) ? { changed: [changedCall(locked)] } : nothing;
  }
}

/** What the machine refuses comes too late: the desk was first, or another hub. */
async function moved({ tx, now }: At, locked: LockedCall, event: CallEvent): Promise<Effects> {
  const done = await moveCall(tx, locked, event, now);
  return done.ok ? { changed: done.value } : nothing;
}

/** Nobody speaks on it any more, or hears it ring. */
async function over(at: At, locked: LockedCall, event: CallEvent): Promise<Effects> {
  return together(await conversationOver(at.queue, at, locked), await moved(at, locked, event));
}

async function offerMissed(
  at: At,
  { id: callId }: LockedCall,
  adviserId: string | null,
): Promise<Effects> {
  if (adviserId === null) return nothing;
  return at.queue.route(at, { kind: 'offer-missed', callId, adviserId });
}

async function callerLeft(at: At, locked: LockedCall): Promise<Effects> {
  const { queue, tx } = at;
  const { id: callId, state, lineKind } = locked;
  const hungUp = { type: 'hang-up', by: 'caller' } as const;
  if (state === 'live' || !isOnNetwork(lineKind)) {
    // Whoever else is still there is alone.
    const hangUp = () => queue.telephones[lineKind].hangUp(callId);
    return together(await over(at, locked, hungUp), { changed: [], after: hangUp });
  }
  if (await callsBack(tx, callId)) return nothing;
  return givenUp(at, locked, hungUp);
}

/** Whoever waited is there no longer; whom it rang at may be offered another call. */
async function givenUp(at: At, locked: LockedCall, how: CallEvent): Promise<Effects> {
  const { queue, tx } = at;
  const gone = await queue.route(at, { kind: 'call-gone', callId: locked.id });
  await tx.delete(queueEntry).where(eq(queueEntry.callId, locked.id));
  return together(gone, await moved(at, locked, how));
}

/** TW-19: the call says what its line does, unless the hub itself has the caller wait. */
async function holdChanged({ tx, now }: At, locked: LockedCall): Promise<Effects> {
  const { id: callId, state, rejoinUntil, heldSince } = locked;
  if (state !== 'live' || rejoinUntil !== null) return nothing;
  const isCaller = and(eq(leg.callId, callId), eq(leg.role, 'caller'), ne(leg.state, 'ended'));
  const [caller] = await tx.select({ isHeld: leg.isHeld }).from(leg).where(isCaller);
  if (caller === undefined || caller.isHeld === (heldSince !== null)) return nothing;
  await tx
    .update(call)
    .set({ heldSince: caller.isHeld ? now : null })
    .where(eq(call.id, callId));
  return { changed: changedForAll(locked, await partiesOf(tx, callId)) };
}

/** RO-45: who joins has it. RO-47: and who is called back is called now. */
async function adviserJoined(at: At, locked: LockedCall, adviserId: string): Promise<Effects> {
  const { queue, tx } = at;
  const { id: callId, lineKind } = locked;
  if (locked.state === 'live' && locked.adviserId === adviserId) {
    // Told twice, nobody came back.
    if (locked.rejoinUntil === null) return nothing;
    await isBack(tx, callId);
    // RO-54: whom the adviser had put on hold themselves stays there.
    const isHeld = locked.heldSince !== null;
    const resume = isHeld ? {} : { after: () => queue.telephones[lineKind].hold(callId, false) };
    return { changed: [changedCall(locked)], ...resume };
  }
  const isCalledBack = await callsBack(tx, callId);
  const joined = await queue.route(at, { kind: 'adviser-joined', callId, adviserId });
  const isTheirs = (await lockCall(tx, callId))?.adviserId === adviserId;
  // TE-34: who was handed over heard music until now.
  if (isTheirs && locked.heldSince !== null) {
    const resume = () => queue.telephones[lineKind].hold(callId, false);
    return together(joined, { changed: [], after: resume });
  }
  const mayCall = isCalledBack && isTheirs && (await numberBack(tx, callId)) !== null;
  return mayCall ? together(joined, await callOut(queue, at, locked, adviserId)) : joined;
}

async function adviserLeft(at: At, locked: LockedCall, adviserId: string): Promise<Effects> {
  const { id: callId, state, lineKind, rejoinUntil } = locked;
  const isTheirs = state === 'live' && locked.adviserId === adviserId;
  if (!isTheirs || rejoinUntil !== null) return nothing;
  const { queue, tx, now } = at;
  const changed = await waitForAdviser(tx, locked, now);
  const kept = together({ changed }, await queue.route(at, { kind: 'time-passed' }));
  // RO-54: unless somebody else is there to speak with.
  if ((await partiesOf(tx, callId)).some((party) => party.state === 'joined')) return kept;
  const hold = () => queue.telephones[lineKind].hold(callId, true);
  return together(kept, { changed: [], after: hold });
}

/** RO-47: the place stays theirs. Who withheld their number and gives none cannot be called: they wait on. */
async function callBackAsked(at: At, locked: LockedCall, number: string | null): Promise<Effects> {
  const { queue, tx, now } = at;
  const { id: callId } = locked;
  if (locked.state !== 'waiting' && locked.state !== 'ringing') return nothing;
  if (number !== null) {
    const isOfCall = eq(callIdentity.callId, callId);
    await tx.update(callIdentity).set({ callBackNumber: number }).where(isOfCall);
  }
  if ((await numberBack(tx, callId)) === null) return nothing;
  const askedBackAt = locked.askedBackAt ?? now;
  await tx.update(call).set({ askedBackAt }).where(eq(call.id, callId));
  if (locked.turnedAway !== null) {
    await tx.update(queueEntry).set({ callsBack: true }).where(eq(queueEntry.callId, callId));
  }
  const kept = await queue.route(at, { kind: 'call-back-asked', callId });
  return together({ changed: [changedCall(locked)] }, kept);
}

/** RO-48: what they said is kept, and they are called back. Where nobody knows at which number, only what they said is there. */
async function voicemailLeft(at: At, locked: LockedCall, event: Recorded): Promise<Effects> {
  // Of words that were told of before, all is done: they may have been called back since.
  if (!(await kept(at, event))) return nothing;
  const said = { changed: [changedCall(locked)] };
  if ((await numberBack(at.tx, locked.id)) === null) {
    return together(said, await givenUp(at, locked, { type: 'give-up' }));
  }
  await waitAgain(at, locked);
  const waits = await lockCall(at.tx, locked.id);
  return together(said, waits === null ? nothing : await callBackAsked(at, waits, null));
}

/** That they hung up may be told before what they said: their place is theirs again. */
async function waitAgain(at: At, locked: LockedCall): Promise<void> {
  const since = { callId: locked.id, since: locked.openedAt, callsBack: true };
  const again = { endedAt: null, endedBy: null };
  const back = await moveCall(at.tx, locked, { type: 'words-left' }, at.now, again);
  if (back.ok) await at.tx.insert(queueEntry).values(since).onConflictDoNothing();
}

type Recorded = Extract<LineEvent, { readonly kind: 'voicemail-left' | 'recorded' }>;

/** Whether it is told of for the first time. */
function kept({ tx }: At, { kind, callId, recordingId: id, beganAt, lengthS: seconds }: Recorded) {
  const recordingKind = kind === 'recorded' ? 'conversation' : 'voicemail';
  return keepRecording(tx, { id, callId, kind: recordingKind, beganAt, seconds });
}

async function callsBack(tx: Transaction, callId: string): Promise<boolean> {
  const [entry] = await tx.select().from(queueEntry).where(eq(queueEntry.callId, callId));
  return entry?.callsBack ?? false;
}

/** At which number who phoned is called back. */
async function numberBack(tx: Transaction, callId: string): Promise<string | null> {
  const [identity] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, callId));
  const number = identity?.callBackNumber ?? identity?.number ?? null;
  return number !== null && mayBeCalledBack(number) ? number : null;
}
