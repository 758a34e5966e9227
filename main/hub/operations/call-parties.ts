import { and, eq, isNull } from 'drizzle-orm';
import { isOver, recordingAfter } from '#src/calls';
import type { RefusalCode } from '#src/contract';
import { err, mayBeBroughtIn, ok, type Result } from '#src/kernel';
import { isOnNetwork, usualLineRules } from '#src/routing';
import { conversationOver } from '../queue/conversation-over.ts';
import type { Queue, Telling } from '../queue/queue.ts';
import { readRules } from '../queue/queue-lines.ts';
import { lockQueue } from '../queue/route.ts';
import { forgetParties, type PartyRow, partiesOf } from '../storage/party-store.ts';
import { endTerm } from '../storage/recording-store.ts';
import { call, callParty, queueEntry } from '../storage/schema.ts';
import type { LineEvent, Telephony } from '../telephony/telephony.port.ts';
import { changedCall, changedForAll, type LockedCall, moveCall, ownCall } from './call-record.ts';
import { freeColleague } from './colleagues.ts';
import { type Effects, type HandlerContext, type Handlers, together } from './handler.ts';

type PartyHandlers = Pick<
  Handlers,
  'call.hold' | 'call.add-party' | 'call.remove-party' | 'call.transfer' | 'call.recording'
>;

/** What the adviser does to the voices of a call: TE-30 to TE-35. */
export function callPartyHandlers(queue: Queue): PartyHandlers {
  const { telephones } = queue;
  return {
    'call.hold': async (context, { callId, isHeld }) => {
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const { tx, now } = context;
      const ofCall = eq(call.id, callId);
      await tx
        .update(call)
        .set({ heldSince: isHeld ? now : null })
        // Said again, it is held since the first time.
        .where(isHeld ? and(ofCall, isNull(call.heldSince)) : ofCall);
      const telephone = telephones[led.value.lineKind];
      return ok({
        changed: changedForAll(led.value, await partiesOf(tx, callId)),
        after: () => telephone.hold(callId, isHeld),
      });
    },

    'call.add-party': async (context, { callId, partyId, party }) => {
      await lockQueue(context.tx);
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const { tx, actor, now } = context;
      if ('number' in party && !mayBeBroughtIn(party.number)) return err('number-not-allowed');
      if ('adviserId' in party) {
        const free = await freeColleague(tx, actor, party.adviserId);
        if (!free.ok) return free;
      }
      const added = await tx
        .insert(callParty)
        .values({
          id: partyId,
          callId,
          ...party,
          addedBy: actor.accountId,
          state: 'ringing',
          since: now,
        })
        .onConflictDoNothing({ target: callParty.id })
        .returning();
      if (added.length === 0) return err('id-reused');
      const telephone = telephones[led.value.lineKind];
      return ok({
        changed: changedForAll(led.value, await partiesOf(tx, callId)),
        after: () => telephone.addParty(callId, partyId, party),
      });
    },

    'call.remove-party': async (context, { callId, partyId }) => {
      const { tx } = context;
      await lockQueue(tx);
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const left = await partyGone(queue, context, led.value, partyId);
      if (left === null) return ok({ changed: [] });
      const telephone = telephones[led.value.lineKind];
      const removed = () => telephone.removeParty(callId, partyId);
      return ok(together({ changed: [], after: removed }, left));
    },

    'call.transfer': async (context, { callId, to }) => {
      const { tx } = context;
      await lockQueue(tx);
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      if ('adviserId' in to) return handOver(queue, context, led.value, to.adviserId);
      const party = (await partiesOf(tx, callId)).find(({ id }) => id === to.partyId);
      if (party === undefined) return err('unknown-party');
      return party.adviserId === null
        ? leaveTogether(queue, context, led.value)
        : passRecord(queue, context, led.value, { ...party, adviserId: party.adviserId });
    },

    'call.recording': async (context, { callId, act }) => {
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const { tx, now } = context;
      const rules = await readRules(tx, led.value.lineId);
      if ((rules?.recordingDays ?? null) === null) return err('not-recorded-here');
      const before = led.value.recording;
      const recording = recordingAfter(before, act);
      const erased = act === 'erase';
      if (erased) await endTerm(tx, { callId, kind: 'conversation' }, now);
      else if (recording === before) return ok({ changed: [] });
      await tx
        .update(call)
        .set({ recording, ...(erased ? { recordingErased: true } : {}) })
        .where(eq(call.id, callId));
      const telephone = telephones[led.value.lineKind];
      const goesOn = before === 'on' || before === 'paused';
      return ok({
        changed: changedForAll(led.value, await partiesOf(tx, callId)),
        after: () => {
          if (act !== 'stop' && act !== 'erase') return telephone.record(callId, act);
          return goesOn ? telephone.record(callId, 'stop') : undefined;
        },
      });
    },
  };
}

/** The actor's own conversation, if its line can do what is asked. */
async function ledCall(
  context: HandlerContext,
  callId: string,
): Promise<Result<LockedCall, RefusalCode>> {
  const own = await ownCall(context, 'call.lead', callId);
  if (!own.ok) return own;
  if (isOver(own.value.state)) return err('call-over');
  if (own.value.state !== 'live') return err('call-not-live');
  return isOnNetwork(own.value.lineKind) ? own : err('not-on-this-line');
}

/**
 * TE-34, cold: it rings at the colleague's desk, and the caller hears music meanwhile. Where they do not answer, it waits for whoever
 * is free, at the place of its arrival.
 */
async function handOver(
  queue: Queue,
  context: HandlerContext,
  led: LockedCall,
  adviserId: string,
): Promise<Result<Effects, RefusalCode>> {
  const { tx, actor, now } = context;
  const { id: callId } = led;
  const left = await leaveNow(queue, context, led);
  const free = await freeColleague(tx, actor, adviserId);
  if (!free.ok) return free;
  const waits = await moveCall(tx, led, { type: 'pass-on' }, now, { adviserId: null });
  if (!waits.ok) return waits;
  // They waited once already, and are offered nothing else meanwhile.
  await tx.insert(queueEntry).values({ callId, since: led.openedAt, toldAt: now });
  const { offerS } = (await readRules(tx, led.lineId)) ?? usualLineRules;
  const rings = await moveCall(
    tx,
    { ...led, state: 'waiting', adviserId },
    { type: 'offer' },
    now,
    {
      adviserId,
      offerExpiresAt: new Date(Date.parse(now) + offerS * 1000).toISOString(),
      heldSince: led.heldSince ?? now,
    },
  );
  if (!rings.ok) return rings;
  const telephone = queue.telephones[led.lineKind];
  const ring = async () => {
    if (led.heldSince === null) await telephone.hold(callId, true);
    await telephone.letGo(callId, actor.accountId);
    await telephone.ring({ callId, adviserId, ringsForMs: offerS * 1000, staysForMs: null });
  };
  // The queue keeps the time of the offer from here on.
  const kept = await queue.route(context, { kind: 'time-passed' });
  const rung = { changed: [...waits.value, ...rings.value], after: ring };
  return ok(together(together(left, rung), kept));
}

/** TE-34, warm: the colleague who speaks already goes on, with the record. */
async function passRecord(
  queue: Queue,
  context: HandlerContext,
  led: LockedCall,
  party: PartyRow & { readonly adviserId: string },
): Promise<Result<Effects, RefusalCode>> {
  if (party.state !== 'joined') return err('party-not-there');
  const { tx } = context;
  const left = await leaveNow(queue, context, led);
  const { adviserId } = party;
  await forgetParties(tx, led.id, party.id);
  await tx.update(call).set({ adviserId, heldSince: null }).where(eq(call.id, led.id));
  const others = await partiesOf(tx, led.id);
  const changed = [...changedForAll(led, others), changedCall({ ...led, adviserId })];
  return ok(together(left, { changed, after: letGo(queue, context, led) }));
}

/** TE-34: the caller speaks on with a number. For the adviser the conversation is over; the record is theirs to close. */
async function leaveTogether(
  queue: Queue,
  context: HandlerContext,
  led: LockedCall,
): Promise<Result<Effects, RefusalCode>> {
  const over = await conversationOver(queue, context, led);
  const event = { type: 'hang-up', by: 'adviser' } as const;
  const moved = await moveCall(context.tx, led, event, context.now);
  if (!moved.ok) return moved;
  return ok(together(over, { changed: moved.value, after: letGo(queue, context, led) }));
}

/** Whoever hands the record on has nothing left to write. Told before the call itself moves on, as the queue wants it. */
function leaveNow(queue: Queue, context: HandlerContext, { id: callId }: LockedCall) {
  const { accountId: adviserId } = context.actor;
  return queue.route(context, { kind: 'conversation-over', callId, adviserId, wrapUpS: 0 });
}

/** The caller speaks with whoever stays. */
function letGo(
  { telephones }: Queue,
  { actor }: HandlerContext,
  { id, lineKind, heldSince }: LockedCall,
): Effects['after'] {
  const telephone: Telephony = telephones[lineKind];
  return async () => {
    if (heldSince !== null) await telephone.hold(id, false);
    await telephone.letGo(id, actor.accountId);
  };
}

/** TE-33: what the line tells of somebody who was brought in. Who is gone already changes nothing. */
export async function applyPartyEvent(
  queue: Queue,
  telling: Telling,
  led: LockedCall,
  { kind, partyId }: Extract<LineEvent, { kind: 'party-joined' | 'party-left' }>,
): Promise<Effects> {
  if (kind === 'party-left') {
    return (await partyGone(queue, telling, led, partyId)) ?? { changed: [] };
  }
  const rang = and(
    eq(callParty.callId, led.id),
    eq(callParty.id, partyId),
    eq(callParty.state, 'ringing'),
  );
  const joined = await telling.tx
    .update(callParty)
    .set({ state: 'joined', since: telling.now })
    .where(rang)
    .returning();
  return { changed: joined.length === 0 ? [] : changedForAll(led, joined) };
}

/** Nothing of them is kept, and a colleague may be rung again; `null` where they had gone before. */
async function partyGone(
  queue: Queue,
  telling: Telling,
  led: LockedCall,
  partyId: string,
): Promise<Effects | null> {
  const gone = await forgetParties(telling.tx, led.id, partyId);
  if (gone.length === 0) return null;
  const offered = await queue.route(telling, { kind: 'time-passed' });
  return together({ changed: changedForAll(led, gone) }, offered);
}
