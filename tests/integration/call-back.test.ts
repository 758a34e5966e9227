import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import { call, callIdentity, person } from '../../main/hub/storage/schema.ts';
import { cutOff, details, openCall, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { type DeskRig, persona } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';

const tomorrow = '2026-01-13T08:00:00.000Z';
const mobile = '+33639980412';

const putOff = (rig: DeskRig, who: Account, callId: string, number: string | null = null) =>
  rig.act(who, 'call.call-back', { callId, at: tomorrow, number });
const resume = (rig: DeskRig, who: Account, callId: string) =>
  rig.act(who, 'call.resume', { callId });
const noAnswer = (rig: DeskRig, who: Account, callId: string) =>
  rig.act(who, 'call.no-answer', { callId, at: null });
const close = (rig: DeskRig, who: Account, callId: string) =>
  rig.act(who, 'call.close', { callId, ending: cutOff });

onBothDatabases('a call to be called back', (database) => {
  const getRig = desksOn(database);

  it('CA-11 keeps its answers, note, people and script, and goes on where it stopped', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    await say(rig, rig.lucie, callId, 'consent', 'yes');
    await rig.act(rig.lucie, 'note.write', { callId, text: 'Son fils arrive à midi.' });
    const caller = details('Odile Vernhet');
    await rig.act(rig.lucie, 'people.identify', { callId, caller, beneficiary: null });
    const before = await rig.see(rig.lucie, 'call', callId);
    expect(await putOff(rig, rig.lucie, callId)).toBe('applied');

    const waiting = await rig.see(rig.lucie, 'call', callId);
    expect(waiting).toMatchObject({
      state: 'call-back',
      callBackAt: tomorrow,
      number: before?.number,
      script: before?.script,
      endedBy: 'adviser',
    });
    expect(waiting?.record).toEqual(before?.record);

    expect(await resume(rig, rig.lucie, callId)).toBe('applied');
    const live = await rig.see(rig.lucie, 'call', callId);
    expect(live).toMatchObject({ state: 'live', callBackAt: null, endedAt: null, endedBy: null });
    expect(live?.record).toEqual(before?.record);
    expect(await say(rig, rig.lucie, callId, 'need', 'procedures')).toBe('applied');
    expect(await close(rig, rig.lucie, callId)).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', callId))?.facts?.outcome).toBe('cut-off');
  });

  it('CA-11 may be put off once the conversation is over, and again while it waits', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    expect(await putOff(rig, rig.lucie, callId)).toBe('applied');
    const later = { callId, at: '2026-01-14T13:00:00.000Z', number: null };
    expect(await rig.act(rig.lucie, 'call.call-back', later)).toBe('applied');
    const waiting = await rig.see(rig.lucie, 'call', callId);
    expect(waiting).toMatchObject({ callBackAt: later.at, attempts: 0 });
    expect(await say(rig, rig.lucie, callId, 'consent', 'yes')).toBe('applied');
    await close(rig, rig.lucie, callId);
    expect(await putOff(rig, rig.lucie, callId)).toBe('call-over');
    expect(await resume(rig, rig.lucie, callId)).toBe('call-over');
  });

  it('CA-11 gives back the time that it held', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const [diaryId, bookingId] = [v7(), v7()];
    const ranges = [weekly(2, '09:00', '12:00')];
    const diary = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
    expect(await rig.act(rig.mediator, 'diary.set', diary)).toBe('applied');
    const held = await rig.act(rig.lucie, 'slot.hold', {
      bookingId,
      callId,
      diaryId,
      ...alone,
      start: '2026-01-13T08:00:00.000Z',
      end: '2026-01-13T09:00:00.000Z',
    });
    expect(held).toBe('applied');
    expect(await putOff(rig, rig.lucie, callId)).toBe('applied');
    expect((await rig.see(rig.lucie, 'booking', bookingId))?.state).toBe('released');
    await close(rig, rig.lucie, callId);
  });

  it('CA-12 wants a number to call: the one that phoned, one that is given, or a named person’s', async () => {
    const rig = getRig();
    const withheld = await openCall(rig, rig.lucie, 'live', null);
    expect(await putOff(rig, rig.lucie, withheld)).toBe('number-missing');
    expect((await rig.see(rig.lucie, 'call', withheld))?.state).toBe('live');
    expect(await putOff(rig, rig.lucie, withheld, mobile)).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', withheld))?.callBackNumber).toBe(mobile);

    const named = await openCall(rig, rig.lucie, 'afterwards', null);
    await say(rig, rig.lucie, named, 'consent', 'yes');
    const caller = { ...details('Odile Vernhet'), phone: mobile };
    await rig.act(rig.lucie, 'people.identify', { callId: named, caller, beneficiary: null });
    expect(await putOff(rig, rig.lucie, named)).toBe('applied');
    await close(rig, rig.lucie, withheld);
    await close(rig, rig.lucie, named);
  });

  it('PR-7 forgets the number given to be called back at, and PR-2 the name, once it is closed', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live', null);
    await say(rig, rig.lucie, callId, 'consent', 'yes');
    const caller = details('Odile Vernhet');
    await rig.act(rig.lucie, 'people.identify', { callId, caller, beneficiary: null });
    await say(rig, rig.lucie, callId, 'consent', 'no');
    await putOff(rig, rig.lucie, callId, mobile);
    expect((await rig.see(rig.lucie, 'call', callId))?.record?.caller?.name).toBe('Odile Vernhet');
    await close(rig, rig.lucie, callId);
    const { db } = database();
    const [identity] = await db.select().from(callIdentity).where(eq(callIdentity.callId, callId));
    expect(identity).toMatchObject({ number: null, callBackNumber: null, callerId: null });
    expect(await db.$count(person, eq(person.id, caller.personId))).toBe(0);
  });

  it('CA-7 CA-13 is taken up by an adviser who speaks on nothing else', async () => {
    const rig = getRig();
    const waiting = await openCall(rig, rig.lucie, 'live');
    await putOff(rig, rig.lucie, waiting);
    const other = await openCall(rig, rig.lucie, 'live');
    expect(await resume(rig, rig.lucie, waiting)).toBe('already-on-a-call');
    expect((await rig.see(rig.lucie, 'call', waiting))?.state).toBe('call-back');
    await close(rig, rig.lucie, other);
    expect(await resume(rig, rig.lucie, waiting)).toBe('applied');
    await close(rig, rig.lucie, waiting);
  });

  it('CA-13 is resumed at two desks at once: the second changes nothing', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    await putOff(rig, rig.lucie, callId);
    rig.pass(60);
    await resume(rig, rig.lucie, callId);
    const live = await rig.see(rig.lucie, 'call', callId);
    rig.pass(60);
    expect(await resume(rig, rig.lucie, callId)).toBe('applied');
    expect(await rig.see(rig.lucie, 'call', callId)).toEqual(live);
    await rig.act(rig.lucie, 'call.hang-up', { callId });
    expect(await resume(rig, rig.lucie, callId)).toBe('call-not-waiting');
    await close(rig, rig.lucie, callId);
  });

  it('CA-14 CA-15 counts what was spoken, and apart from it who did not answer', async () => {
    const rig = getRig();
    const begun = rig.now();
    const callId = await openCall(rig, rig.lucie, 'live');
    rig.pass(120);
    await putOff(rig, rig.lucie, callId);
    rig.pass(3600);
    expect(await noAnswer(rig, rig.lucie, callId)).toBe('applied');
    await resume(rig, rig.lucie, callId);
    rig.pass(40);
    expect(await noAnswer(rig, rig.lucie, callId)).toBe('applied');
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
      state: 'call-back',
      attempts: 2,
      callBackAt: null,
      spokenBeforeS: 120,
    });
    rig.pass(3600);
    const again = rig.now();
    await resume(rig, rig.lucie, callId);
    rig.pass(30);
    await rig.act(rig.lucie, 'call.hang-up', { callId });
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
      answeredAt: begun,
      resumedAt: again,
      endedAt: rig.now(),
      spokenBeforeS: 120,
      attempts: 2,
    });
    await close(rig, rig.lucie, callId);
  });

  it('CA-15 counts no attempt on a call that was never put off', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    expect(await noAnswer(rig, rig.lucie, callId)).toBe('call-not-waiting');
    await close(rig, rig.lucie, callId);
  });

  it('PR-4 is its adviser’s alone; a supervisor sees that it waits, and not whom', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    for (const other of [rig.karim, rig.supervisor, rig.mediator, rig.authority]) {
      expect(await putOff(rig, other, callId)).toBe('forbidden');
    }
    await putOff(rig, rig.lucie, callId, mobile);
    for (const other of [rig.karim, rig.supervisor, rig.mediator, rig.authority]) {
      expect(await resume(rig, other, callId)).toBe('forbidden');
      expect(await noAnswer(rig, other, callId)).toBe('forbidden');
    }
    expect(await rig.see(rig.supervisor, 'call', callId)).toMatchObject({
      state: 'call-back',
      callBackAt: tomorrow,
      number: null,
      callBackNumber: null,
      record: null,
    });
    expect(await rig.see(rig.karim, 'call', callId)).toBeNull();
    await close(rig, rig.lucie, callId);
  });

  it('CA-16 is told to whoever takes the next call from its number', async () => {
    const rig = getRig();
    const number = '+33466490031';
    const waiting = await openCall(rig, rig.lucie, 'live', number);
    await putOff(rig, rig.lucie, waiting);
    rig.pass(60);
    const byHer = await openCall(rig, rig.lucie, 'afterwards', number);
    const byAnother = await openCall(rig, rig.karim, 'afterwards', number);
    const own = await rig.see(rig.lucie, 'call', byHer);
    expect(own?.earlier).toMatchObject([
      { callId: waiting, outcome: null, callBack: { at: tomorrow, isOwn: true } },
    ]);
    const other = await rig.see(rig.karim, 'call', byAnother);
    expect(other?.earlier).toMatchObject([{ callId: waiting, callBack: { isOwn: false } }]);
    await close(rig, rig.lucie, waiting);
    const after = await rig.see(rig.lucie, 'call', byHer);
    expect(after?.earlier).toMatchObject([{ callId: waiting, callBack: null }]);
  });

  it('CA-17 goes on where the person phones first, in the record that waited', async () => {
    const rig = getRig();
    const number = '+33466490032';
    const waiting = await openCall(rig, rig.lucie, 'live', number);
    await putOff(rig, rig.lucie, waiting);
    rig.pass(60);
    const theirs = await openCall(rig, rig.lucie, 'live', number);
    const ending = { kind: 'no-request', reason: 'continued' } as const;
    expect(await rig.act(rig.lucie, 'call.close', { callId: theirs, ending })).toBe('applied');
    expect(await resume(rig, rig.lucie, waiting)).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', theirs))?.facts).toMatchObject({
      outcome: null,
      noRequest: 'continued',
    });
    expect((await rig.see(rig.lucie, 'call', waiting))?.state).toBe('live');
    await close(rig, rig.lucie, waiting);
  });

  it('CA-17 leaves no request out of the figures that goes on nowhere', async () => {
    const rig = getRig();
    const ending = { kind: 'no-request', reason: 'continued' } as const;
    const number = '+33466490033';
    const waiting = await openCall(rig, rig.lucie, 'live', number);
    await putOff(rig, rig.lucie, waiting);
    const continueAs = async (by: Account, from: string) => {
      const callId = await openCall(rig, by, 'afterwards', from);
      return rig.act(by, 'call.close', { callId, ending });
    };
    expect(await continueAs(rig.lucie, '+33466490034')).toBe('call-not-waiting');
    expect(await continueAs(rig.karim, number)).toBe('call-not-waiting');
    await close(rig, rig.lucie, waiting);
    expect(await continueAs(rig.lucie, number)).toBe('call-not-waiting');
  });

  it('CA-10 CA-13 has the persona answer again, and leave again, over a hub that stops', async () => {
    const rig = getRig();
    const callId = v7();
    const asked = { callId, lineId: rig.trainingLine, personaId: persona.id };
    expect(await rig.act(rig.karim, 'training.ring', asked)).toBe('applied');
    await rig.act(rig.karim, 'call.answer', { callId, script: rig.script });
    await putOff(rig, rig.karim, callId);
    await rig.restart(3600);
    expect((await rig.see(rig.karim, 'call', callId))?.state).toBe('call-back');
    expect(await resume(rig, rig.karim, callId)).toBe('applied');
    await rig.restart(100);
    rig.pass(199);
    expect((await rig.see(rig.karim, 'call', callId))?.state).toBe('live');
    rig.pass(1);
    await expect
      .poll(async () => (await rig.see(rig.karim, 'call', callId))?.state)
      .toBe('wrap-up');
    expect((await rig.see(rig.karim, 'call', callId))?.endedBy).toBe('caller');
    await close(rig, rig.karim, callId);
  });

  it('ST-1 is counted once it is closed, and once', async () => {
    const rig = getRig();
    const { db } = database();
    const callId = await openCall(rig, rig.lucie, 'live');
    await putOff(rig, rig.lucie, callId);
    const [waiting] = await db.select().from(call).where(eq(call.id, callId));
    expect(waiting).toMatchObject({ closedAt: null, outcome: null });
    await close(rig, rig.lucie, callId);
    const [closed] = await db.select().from(call).where(eq(call.id, callId));
    expect(closed).toMatchObject({ callBackAt: null, outcome: 'cut-off' });
  });
});
