import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import type { Reception } from '../../main/hub/queue/receive-call.ts';
import { call, leg, presence, queueEntry, recording } from '../../main/hub/storage/schema.ts';
import { cutOff } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { persona } from '../support/desk-rig.ts';
import { type QueueRig, queueOn } from '../support/queue-rig.ts';

function idOf(reception: Reception): string {
  if (reception.kind === 'unknown-line') throw new Error('The number calls no line.');
  return reception.callId;
}

/** A person calls, and the queue has looked at it. */
async function ring(rig: QueueRig, number: string, from?: string | null): Promise<string> {
  const callId = idOf(await rig.phone(number, from));
  await rig.turn();
  return callId;
}

/** A person calls, and this adviser speaks with them. */
async function speak(rig: QueueRig, number: string, who: Account): Promise<string> {
  const callId = await ring(rig, number);
  expect(await rig.act(who, 'call.answer', { callId, script: rig.script })).toBe('applied');
  await rig.tell({ kind: 'adviser-joined', callId, adviserId: who.accountId });
  expect((await rig.see(who, 'call', callId))?.state).toBe('live');
  return callId;
}

const rowOf = async (rig: QueueRig, callId: string) =>
  (await rig.database.db.select().from(call).where(eq(call.id, callId)))[0];
const placeOf = async (rig: QueueRig, callId: string) =>
  (await rig.database.db.select().from(queueEntry).where(eq(queueEntry.callId, callId)))[0];
const presenceOf = async (rig: QueueRig, { accountId }: Account) =>
  (await rig.database.db.select().from(presence).where(eq(presence.userId, accountId)))[0];

onBothDatabases('the queue', (database) => {
  const getRig = queueOn(database);

  it('RO-41 gives a call its record and rings at the desk of who has waited longest', async () => {
    const rig = getRig();
    const { id: lineId, number } = await rig.addLine();
    await rig.there(rig.karim, rig.lucie);
    const callId = await ring(rig, number, '+33639980011');
    expect(await rig.see(rig.karim, 'call', callId)).toMatchObject({
      ...{ lineId, state: 'ringing', adviserId: rig.karim.accountId, number: '+33639980011' },
      ...{ script: null, record: null, answeredAt: null },
    });
    expect(await rig.see(rig.lucie, 'call', callId)).toBeNull();
    expect(await rig.see(rig.supervisor, 'call', callId)).toMatchObject({ number: null });
    expect(rig.network.take()).toEqual([
      {
        command: 'ring',
        of: [{ callId, adviserId: rig.karim.accountId, ringsForMs: 20_000, staysForMs: null }],
      },
    ]);
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-41 is one call, however often its carrier announces it', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there();
    const twice = ['leg-a', 'leg-a'].map((legId) => rig.phone(number, null, legId));
    const [one, other] = await Promise.all(twice);
    expect(one).toEqual(other);
    expect(await rig.phone(number, null, 'leg-b')).not.toEqual(one);
    expect(await rig.phone('+33465719999')).toEqual({ kind: 'unknown-line' });
  });

  it('RO-45 is the adviser’s once their telephone is in it, not on a click', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = await ring(rig, number);
    rig.pass(19);
    const answer = { callId, script: rig.script };
    expect(await rig.act(rig.karim, 'call.answer', answer)).toBe('forbidden');
    expect(await rig.act(rig.lucie, 'call.answer', answer)).toBe('applied');
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
      ...{ state: 'ringing', answeredAt: null, script: { id: rig.script.id } },
    });
    rig.pass(5);
    await rig.turn();
    const answeredAt = rig.now();
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({ state: 'live', answeredAt });
    expect(await placeOf(rig, callId)).toBeUndefined();
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-45 lets the telephone be quicker than what its desk sends', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = await ring(rig, number);
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    const answer = { callId, script: rig.script };
    expect(await rig.act(rig.lucie, 'call.answer', answer)).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', callId))?.script?.id).toBe(rig.script.id);
    expect(await rig.act(rig.lucie, 'call.answer', answer)).toBe('call-taken');
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-14 rings elsewhere once nobody answered, and RO-11 still lets in who joins first', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie, rig.karim);
    const callId = await ring(rig, number);
    rig.network.take();
    rig.pass(20);
    await rig.turn();
    expect((await rig.see(rig.karim, 'call', callId))?.state).toBe('ringing');
    expect(await rig.see(rig.lucie, 'call', callId)).toBeNull();
    expect(rig.network.take().map(({ command }) => command)).toEqual(['stopRinging', 'ring']);
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.karim.accountId });
    expect((await rig.see(rig.lucie, 'call', callId))?.state).toBe('live');
    expect(rig.network.take()).toEqual([
      { command: 'stopRinging', of: [callId, rig.karim.accountId] },
      { command: 'letGo', of: [callId, rig.karim.accountId] },
    ]);
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-14 does not wait for a telephone that takes no call, or that cannot be rung', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie, rig.karim);
    const callId = await ring(rig, number);
    await rig.tell({ kind: 'adviser-unreachable', callId, adviserId: rig.lucie.accountId });
    expect((await rowOf(rig, callId))?.adviserId).toBe(rig.karim.accountId);
    rig.network.fail('ring');
    await rig.tell({ kind: 'rang-out', callId });
    rig.pass(20);
    await rig.turn();
    expect(await rowOf(rig, callId)).toMatchObject({ state: 'waiting', adviserId: null });
    rig.network.fail(null);
    rig.pass(20);
    await rig.turn();
    expect((await rowOf(rig, callId))?.state).toBe('ringing');
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-6 waits at its place when the adviser leaves it, and does not come back to them', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = await ring(rig, number);
    expect(await rig.act(rig.lucie, 'call.leave', { callId })).toBe('applied');
    rig.pass(60);
    await rig.turn();
    expect(await rowOf(rig, callId)).toMatchObject({ state: 'waiting', adviserId: null });
    await rig.act(rig.karim, 'presence.set', { presence: 'available' });
    expect((await rig.see(rig.karim, 'call', callId))?.state).toBe('ringing');
    await rig.tell({ kind: 'caller-left', callId });
    expect(await rowOf(rig, callId)).toMatchObject({ state: 'missed', endedBy: 'caller' });
  });

  it('RO-44 ends for a caller who hangs up, waiting or ringing, and frees the desk', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const first = await ring(rig, number);
    const second = await ring(rig, number, '+33639980002');
    const third = await ring(rig, number, '+33639980003');
    await rig.tell({ kind: 'caller-left', callId: second });
    await rig.tell({ kind: 'caller-left', callId: first });
    await rig.tell({ kind: 'caller-left', callId: first });
    expect((await rig.see(rig.lucie, 'call', first))?.state).toBe('missed');
    expect((await rowOf(rig, second))?.state).toBe('missed');
    expect((await rig.see(rig.lucie, 'call', third))?.state).toBe('ringing');
    expect(await placeOf(rig, second)).toBeUndefined();
    await rig.tell({ kind: 'caller-left', callId: third });
  });

  it('RO-18 is told once, after a while, that something else may be done than to wait', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ overflowS: 60, unanswered: 'voicemail' });
    await rig.there();
    const callId = await ring(rig, number);
    for (const seconds of [59, 1, 60]) {
      rig.pass(seconds);
      await rig.turn();
    }
    expect(rig.network.take()).toEqual([{ command: 'proposeElse', of: [callId, 'voicemail'] }]);
    await rig.tell({ kind: 'caller-left', callId });
  });
});

onBothDatabases('the queue of a line that does not answer', (database) => {
  const getRig = queueOn(database);
  // The clock of the desks: a Monday, nine in the morning in Mende.
  const later = { hours: 'Mo-Fr 10:00-17:30; PH off' };

  it('RO-42 turns away who calls outside its hours, and RO-47 calls them back in them', async () => {
    const rig = getRig();
    const { number } = await rig.addLine(later);
    await rig.there(rig.lucie);
    const received = await rig.phone(number, '+33639980021');
    expect(received.kind).toBe('closed');
    const callId = idOf(received);
    await rig.turn();
    expect((await rowOf(rig, callId))?.state).toBe('waiting');
    await rig.tell({ kind: 'call-back-asked', callId, number: null });
    await rig.tell({ kind: 'caller-left', callId });
    expect((await rowOf(rig, callId))?.state).toBe('waiting');
    expect(rig.network.take()).toEqual([]);

    rig.pass(3600);
    await rig.turn();
    const rung = await rig.see(rig.lucie, 'call', callId);
    expect(rung).toMatchObject({ state: 'ringing', askedBackAt: rung?.openedAt });
    expect(rig.network.take().map(({ command }) => command)).toEqual(['ring']);
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    expect(rig.network.take()).toEqual([
      {
        command: 'callOut',
        of: [{ callId, adviserId: rig.lucie.accountId, number: '+33639980021', from: number }],
      },
    ]);
    const tomorrow = '2026-01-13T09:00:00.000Z';
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    // It rings there in vain, and the carrier ends that.
    await rig.tell({ kind: 'caller-left', callId });
    expect(await rig.act(rig.lucie, 'call.no-answer', { callId, at: tomorrow })).toBe('applied');
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
      ...{ state: 'call-back', callBackAt: tomorrow, attempts: 1 },
    });
    expect((await presenceOf(rig, rig.lucie))?.presence).toBe('available');
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  });

  it('RO-42 misses who is turned away and asks for nothing', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ hours: 'Sa 09:00-12:00' });
    const callId = idOf(await rig.phone(number));
    await rig.tell({ kind: 'caller-left', callId });
    expect(await rowOf(rig, callId)).toMatchObject({ state: 'missed', turnedAway: 'closed' });
    expect(await placeOf(rig, callId)).toBeUndefined();
  });

  it('RO-42 turns away who finds too many before them, not whom they called back', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ mostWaiting: 1 });
    await rig.there();
    const first = await rig.phone(number, '+33639980022');
    expect(first.kind).toBe('queued');
    expect((await rig.phone(number, '+33639980023')).kind).toBe('full');
    await rig.tell({ kind: 'call-back-asked', callId: idOf(first), number: null });
    expect((await rig.phone(number, '+33639980024')).kind).toBe('queued');
  });

  it('RO-47 keeps the place, at the number given; a withheld one cannot be called', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there();
    const withheld = idOf(await rig.phone(number, null));
    const given = idOf(await rig.phone(number, null));
    const later = idOf(await rig.phone(number, '+33639980025'));
    await rig.tell({ kind: 'call-back-asked', callId: withheld, number: null });
    await rig.tell({ kind: 'caller-left', callId: withheld });
    expect((await rowOf(rig, withheld))?.state).toBe('missed');
    await rig.tell({ kind: 'call-back-asked', callId: given, number: '+33639980026' });
    await rig.tell({ kind: 'caller-left', callId: given });
    await rig.act(rig.lucie, 'presence.set', { presence: 'available' });
    expect((await rig.see(rig.lucie, 'call', given))?.callBackNumber).toBe('+33639980026');
    expect((await rowOf(rig, later))?.state).toBe('waiting');
    await rig.tell({ kind: 'caller-left', callId: later });
  });

  it('RO-48 keeps what is said to nobody, and calls back whom it can', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ ...later, unanswered: 'voicemail' });
    await rig.there();
    const known = idOf(await rig.phone(number, '+33639980027'));
    const withheld = idOf(await rig.phone(number, null));
    for (const callId of [known, withheld, known]) {
      const said = { callId, recordingId: `r-${callId}`, beganAt: rig.now(), lengthS: 12 };
      await rig.tell({ kind: 'voicemail-left', ...said });
      await rig.tell({ kind: 'caller-left', callId });
    }
    expect((await rowOf(rig, known))?.state).toBe('waiting');
    expect((await rowOf(rig, withheld))?.state).toBe('missed');
    expect(await rig.database.db.select().from(recording)).toHaveLength(2);
  });
});

onBothDatabases('an adviser of the queue', (database) => {
  const getRig = queueOn(database);

  it('RO-16 writes up for as long as the line gives, longer if they say so, and then is what they chose', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ wrapUpS: 60, extensionS: 30 });
    await rig.there(rig.lucie);
    const callId = await speak(rig, number, rig.lucie);
    await rig.act(rig.lucie, 'call.hang-up', { callId });
    const seconds = (count: number) => new Date(Date.parse(rig.now()) + count * 1000).toISOString();
    expect(await rig.see(rig.lucie, 'presence', rig.lucie.accountId)).toMatchObject({
      ...{ presence: 'wrap-up', until: seconds(60) },
    });
    for (const other of [rig.mediator, rig.authority, rig.administrator]) {
      expect(await rig.act(other, 'wrap-up.extend', {})).toBe('forbidden');
    }
    expect(await rig.act(rig.lucie, 'wrap-up.extend', {})).toBe('applied');
    expect((await presenceOf(rig, rig.lucie))?.until).toBe(seconds(90));
    const next = await ring(rig, number, '+33639980031');
    expect((await rowOf(rig, next))?.state).toBe('waiting');
    rig.pass(90);
    await rig.turn();
    expect((await presenceOf(rig, rig.lucie))?.presence).toBe('available');
    expect((await rig.see(rig.lucie, 'call', next))?.state).toBe('ringing');
    await rig.tell({ kind: 'caller-left', callId: next });
  });

  it('RO-15 RO-16 is never made available against their choice', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.karim);
    const callId = await speak(rig, number, rig.karim);
    await rig.act(rig.karim, 'presence.set', { presence: 'pause' });
    expect(await presenceOf(rig, rig.karim)).toMatchObject({
      presence: 'available',
      next: 'pause',
    });
    await rig.tell({ kind: 'caller-left', callId });
    expect((await rig.see(rig.karim, 'call', callId))?.endedBy).toBe('caller');
    rig.pass(120);
    await rig.turn();
    expect(await presenceOf(rig, rig.karim)).toMatchObject({ presence: 'pause', next: null });
  });

  it('RO-16 is done writing when the record is closed', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = await speak(rig, number, rig.lucie);
    await rig.act(rig.lucie, 'call.hang-up', { callId });
    expect((await presenceOf(rig, rig.lucie))?.presence).toBe('wrap-up');
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
    expect((await presenceOf(rig, rig.lucie))?.presence).toBe('available');
    const second = await speak(rig, number, rig.lucie);
    await rig.act(rig.lucie, 'call.close', { callId: second, ending: cutOff });
    expect((await presenceOf(rig, rig.lucie))?.presence).toBe('available');
  });

  it('RO-15 keeps a choice that was made while a training call rang, until that ended', async () => {
    const rig = getRig();
    await rig.there(rig.lucie);
    for (const end of ['leave', 'ring-out'] as const) {
      await rig.act(rig.lucie, 'presence.set', { presence: 'available' });
      const callId = v7();
      const asked = { callId, lineId: rig.trainingLine, personaId: persona.id };
      expect(await rig.act(rig.lucie, 'training.ring', asked)).toBe('applied');
      await rig.act(rig.lucie, 'presence.set', { presence: 'pause' });
      expect((await presenceOf(rig, rig.lucie))?.next).toBe('pause');
      if (end === 'leave') await rig.act(rig.lucie, 'call.leave', { callId });
      else rig.pass(20);
      await expect
        .poll(() => presenceOf(rig, rig.lucie))
        .toMatchObject({ presence: 'pause', next: null });
    }
  });

  it('CA-13 calls a person back by the line’s network, with its number', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = await speak(rig, number, rig.lucie);
    const at = '2026-01-12T15:00:00.000Z';
    await rig.act(rig.lucie, 'call.call-back', { callId, at, number: '+33639980034' });
    expect((await presenceOf(rig, rig.lucie))?.presence).toBe('available');
    rig.network.take();
    expect(await rig.act(rig.lucie, 'call.resume', { callId })).toBe('applied');
    const { accountId: adviserId } = rig.lucie;
    expect(rig.network.take()).toEqual([
      { command: 'callOut', of: [{ callId, adviserId, number: '+33639980034', from: number }] },
    ]);
    const other = await ring(rig, number, '+33639980035');
    expect((await rowOf(rig, other))?.state).toBe('waiting');
    await rig.tell({ kind: 'caller-left', callId: other });
    // TE-38: not where that costs the operator dear.
    const abroad = { callId, at, number: '+447911123456' };
    expect(await rig.act(rig.lucie, 'call.call-back', abroad)).toBe('applied');
    rig.network.take();
    expect(await rig.act(rig.lucie, 'call.resume', { callId })).toBe('number-not-allowed');
    expect(rig.network.take()).toEqual([]);
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  });

  it('RO-54 leaves whom the adviser had on hold there, and lets a third party speak on', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = await speak(rig, number, rig.lucie);
    const { accountId: adviserId } = rig.lucie;
    await rig.act(rig.lucie, 'call.hold', { callId, isHeld: true });
    rig.network.take();
    await rig.tell({ kind: 'adviser-left', callId, adviserId });
    await rig.tell({ kind: 'adviser-joined', callId, adviserId });
    expect(rig.network.take()).toEqual([{ command: 'hold', of: [callId, true] }]);
    await rig.act(rig.lucie, 'call.hold', { callId, isHeld: false });
    const partyId = v7();
    const party = { number: '+33536490012' };
    await rig.act(rig.lucie, 'call.add-party', { callId, partyId, party });
    await rig.tell({ kind: 'party-joined', callId, partyId });
    rig.network.take();
    await rig.tell({ kind: 'adviser-left', callId, adviserId });
    expect(rig.network.take()).toEqual([]);
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-52 calls back whom a hub that stopped was to call, once, and not whom it called', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    const callId = idOf(await rig.phone(number, '+33639980036'));
    await rig.tell({ kind: 'call-back-asked', callId, number: null });
    await rig.turn();
    rig.network.take();
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    const called = { callId, adviserId: rig.lucie.accountId, number: '+33639980036', from: number };
    expect(rig.network.take()).toEqual([{ command: 'callOut', of: [called] }]);
    rig.pass(30);
    await rig.turn();
    expect(rig.network.take()).toEqual([]);

    // As it is where the hub is killed between its commit and its command.
    const isOfCall = eq(call.id, callId);
    await rig.database.db.update(call).set({ callsOutSince: rig.now() }).where(isOfCall);
    rig.pass(9);
    await rig.turn();
    expect(rig.network.take()).toEqual([]);
    await rig.restart(1);
    expect(rig.network.take()).toEqual([{ command: 'callOut', of: [called] }]);
    rig.pass(10);
    await rig.turn();
    expect(rig.network.take()).toEqual([]);

    // Or between its command and the note of it.
    const since = rig.now();
    await rig.database.db.update(call).set({ callsOutSince: since }).where(isOfCall);
    const rung = { role: 'caller', state: 'ended', beganAt: since, heardAt: since } as const;
    await rig.database.db.insert(leg).values({ ...rung, id: v7(), callId });
    rig.pass(10);
    await rig.turn();
    expect(rig.network.take()).toEqual([]);
    expect((await rowOf(rig, callId))?.callsOutSince).toBeNull();
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-46 RO-54 finds the call again where their telephone was lost: the caller is told to wait for it', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie, rig.karim);
    const callId = await speak(rig, number, rig.lucie);
    const { accountId: adviserId } = rig.lucie;
    rig.network.take();
    await rig.tell({ kind: 'adviser-left', callId, adviserId });
    await rig.tell({ kind: 'adviser-left', callId, adviserId });
    expect(rig.network.take()).toEqual([{ command: 'hold', of: [callId, true] }]);
    rig.pass(29);
    await rig.turn();
    expect((await rig.see(rig.lucie, 'call', callId))?.state).toBe('live');
    await rig.tell({ kind: 'adviser-joined', callId, adviserId });
    await rig.tell({ kind: 'adviser-joined', callId, adviserId });
    expect(rig.network.take()).toEqual([{ command: 'hold', of: [callId, false] }]);
    rig.pass(60);
    await rig.turn();
    expect((await rig.see(rig.lucie, 'call', callId))?.state).toBe('live');
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-46 RO-54 passes it on with its record where they do not come back', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie, rig.karim);
    const callId = await speak(rig, number, rig.lucie);
    await rig.act(rig.lucie, 'answer.record', { callId, question: 'consent', value: 'yes' });
    await rig.tell({ kind: 'adviser-left', callId, adviserId: rig.lucie.accountId });
    rig.pass(30);
    await rig.turn();
    expect(await rig.see(rig.lucie, 'call', callId)).toBeNull();
    expect((await rig.see(rig.karim, 'call', callId))?.state).toBe('ringing');
    await rig.act(rig.karim, 'call.answer', { callId, script: rig.script });
    rig.network.take();
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.karim.accountId });
    expect(rig.network.take()).toEqual([{ command: 'hold', of: [callId, false] }]);
    expect(await rig.see(rig.karim, 'call', callId)).toMatchObject({
      ...{ state: 'live', record: { answers: [{ question: 'consent', value: 'yes' }] } },
    });
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-43 finds the call after the hub stopped, ringing or live', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie, rig.karim);
    const live = await speak(rig, number, rig.lucie);
    const ringing = await ring(rig, number, '+33639980032');
    const waiting = await ring(rig, number, '+33639980033');
    rig.network.take();
    await rig.restart(60);
    expect((await rig.see(rig.lucie, 'call', live))?.state).toBe('live');
    // Nobody answered meanwhile: it is the next one's turn once who missed it has rested.
    expect((await rowOf(rig, ringing))?.state).toBe('waiting');
    rig.pass(20);
    await rig.turn();
    expect((await rig.see(rig.karim, 'call', ringing))?.state).toBe('ringing');
    expect((await rowOf(rig, waiting))?.state).toBe('waiting');
    await rig.tell({ kind: 'caller-left', callId: live });
    expect((await rig.see(rig.lucie, 'call', live))?.state).toBe('wrap-up');
  });
});
