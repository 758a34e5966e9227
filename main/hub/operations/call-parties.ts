import { and, eq, isNull } from 'drizzle-orm';
import { isOver } from '#src/calls';
import { lineRules, type OperationPayload, type RefusalCode } from '#src/contract';
import { err, ok, present, type Result } from '#src/kernel';
import { isOnNetwork, usualLineRules } from '#src/routing';
import type { Transaction } from '../storage/database.ts';
import { forgetParties, type PartyRow, partiesOf } from '../storage/party-store.ts';
import { call, callParty, line, queueEntry } from '../storage/schema.ts';
import type { LineEvent, Telephones, Telephony } from '../telephony/telephony.port.ts';
import { changedCall, changedForAll, type LockedCall, moveCall, ownCall } from './call-record.ts';
import { freeColleague } from './colleagues.ts';
import type { ChangedEntity, Effects, HandlerContext, Handlers } from './handler.ts';

type PartyHandlers = Pick<
  Handlers,
  'call.hold' | 'call.add-party' | 'call.remove-party' | 'call.transfer' | 'call.recording'
>;

/** What the adviser does to the voices of a call: TE-30 to TE-35. */
export function callPartyHandlers(telephones: Telephones): PartyHandlers {
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
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const { tx, actor, now } = context;
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
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const { tx } = context;
      const before = await partiesOf(tx, callId);
      const removed = await forgetParties(tx, callId, partyId);
      // They may have left by themselves meanwhile: what was wanted is done.
      if (removed.length === 0) return ok({ changed: [] });
      const telephone = telephones[led.value.lineKind];
      return ok({
        changed: changedForAll(led.value, before),
        after: () => telephone.removeParty(callId, partyId),
      });
    },

    'call.transfer': async (context, { callId, to }) => {
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const telephone = telephones[led.value.lineKind];
      if ('adviserId' in to) return handOver(context, telephone, led.value, to.adviserId);
      const party = (await partiesOf(context.tx, callId)).find(({ id }) => id === to.partyId);
      if (party === undefined) return err('unknown-party');
      return party.adviserId === null
        ? leaveTogether(context, telephone, led.value)
        : passRecord(context, telephone, led.value, { ...party, adviserId: party.adviserId });
    },

    'call.recording': async (context, { callId, act }) => {
      const led = await ledCall(context, callId);
      if (!led.ok) return led;
      const { tx } = context;
      const { recordingDays } = await rulesOf(tx, led.value);
      if (recordingDays === null) return err('not-recorded-here');
      const recording = recordingAfter(led.value.recording, act);
      if (recording === led.value.recording) return ok({ changed: [] });
      await tx.update(call).set({ recording }).where(eq(call.id, callId));
      const telephone = telephones[led.value.lineKind];
      return ok({
        changed: changedForAll(led.value, await partiesOf(tx, callId)),
        after: () => telephone.record(callId, act),
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

async function rulesOf(tx: Transaction, { lineId }: LockedCall) {
  const [row] = await tx.select({ rules: line.rules }).from(line).where(eq(line.id, lineId));
  const { rules } = present(row, 'a foreign key holds the line');
  return lineRules.nullable().parse(rules) ?? usualLineRules;
}

/**
 * TE-34, cold: it rings at the colleague's desk, and the caller hears music meanwhile. Where they do not answer, it waits for whoever
 * is free, at the place of its arrival.
 */
async function handOver(
  context: HandlerContext,
  telephone: Telephony,
  led: LockedCall,
  adviserId: string,
): Promise<Result<Effects, RefusalCode>> {
  const { tx, actor, now } = context;
  const free = await freeColleague(tx, actor, adviserId);
  if (!free.ok) return free;
  const { offerS } = await rulesOf(tx, led);
  const waits = await moveCall(tx, led, { type: 'pass-on' }, now, { adviserId: null });
  if (!waits.ok) return waits;
  await tx.insert(queueEntry).values({ callId: led.id, since: led.openedAt }).onConflictDoNothing();
  const waiting: LockedCall = { ...led, state: 'waiting', adviserId: null };
  const rings = await moveCall(tx, waiting, { type: 'offer' }, now, {
    adviserId,
    offerExpiresAt: new Date(Date.parse(now) + offerS * 1000).toISOString(),
    heldSince: led.heldSince ?? now,
  });
  if (!rings.ok) return rings;
  return ok({
    changed: [...waits.value, changedCall({ ...led, adviserId })],
    after: async () => {
      if (led.heldSince === null) await telephone.hold(led.id, true);
      await telephone.letGo(led.id, actor.accountId);
      await telephone.ring({
        callId: led.id,
        adviserId,
        ringsForMs: offerS * 1000,
        staysForMs: null,
      });
    },
  });
}

/** TE-34, warm: the colleague who speaks already goes on, with the record. */
async function passRecord(
  { tx, actor }: HandlerContext,
  telephone: Telephony,
  led: LockedCall,
  party: PartyRow & { readonly adviserId: string },
): Promise<Result<Effects, RefusalCode>> {
  if (party.state !== 'joined') return err('party-not-there');
  await forgetParties(tx, led.id, party.id);
  const { adviserId } = party;
  await tx.update(call).set({ adviserId, heldSince: null }).where(eq(call.id, led.id));
  const others = await partiesOf(tx, led.id);
  return ok({
    changed: [...changedForAll(led, others), changedCall({ ...led, adviserId })],
    after: async () => {
      if (led.heldSince !== null) await telephone.hold(led.id, false);
      await telephone.letGo(led.id, actor.accountId);
    },
  });
}

/** TE-34: the caller speaks on with a number. For the adviser the conversation is over; the record is theirs to close. */
async function leaveTogether(
  { tx, actor, now }: HandlerContext,
  telephone: Telephony,
  led: LockedCall,
): Promise<Result<Effects, RefusalCode>> {
  const moved = await moveCall(tx, led, { type: 'hang-up', by: 'adviser' }, now);
  if (!moved.ok) return moved;
  return ok({
    changed: moved.value,
    after: async () => {
      if (led.heldSince !== null) await telephone.hold(led.id, false);
      await telephone.letGo(led.id, actor.accountId);
    },
  });
}

/** Said twice, it is done once; what cannot be done to it as it is changes nothing. */
function recordingAfter(
  before: LockedCall['recording'],
  act: OperationPayload<'call.recording'>['act'],
): LockedCall['recording'] {
  switch (act) {
    case 'start':
      return before ?? 'on';
    case 'pause':
      return before === 'on' ? 'paused' : before;
    case 'resume':
      return before === 'paused' ? 'on' : before;
  }
}

/** TE-33: what the line tells of somebody who was brought in. Who is gone already changes nothing. */
export async function applyPartyEvent(
  tx: Transaction,
  call: LockedCall,
  event: Extract<LineEvent, { kind: 'party-joined' | 'party-left' }>,
  now: string,
): Promise<readonly ChangedEntity[]> {
  const told =
    event.kind === 'party-left'
      ? await forgetParties(tx, call.id, event.partyId)
      : await tx
          .update(callParty)
          .set({ state: 'joined', since: now })
          .where(
            and(
              eq(callParty.callId, call.id),
              eq(callParty.id, event.partyId),
              eq(callParty.state, 'ringing'),
            ),
          )
          .returning();
  return told.length === 0 ? [] : changedForAll(call, told);
}
