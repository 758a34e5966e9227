import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import { cutOff } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { type DeskRig, otherPersona, persona } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';

async function ring(rig: DeskRig, who: Account) {
  const callId = v7();
  const asked = { callId, lineId: rig.trainingLine, personaId: persona.id };
  expect(await rig.act(who, 'training.ring', asked)).toBe('applied');
  return callId;
}

/** The call once what the line told has been written. */
async function settled(rig: DeskRig, who: Account, callId: string, state: string) {
  await expect.poll(async () => (await rig.see(who, 'call', callId))?.state).toBe(state);
  return rig.see(who, 'call', callId);
}

onBothDatabases('the training line', (database) => {
  const getRig = desksOn(database);

  it('rings at the desk that asked, with the persona’s number', async () => {
    const rig = getRig();
    const callId = await ring(rig, rig.lucie);
    const ringing = await rig.see(rig.lucie, 'call', callId);
    expect(ringing).toMatchObject({
      state: 'ringing',
      number: persona.number,
      personaId: persona.id,
      script: null,
      record: null,
    });
    expect(Date.parse(ringing?.offerExpiresAt ?? '')).toBe(Date.parse(rig.now()) + 20_000);
    expect(await rig.see(rig.karim, 'call', callId)).toBeNull();
    const second = { callId: v7(), lineId: rig.trainingLine, personaId: persona.id };
    expect(await rig.act(rig.lucie, 'training.ring', second)).toBe('already-on-a-call');
    expect(await rig.act(rig.karim, 'call.answer', { callId, script: rig.script })).toBe(
      'forbidden',
    );
    await rig.act(rig.lucie, 'call.leave', { callId });
    expect((await rig.see(rig.lucie, 'call', callId))?.state).toBe('missed');
  });

  it('knows its personas and its own line, and who may practise', async () => {
    const rig = getRig();
    const asked = { callId: v7(), lineId: rig.trainingLine, personaId: persona.id };
    expect(await rig.act(rig.lucie, 'training.ring', { ...asked, personaId: 'nobody' })).toBe(
      'unknown-persona',
    );
    expect(
      await rig.act(rig.lucie, 'training.ring', { ...asked, personaId: otherPersona.id }),
    ).toBe('unknown-persona');
    expect(await rig.act(rig.lucie, 'training.ring', { ...asked, lineId: rig.manualLine })).toBe(
      'unknown-line',
    );
    for (const other of [rig.mediator, rig.authority, rig.administrator, rig.farAdviser]) {
      expect(await rig.act(other, 'training.ring', asked)).toBe('forbidden');
    }
  });

  it('rings out when nobody answers', async () => {
    const rig = getRig();
    const callId = await ring(rig, rig.lucie);
    rig.pass(20);
    const missed = await settled(rig, rig.lucie, callId, 'missed');
    expect(missed?.endedBy).toBeNull();
    expect(await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script })).toBe(
      'call-over',
    );
  });

  it('has the caller hang up after a while, and the record still open', async () => {
    const rig = getRig();
    const callId = await ring(rig, rig.lucie);
    rig.pass(5);
    expect(await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script })).toBe('applied');
    expect(await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script })).toBe(
      'call-taken',
    );
    rig.pass(300);
    const ended = await settled(rig, rig.lucie, callId, 'wrap-up');
    expect(ended?.endedBy).toBe('caller');
    expect(await rig.act(rig.lucie, 'call.hang-up', { callId })).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', callId))?.endedBy).toBe('caller');
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  });

  it('is silent once the adviser hung up', async () => {
    const rig = getRig();
    const callId = await ring(rig, rig.lucie);
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    await rig.act(rig.lucie, 'call.hang-up', { callId });
    const before = await rig.see(rig.lucie, 'call', callId);
    rig.pass(3600);
    expect(before?.endedBy).toBe('adviser');
    expect(await rig.see(rig.lucie, 'call', callId)).toEqual(before);
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  });

  it('TR-6 TR-7 tells its own adviser what a closed call recorded, and nobody else', async () => {
    const rig = getRig();
    const callId = await ring(rig, rig.lucie);
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    await rig.act(rig.lucie, 'answer.record', { callId, question: 'consent', value: 'no' });
    await rig.act(rig.lucie, 'note.write', { callId, text: 'Ne retrouve plus son mot de passe.' });
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
      state: 'closed',
      facts: { outcome: 'cut-off' },
      record: {
        answers: [{ question: 'consent', value: 'no' }],
        note: 'Ne retrouve plus son mot de passe.',
        caller: null,
      },
    });
    expect(await rig.see(rig.supervisor, 'call', callId)).toMatchObject({ record: null });
  });

  it('CA-10 goes on after the hub stopped for a moment', async () => {
    const rig = getRig();
    const live = await ring(rig, rig.karim);
    await rig.act(rig.karim, 'call.answer', { callId: live, script: rig.script });
    const ringing = await ring(rig, rig.lucie);
    await rig.restart(10);
    expect((await rig.see(rig.lucie, 'call', ringing))?.state).toBe('ringing');
    expect((await rig.see(rig.karim, 'call', live))?.state).toBe('live');
    rig.pass(10);
    await settled(rig, rig.lucie, ringing, 'missed');
    rig.pass(280);
    await settled(rig, rig.karim, live, 'wrap-up');
    await rig.act(rig.karim, 'call.close', { callId: live, ending: cutOff });
  });

  it('CA-10 leaves nothing ringing or live that ended while the hub was away', async () => {
    const rig = getRig();
    const live = await ring(rig, rig.karim);
    await rig.act(rig.karim, 'call.answer', { callId: live, script: rig.script });
    const ringing = await ring(rig, rig.lucie);
    await rig.restart(3600);
    rig.pass(0);
    await settled(rig, rig.lucie, ringing, 'missed');
    await settled(rig, rig.karim, live, 'wrap-up');
  });
});
