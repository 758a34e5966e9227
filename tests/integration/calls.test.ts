import { count, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { noRequestReasons } from '#src/calls';
import { answer, call, callIdentity } from '../../main/hub/storage/schema.ts';
import { cutOff, details, openCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';

const number = '+33466490077';
/** What an adviser hears at once; what goes on elsewhere wants a request that waits (CA-17). */
const heard = noRequestReasons.filter((reason) => reason !== 'continued');

onBothDatabases('a call', (database) => {
  const getRig = desksOn(database);

  it('CA-8 goes from the first answer to a closed record, its facts worked out by the hub', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    const { lucie } = rig;
    expect(await say(rig, lucie, callId, 'consent', 'yes')).toBe('applied');
    expect(await say(rig, lucie, callId, 'need', 'procedures')).toBe('applied');
    expect(await say(rig, lucie, callId, 'quick-fix', 'unsolved')).toBe('applied');
    expect(await say(rig, lucie, callId, 'distance.internet', 'non')).toBe('applied');
    expect(await say(rig, lucie, callId, 'commune', '48095')).toBe('applied');
    expect(await rig.act(lucie, 'note.write', { callId, text: 'Rappeler le matin.' })).toBe(
      'applied',
    );

    const open = await rig.see(lucie, 'call', callId);
    expect(open?.state).toBe('live');
    expect(open?.facts).toBeNull();
    expect(open?.record?.note).toBe('Rappeler le matin.');
    expect(open?.record?.answers.map(({ question }) => question)).toEqual([
      'consent',
      'need',
      'quick-fix',
      'distance.internet',
      'commune',
    ]);

    expect(await rig.act(lucie, 'call.hang-up', { callId })).toBe('applied');
    const ending = { kind: 'script' } as const;
    expect(await rig.act(lucie, 'call.close', { callId, ending })).toBe('script-not-finished');
    expect(await say(rig, lucie, callId, 'orientation', 'none')).toBe('applied');
    expect(await rig.act(lucie, 'call.close', { callId, ending })).toBe('applied');

    const closed = await rig.see(lucie, 'call', callId);
    expect(closed).toMatchObject({
      state: 'closed',
      endedBy: 'adviser',
      record: null,
      facts: {
        outcome: 'unsolved',
        noRequest: null,
        service: 'Aide aux démarches administratives',
        level: 'E3',
        communeCode: '48095',
      },
    });
  });

  it('CA-9 does not call referred what was sent nowhere', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    await say(rig, rig.lucie, callId, 'consent', 'no');
    await say(rig, rig.lucie, callId, 'need', 'procedures');
    await say(rig, rig.lucie, callId, 'quick-fix', 'unsolved');
    await say(rig, rig.lucie, callId, 'distance.internet', 'non');
    await say(rig, rig.lucie, callId, 'commune', '48095');
    await say(rig, rig.lucie, callId, 'orientation', 'done');
    await rig.act(rig.lucie, 'call.close', { callId, ending: { kind: 'script' } });
    const closed = await rig.see(rig.lucie, 'call', callId);
    expect(closed?.facts?.outcome).toBe('unsolved');
  });

  it.each(heard)('SC-39 is closed in one step where it carries no request: %s', async (reason) => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    const ending = { kind: 'no-request', reason } as const;
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending })).toBe('applied');
    const closed = await rig.see(rig.lucie, 'call', callId);
    expect(closed).toMatchObject({
      state: 'closed',
      facts: { outcome: null, noRequest: reason },
    });
    expect(closed?.endedAt).not.toBeNull();
  });

  it('CA-6 takes nothing more once it is closed', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    expect(await say(rig, rig.lucie, callId, 'consent', 'yes')).toBe('call-over');
    expect(await rig.act(rig.lucie, 'note.write', { callId, text: '' })).toBe('call-over');
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('call-over');
    expect(await rig.act(rig.lucie, 'call.hang-up', { callId })).toBe('call-over');
  });

  it('CA-7 is one at a time where it is live', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    const second = {
      callId: v7(),
      lineId: rig.manualLine,
      number: null,
      openedAt: rig.now(),
      script: rig.script,
    };
    expect(await rig.act(rig.lucie, 'call.open', { ...second, mode: 'live' })).toBe(
      'already-on-a-call',
    );
    expect(await rig.act(rig.lucie, 'call.open', { ...second, mode: 'afterwards' })).toBe(
      'applied',
    );
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    await rig.act(rig.lucie, 'call.close', { callId: second.callId, ending: cutOff });
  });

  it('keeps to the lines and the script that are there', async () => {
    const rig = getRig();
    const open = {
      callId: v7(),
      lineId: rig.manualLine,
      number: null,
      mode: 'afterwards',
      openedAt: rig.now(),
      script: rig.script,
    } as const;
    const otherHash = { ...rig.script, hash: '0'.repeat(64) };
    expect(await rig.act(rig.lucie, 'call.open', { ...open, lineId: v7() })).toBe('unknown-line');
    expect(await rig.act(rig.lucie, 'call.open', { ...open, lineId: rig.trainingLine })).toBe(
      'unknown-line',
    );
    expect(await rig.act(rig.lucie, 'call.open', { ...open, script: otherHash })).toBe(
      'unknown-script',
    );
    const callId = await openCall(rig, rig.lucie);
    expect(await say(rig, rig.lucie, callId, 'weather', 'fine')).toBe('unknown-question');
    expect(await say(rig, rig.lucie, callId, 'need', 'lottery')).toBe('unknown-answer');
    expect(await rig.act(rig.lucie, 'call.open', { ...open, callId })).toBe('id-reused');
  });

  it('changes nothing when an operation comes twice', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    const id = v7();
    const payload = { callId, question: 'consent', value: 'yes' };
    expect(await rig.act(rig.lucie, 'answer.record', payload, id)).toBe('applied');
    expect(await rig.act(rig.lucie, 'answer.record', payload, id)).toBe('already-applied');
    const changed = { ...payload, value: 'no' };
    expect(await rig.act(rig.lucie, 'answer.record', changed, id)).toBe('id-reused');
    const [written] = await database()
      .db.select({ answers: count() })
      .from(answer)
      .where(eq(answer.callId, callId));
    expect(written?.answers).toBe(1);
  });

  it('is its adviser’s alone', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie, 'live');
    for (const other of [
      rig.karim,
      rig.supervisor,
      rig.mediator,
      rig.authority,
      rig.administrator,
    ]) {
      expect(await say(rig, other, callId, 'consent', 'yes')).toBe('forbidden');
      expect(await rig.act(other, 'note.write', { callId, text: 'x' })).toBe('forbidden');
      expect(await rig.act(other, 'call.hang-up', { callId })).toBe('forbidden');
      expect(await rig.act(other, 'call.leave', { callId })).toBe('forbidden');
      expect(await rig.act(other, 'call.answer', { callId, script: rig.script })).toBe('forbidden');
      expect(await rig.act(other, 'call.close', { callId, ending: cutOff })).toBe('forbidden');
      expect(
        await rig.act(other, 'people.identify', {
          callId,
          caller: details('Autre'),
          beneficiary: null,
        }),
      ).toBe('forbidden');
    }
    const strangers = [rig.farAdviser, rig.mediator, rig.authority, rig.administrator];
    for (const other of strangers) {
      const opened = await rig.act(other, 'call.open', {
        callId: v7(),
        lineId: rig.manualLine,
        number: null,
        mode: 'live',
        openedAt: rig.now(),
        script: rig.script,
      });
      expect(opened).toBe('forbidden');
    }
    expect(await rig.act(rig.lucie, 'call.hang-up', { callId: v7() })).toBe('unknown-call');
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  });

  it('PR-4 shows its number and record to its adviser, its state to the supervisor', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    const own = await rig.see(rig.lucie, 'call', callId);
    expect(own?.number).toBe(number);
    expect(own?.record).not.toBeNull();
    const supervised = await rig.see(rig.supervisor, 'call', callId);
    expect(supervised).toMatchObject({ number: null, record: null, earlier: [] });
    for (const other of [rig.karim, rig.mediator, rig.authority, rig.farAdviser]) {
      expect(await rig.see(other, 'call', callId)).toBeNull();
    }
  });
});

onBothDatabases('a call that is left', (database) => {
  const getRig = desksOn(database);

  it('CA-2 RO-4 RO-6 rings at the desk of the colleague who has waited longest, until nobody is left', async () => {
    const rig = getRig();
    for (const who of [rig.karim, rig.supervisor, rig.farAdviser]) {
      expect(await rig.act(who, 'presence.set', { presence: 'available' })).toBe('applied');
      rig.pass(10);
    }
    const callId = v7();
    await database().db.insert(call).values({
      id: callId,
      sponsorId: rig.sponsorId,
      territoryId: rig.lozere,
      lineId: rig.manualLine,
      adviserId: rig.lucie.accountId,
      state: 'ringing',
      mode: 'live',
      openedAt: rig.now(),
    });
    await database().db.insert(callIdentity).values({ callId, number });
    expect(await rig.act(rig.lucie, 'call.leave', { callId })).toBe('applied');
    expect(await rig.see(rig.lucie, 'call', callId)).toBeNull();
    expect((await rig.see(rig.karim, 'call', callId))?.state).toBe('ringing');
    expect(await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script })).toBe(
      'forbidden',
    );
    expect(await rig.act(rig.karim, 'call.leave', { callId })).toBe('applied');
    expect(await rig.act(rig.supervisor, 'call.leave', { callId })).toBe('applied');
    expect((await rig.see(rig.supervisor, 'call', callId))?.state).toBe('missed');
    expect(await rig.act(rig.supervisor, 'call.leave', { callId })).toBe('call-over');
  });
});

onBothDatabases('presence', (database) => {
  const getRig = desksOn(database);

  it('is one’s own to say, and keeps its time when the same is said again', async () => {
    const rig = getRig();
    for (const other of [rig.mediator, rig.authority, rig.administrator]) {
      expect(await rig.act(other, 'presence.set', { presence: 'available' })).toBe('forbidden');
    }
    const since = rig.now();
    await rig.act(rig.lucie, 'presence.set', { presence: 'available' });
    rig.pass(60);
    await rig.act(rig.lucie, 'presence.set', { presence: 'available' });
    const kept = { since, next: null, until: null };
    const said = { id: rig.lucie.accountId, presence: 'available', ...kept };
    expect(await rig.see(rig.lucie, 'presence', rig.lucie.accountId)).toEqual(said);
    expect(await rig.see(rig.supervisor, 'presence', rig.lucie.accountId)).toEqual(said);
    expect(await rig.see(rig.karim, 'presence', rig.lucie.accountId)).toBeNull();
  });
});
