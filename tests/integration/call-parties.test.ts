import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordingAct } from '#src/calls';
import { present } from '#src/kernel';
import { readColleagues } from '../../main/hub/operations/colleagues.ts';
import type { Account } from '../../main/hub/operations/handler.ts';
import { callParty } from '../../main/hub/storage/schema.ts';
import { cutOff, openCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { callerNumber, type LedCalls, openLedCalls } from '../support/led-calls.ts';

/** Where a caller may be put through to. */
const service = '+33536490012';

/** Brings a colleague in, who joins. */
async function broughtIn(led: LedCalls, adviser: Account, callId: string, colleague: Account) {
  const partyId = v7();
  const party = { adviserId: colleague.accountId };
  expect(await led.act(adviser, 'call.add-party', { callId, partyId, party })).toBe('applied');
  await led.tell({ kind: 'party-joined', callId, partyId });
  return partyId;
}

/** Ends what is going on, so that everybody is free again. */
async function over(led: LedCalls, adviser: Account, callId: string) {
  await led.tell({ kind: 'caller-left', callId });
  expect(await led.act(adviser, 'call.close', { callId, ending: cutOff })).toBe('applied');
  for (const account of [led.lucie, led.karim, led.supervisor]) {
    await led.act(account, 'presence.set', { presence: 'off' });
  }
  led.commanded();
}

onBothDatabases('the voices of a call', (database) => {
  const opened: LedCalls[] = [];
  beforeAll(async () => {
    opened.push(await openLedCalls(database(), { recordingDays: 30 }));
  });
  afterAll(async () => {
    for (const led of opened) await led.close();
  });
  const getLed = () => present(opened[0], 'the desks are opened before the first test');

  it('TE-30 holds the caller once however often it is asked, and says since when', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const held = { callId, isHeld: true };
    expect(await led.act(led.lucie, 'call.hold', held)).toBe('applied');
    const since = led.now();
    led.pass(40);
    expect(await led.act(led.lucie, 'call.hold', held)).toBe('applied');
    expect((await led.see(led.lucie, 'call', callId))?.heldSince).toBe(since);
    expect(await led.act(led.lucie, 'call.hold', { callId, isHeld: false })).toBe('applied');
    expect((await led.see(led.lucie, 'call', callId))?.heldSince).toBeNull();
    expect(led.commanded()).toEqual([
      ['hold', callId, true],
      ['hold', callId, true],
      ['hold', callId, false],
    ]);
    await led.act(led.lucie, 'call.hold', held);
    await led.tell({ kind: 'caller-left', callId });
    expect((await led.see(led.lucie, 'call', callId))?.heldSince).toBeNull();
    await over(led, led.lucie, callId);
  });

  it('TE-31 knows who can be brought in, and refuses whoever cannot', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.available(led.karim, led.farAdviser);
    const known = await led.database.transaction((tx) => readColleagues(tx, led.lucie));
    expect(known.map(({ id, state }) => [id, state])).toEqual([
      [led.karim.accountId, 'free'],
      [led.supervisor.accountId, 'off'],
    ]);
    const add = (adviserId: string) =>
      led.act(led.lucie, 'call.add-party', { callId, partyId: v7(), party: { adviserId } });
    expect(await add(led.supervisor.accountId)).toBe('colleague-busy');
    for (const other of [led.farAdviser, led.mediator, led.lucie]) {
      expect(await add(other.accountId)).toBe('unknown-colleague');
    }
    expect(await add(led.karim.accountId)).toBe('applied');
    expect(await add(led.karim.accountId)).toBe('colleague-busy');
    await led.act(led.farAdviser, 'presence.set', { presence: 'off' });
    await over(led, led.lucie, callId);
  });

  it('TE-32 shows a call to the colleague who is brought in, without who phones', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.available(led.karim);
    expect(await led.see(led.karim, 'call', callId)).toBeNull();
    const partyId = await broughtIn(led, led.lucie, callId, led.karim);
    expect(led.commanded()).toEqual([
      ['addParty', callId, partyId, { adviserId: led.karim.accountId }],
    ]);
    const [own, theirs] = [
      await led.see(led.lucie, 'call', callId),
      await led.see(led.karim, 'call', callId),
    ];
    const party = {
      id: partyId,
      name: 'karim',
      askedBy: 'lucie',
      state: 'joined',
      since: led.now(),
    };
    expect(own?.parties).toMatchObject([party]);
    expect(own?.number).toBe(callerNumber);
    expect(theirs?.parties).toMatchObject([party]);
    expect(theirs).toMatchObject({ number: null, record: null, earlier: [] });
    expect(await led.act(led.karim, 'call.hold', { callId, isHeld: true })).toBe('forbidden');
    expect(await led.act(led.karim, 'note.write', { callId, text: 'Vu.' })).toBe('forbidden');
    await led.tell({ kind: 'party-left', callId, partyId });
    expect(await led.see(led.karim, 'call', callId)).toBeNull();
    await over(led, led.lucie, callId);
  });

  it('TE-33 offers no call to who was brought in, until they leave', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.available(led.karim);
    const partyId = await broughtIn(led, led.lucie, callId, led.karim);
    const waiting = await led.arrive();
    expect(await led.see(led.karim, 'call', waiting)).toBeNull();
    await led.tell({ kind: 'party-left', callId, partyId });
    await led.tell({ kind: 'party-left', callId, partyId });
    expect((await led.see(led.karim, 'call', waiting))?.state).toBe('ringing');
    await led.tell({ kind: 'caller-left', callId: waiting });
    await over(led, led.lucie, callId);
  });

  it('TE-34 passes a call that is spoken on to the colleague in it, with its record', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.act(led.lucie, 'note.write', { callId, text: 'Mot de passe perdu.' });
    await led.available(led.karim);
    await led.act(led.lucie, 'call.hold', { callId, isHeld: true });
    const partyId = v7();
    const party = { adviserId: led.karim.accountId };
    await led.act(led.lucie, 'call.add-party', { callId, partyId, party });
    const pass = { callId, to: { partyId } };
    expect(await led.act(led.lucie, 'call.transfer', pass)).toBe('party-not-there');
    await led.tell({ kind: 'party-joined', callId, partyId });
    led.commanded();
    const before = await led.see(led.lucie, 'call', callId);
    expect(await led.act(led.lucie, 'call.transfer', pass)).toBe('applied');
    expect(led.commanded()).toEqual([
      ['hold', callId, false],
      ['letGo', callId, led.lucie.accountId],
    ]);
    expect(await led.see(led.lucie, 'call', callId)).toBeNull();
    expect(await led.see(led.karim, 'call', callId)).toMatchObject({
      ...{ state: 'live', heldSince: null, parties: [], number: callerNumber },
      ...{ answeredAt: before?.answeredAt, script: led.script },
      record: { note: 'Mot de passe perdu.' },
    });
    expect((await led.see(led.lucie, 'presence', led.lucie.accountId))?.presence).toBe('available');
    expect(await led.act(led.lucie, 'call.transfer', pass)).toBe('forbidden');
    await over(led, led.karim, callId);
  });

  it('TE-34 rings at a colleague’s desk, the caller in music until they join', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.act(led.lucie, 'note.write', { callId, text: 'Facture à payer.' });
    await led.available(led.karim);
    const pass = { callId, to: { adviserId: led.karim.accountId } };
    expect(await led.act(led.lucie, 'call.transfer', pass)).toBe('applied');
    expect(led.commanded()).toMatchObject([
      ['hold', callId, true],
      ['letGo', callId, led.lucie.accountId],
      ['ring', { callId, adviserId: led.karim.accountId }],
    ]);
    expect(await led.see(led.lucie, 'call', callId)).toBeNull();
    expect(await led.see(led.karim, 'call', callId)).toMatchObject({
      ...{ state: 'ringing', heldSince: led.now(), script: led.script, record: null },
    });
    await led.act(led.karim, 'call.answer', { callId, script: led.script });
    await led.tell({ kind: 'adviser-joined', callId, adviserId: led.karim.accountId });
    expect(led.commanded()).toContainEqual(['hold', callId, false]);
    expect(await led.see(led.karim, 'call', callId)).toMatchObject({
      ...{ state: 'live', heldSince: null, endedAt: null },
      record: { note: 'Facture à payer.' },
    });
    await over(led, led.karim, callId);
  });

  it('TE-34 lets a call that the colleague does not answer wait for whoever is free', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.available(led.karim);
    await led.act(led.lucie, 'call.transfer', { callId, to: { adviserId: led.karim.accountId } });
    led.pass(25);
    // Lucie is free since she let it go: it comes back to her rather than to nobody.
    await expect
      .poll(async () => (await led.see(led.lucie, 'call', callId))?.state)
      .toBe('ringing');
    await led.tell({ kind: 'adviser-joined', callId, adviserId: led.lucie.accountId });
    expect(await led.see(led.lucie, 'call', callId)).toMatchObject({
      state: 'live',
      heldSince: null,
    });
    await over(led, led.lucie, callId);
  });

  it('TE-34 leaves the caller with a number, and the record with its adviser', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const partyId = v7();
    const added = { callId, partyId, party: { number: service } };
    expect(await led.act(led.lucie, 'call.add-party', added)).toBe('applied');
    expect((await led.see(led.lucie, 'call', callId))?.parties).toMatchObject([
      { number: service, name: null, state: 'ringing' },
    ]);
    expect((await led.see(led.supervisor, 'call', callId))?.parties).toMatchObject([
      { number: null },
    ]);
    expect(await led.act(led.lucie, 'call.transfer', { callId, to: { partyId } })).toBe('applied');
    expect(led.commanded()).toEqual([
      ['addParty', callId, partyId, { number: service }],
      ['letGo', callId, led.lucie.accountId],
    ]);
    expect(await led.see(led.lucie, 'call', callId)).toMatchObject({
      ...{ state: 'wrap-up', endedBy: 'adviser', parties: [] },
    });
    expect(await led.act(led.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
    expect(led.commanded()).toEqual([]);
    await led.act(led.lucie, 'presence.set', { presence: 'off' });
  });

  it('TE-35 keeps nothing of who was brought in', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const [first, second] = [v7(), v7()];
    const party = { number: service };
    await led.act(led.lucie, 'call.add-party', { callId, partyId: first, party });
    await led.act(led.lucie, 'call.add-party', { callId, partyId: second, party });
    const again = { callId, partyId: second, party };
    expect(await led.act(led.lucie, 'call.add-party', again)).toBe('id-reused');
    led.commanded();
    const remove = { callId, partyId: first };
    expect(await led.act(led.lucie, 'call.remove-party', remove)).toBe('applied');
    expect(await led.act(led.lucie, 'call.remove-party', remove)).toBe('applied');
    expect(led.commanded()).toEqual([['removeParty', callId, first]]);
    expect(await led.database.db.$count(callParty)).toBe(1);
    await led.act(led.lucie, 'call.hang-up', { callId });
    expect(await led.database.db.$count(callParty)).toBe(0);
    await over(led, led.lucie, callId);
  });

  it('TE-38 brings in no number that costs the operator dear, and whoever helps in an emergency', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const add = (number: string) =>
      led.act(led.lucie, 'call.add-party', { callId, partyId: v7(), party: { number } });
    for (const number of ['+33899123456', '+447911123456', '+8823456789']) {
      expect(await add(number)).toBe('number-not-allowed');
    }
    expect(led.commanded()).toEqual([]);
    expect(await add('15')).toBe('applied');
    expect((await led.see(led.lucie, 'call', callId))?.parties).toMatchObject([{ number: '15' }]);
    expect(led.commanded()).toMatchObject([['addParty', callId, {}, { number: '15' }]]);
    await over(led, led.lucie, callId);
  });

  it('RO-50 offers the next call at once to the colleague whom the end of the conversation frees', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    await led.available(led.karim);
    await broughtIn(led, led.lucie, callId, led.karim);
    const next = await led.arrive();
    await led.queue().turn();
    led.commanded();
    await led.act(led.lucie, 'call.hang-up', { callId });
    expect((await led.see(led.karim, 'call', next))?.state).toBe('ringing');
    expect(led.commanded().map(([command]) => command)).toEqual(['ring', 'hangUp']);
    expect(await led.see(led.karim, 'call', callId)).toBeNull();
    await led.tell({ kind: 'caller-left', callId: next });
    await over(led, led.lucie, callId);
  });

  it('TE-36 records where the line does, and pauses and goes on once', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const record = (act: 'start' | 'pause' | 'resume') =>
      led.act(led.lucie, 'call.recording', { callId, act });
    const recording = async () => (await led.see(led.lucie, 'call', callId))?.recording;
    expect(await record('pause')).toBe('applied');
    expect(await recording()).toBeNull();
    expect(await record('start')).toBe('applied');
    expect(await record('pause')).toBe('applied');
    expect(await record('pause')).toBe('applied');
    expect(await recording()).toBe('paused');
    expect(await record('resume')).toBe('applied');
    expect(await recording()).toBe('on');
    expect(led.commanded()).toEqual([
      ['record', callId, 'start'],
      ['record', callId, 'pause'],
      ['record', callId, 'resume'],
    ]);
    await over(led, led.lucie, callId);
    expect(await recording()).toBeNull();
  });

  it('TW-74 keeps no words of who gave no consent, once their record is closed', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const said = { callId, beganAt: led.now(), lengthS: 12 };
    await led.tell({ kind: 'voicemail-left', recordingId: `words-${callId}`, ...said });
    await led.tell({ kind: 'recorded', recordingId: `spoken-${callId}`, ...said });
    led.pass(60);
    await over(led, led.lucie, callId);
    const kept = (await led.see(led.lucie, 'call', callId))?.recordings ?? [];
    expect(kept.map(({ kind, deleteAfter }) => [kind, deleteAfter <= led.now()])).toEqual(
      expect.arrayContaining([
        ['voicemail', true],
        ['conversation', false],
      ]),
    );
    expect((await led.see(led.lucie, 'call', callId))?.state).toBe('closed');
  });

  it('TE-36 stops for good where the caller refuses, and keeps nothing where they want it so', async () => {
    const led = getLed();
    const callId = await led.answeredBy(led.lucie);
    const record = (act: RecordingAct) => led.act(led.lucie, 'call.recording', { callId, act });
    const keep = (recordingId: string) =>
      led.tell({ kind: 'recorded', callId, recordingId, beganAt: led.now(), lengthS: 12 });
    const seen = async () => present(await led.see(led.lucie, 'call', callId), 'it is hers');
    await record('start');
    await record('stop');
    await record('start');
    expect((await seen()).recording).toBe('stopped');
    await keep(`first-${callId}`);
    const after = (seconds: number) => Date.parse(led.now()) + seconds * 1000;
    const terms = async () => (await seen()).recordings.map(({ deleteAfter }) => deleteAfter);
    expect(Date.parse((await terms())[0] ?? '')).toBe(after(30 * 86_400));
    await record('erase');
    await keep(`second-${callId}`);
    expect(await terms()).toEqual([led.now(), led.now()]);
    expect(led.commanded()).toEqual([
      ['record', callId, 'start'],
      ['record', callId, 'stop'],
    ]);
    await over(led, led.lucie, callId);
  });
});

onBothDatabases('what is done to the voices', (database) => {
  const opened: LedCalls[] = [];
  beforeAll(async () => {
    opened.push(await openLedCalls(database()));
  });
  afterAll(async () => {
    for (const led of opened) await led.close();
  });
  const getLed = () => present(opened[0], 'the desks are opened before the first test');

  describe('is refused', () => {
    it('to whoever does not hold the call', async () => {
      const led = getLed();
      const callId = await led.answeredBy(led.lucie);
      for (const other of [
        ...[led.karim, led.farAdviser, led.supervisor, led.mediator],
        ...[led.authority, led.administrator],
      ]) {
        const adviserId = led.karim.accountId;
        const party = { adviserId };
        expect(await led.act(other, 'call.hold', { callId, isHeld: true })).toBe('forbidden');
        expect(await led.act(other, 'call.add-party', { callId, partyId: v7(), party })).toBe(
          'forbidden',
        );
        expect(await led.act(other, 'call.remove-party', { callId, partyId: v7() })).toBe(
          'forbidden',
        );
        expect(await led.act(other, 'call.transfer', { callId, to: { adviserId } })).toBe(
          'forbidden',
        );
        expect(await led.act(other, 'call.recording', { callId, act: 'start' })).toBe('forbidden');
      }
      expect(led.commanded()).toEqual([]);
      await over(led, led.lucie, callId);
    });

    it('of a call that nobody speaks on, that is over, or that is none', async () => {
      const led = getLed();
      const callId = await led.answeredBy(led.lucie);
      const hold = (of: string) => led.act(led.lucie, 'call.hold', { callId: of, isHeld: true });
      await led.act(led.lucie, 'call.hang-up', { callId });
      expect(await hold(callId)).toBe('call-not-live');
      await over(led, led.lucie, callId);
      expect(await hold(callId)).toBe('call-over');
      expect(await hold(v7())).toBe('unknown-call');
    });

    it('TE-30 on a line that no network carries', async () => {
      const led = getLed();
      const callId = await openCall(led, led.lucie, 'live');
      const adviserId = led.karim.accountId;
      expect(await led.act(led.lucie, 'call.hold', { callId, isHeld: true })).toBe(
        'not-on-this-line',
      );
      expect(await led.act(led.lucie, 'call.transfer', { callId, to: { adviserId } })).toBe(
        'not-on-this-line',
      );
      await led.act(led.lucie, 'call.close', { callId, ending: cutOff });
    });

    it('TE-36 where who pays wants no recording, and of a party that is not there', async () => {
      const led = getLed();
      const callId = await led.answeredBy(led.lucie);
      expect(await led.act(led.lucie, 'call.recording', { callId, act: 'start' })).toBe(
        'not-recorded-here',
      );
      expect(await led.act(led.lucie, 'call.transfer', { callId, to: { partyId: v7() } })).toBe(
        'unknown-party',
      );
      expect(led.commanded()).toEqual([]);
      await over(led, led.lucie, callId);
    });
  });
});
