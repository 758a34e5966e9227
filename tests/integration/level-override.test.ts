import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { LevelOverride } from '#src/distance';
import { runScript } from '#src/script';
import type { Account } from '../../main/hub/operations/handler.ts';
import { call, levelOverride } from '../../main/hub/storage/schema.ts';
import { cutOff, openCall, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { answerUpTo, openGeneralCall, record, script } from '../support/general-call.ts';

const nearer: LevelOverride = { measured: 'E3', level: 'E2', reason: 'says-less', words: null };

const correct = (
  rig: DeskRig,
  callId: string,
  override: LevelOverride | null = nearer,
  by: Account = rig.lucie,
) => rig.act(by, 'level.override', { callId, override });

const close = (rig: DeskRig, callId: string) =>
  rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });

onBothDatabases('a level that the adviser corrects', (database) => {
  const getRig = desksOn(database);
  const rowsOf = (callId: string) =>
    database().db.select().from(levelOverride).where(eq(levelOverride.callId, callId));

  it('DI-15 counts at the close, with the measured one and why beside it', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    expect(await correct(rig, callId)).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', callId))?.record?.override).toEqual(nearer);
    await close(rig, callId);
    const facts = (await rig.see(rig.lucie, 'call', callId))?.facts;
    expect(facts).toMatchObject({ level: 'E2' });
    expect(facts?.override).toEqual({ measured: 'E3', level: 'E2', reason: 'says-less' });
  });

  it('PR-10 ST-11 tells others the level that counts, and not who corrected it or why', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Mardi matin'] };
    await rig.act(rig.lucie, 'referral.request', wish);
    const words = 'Sa nièce Rose l’aide.';
    await correct(rig, callId, { ...nearer, reason: 'other', words });
    await close(rig, callId);
    const told = async (by: Account) => [
      (await rig.see(by, 'call', callId))?.facts,
      (await rig.see(by, 'referral', referralId))?.summary,
    ];
    const untold = { level: 'E2', override: null };
    expect(await told(rig.supervisor)).toMatchObject([untold, untold]);
    expect(await told(rig.lucie)).toMatchObject([
      { override: { reason: 'other' } },
      { override: { words } },
    ]);
  });

  it('DI-15 is told again, or taken back', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    await correct(rig, callId);
    await correct(rig, callId, { ...nearer, level: 'E1', reason: 'not-understood' });
    expect((await rig.see(rig.lucie, 'call', callId))?.record?.override).toMatchObject({
      level: 'E1',
      reason: 'not-understood',
    });
    await correct(rig, callId, null);
    await close(rig, callId);
    expect((await rig.see(rig.lucie, 'call', callId))?.facts).toMatchObject({
      level: 'E3',
      override: null,
    });
  });

  it('DI-15 is for who holds the call, while it is open, and of the level that is measured', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    for (const other of [rig.karim, rig.supervisor, rig.administrator, rig.mediator]) {
      expect(await correct(rig, callId, nearer, other)).toBe('forbidden');
    }
    expect(await correct(rig, callId, { ...nearer, measured: 'E1' })).toBe('other-level-measured');
    const notYet = await openCall(rig, rig.lucie);
    expect(await correct(rig, notYet)).toBe('other-level-measured');
    await close(rig, callId);
    expect(await correct(rig, callId)).toBe('call-over');
  });

  it.each<[string, LevelOverride]>([
    ['the measured level itself', { ...nearer, level: 'E3' }],
    ['another reason without words', { ...nearer, reason: 'other' }],
    ['words to a reason of the list', { ...nearer, words: 'Elle vend en ligne.' }],
  ])('DI-15 is not %s', async (_name, override) => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    expect(await correct(rig, callId, override)).toBe('invalid-payload');
  });

  it('DI-16 falls where the answers give another level, and stands again where they give it back', async () => {
    const rig = getRig();
    const answer = (callId: string, value: string) =>
      say(rig, rig.lucie, callId, 'distance.internet', value);
    const fallen = await openReferableCall(rig, rig.lucie);
    await correct(rig, fallen);
    await answer(fallen, 'seul');
    for (const question of ['mail', 'appli', 'ordi']) {
      await say(rig, rig.lucie, fallen, `distance.${question}`, 'aide');
    }
    expect((await rig.see(rig.lucie, 'call', fallen))?.record?.override).toEqual(nearer);
    await close(rig, fallen);
    expect((await rig.see(rig.lucie, 'call', fallen))?.facts).toMatchObject({
      level: 'E2',
      override: null,
    });
    expect(await rowsOf(fallen)).toEqual([]);

    const back = await openReferableCall(rig, rig.lucie);
    await correct(rig, back);
    await answer(back, 'seul');
    await answer(back, 'non');
    await close(rig, back);
    expect((await rig.see(rig.lucie, 'call', back))?.facts).toMatchObject({ level: 'E2' });
  });

  it('DI-16 falls with a call that carried no request', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    await correct(rig, callId);
    const ending = { kind: 'no-request', reason: 'test' } as const;
    await rig.act(rig.lucie, 'call.close', { callId, ending });
    expect((await rig.see(rig.lucie, 'call', callId))?.facts).toMatchObject({
      level: null,
      override: null,
    });
  });

  it('DI-17 moves no question of the script: who is measured far is asked what is in the way', async () => {
    const rig = getRig();
    const callId = await openGeneralCall(rig);
    await answerUpTo(rig, callId, 'obstacles');
    expect(await correct(rig, callId, { ...nearer, level: 'E0' })).toBe('applied');
    const answers = (await rig.see(rig.lucie, 'call', callId))?.record?.answers ?? [];
    expect(runScript(script, answers).current.question).toBe('obstacles');
    await record(rig, callId, 'obstacles', ['fear']);
    await close(rig, callId);
    expect((await rig.see(rig.lucie, 'call', callId))?.facts).toMatchObject({
      level: 'E0',
      obstacles: ['fear'],
    });
  });

  it('DI-15 reaches the venue, said before the referral or after it', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const other = {
      ...nearer,
      reason: 'other',
      words: 'Elle vend ses confitures en ligne.',
    } as const;
    const referralId = v7();
    const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Mardi matin'] };
    await rig.act(rig.lucie, 'referral.request', wish);
    const summary = async () => (await rig.see(rig.mediator, 'referral', referralId))?.summary;
    expect(await summary()).toMatchObject({
      level: 'E3',
      override: null,
      explanation: {
        because: [{ answer: 'non', deeds: ['aller sur Internet'] }],
        next: { kind: 'gate-closed' },
      },
    });
    await correct(rig, callId, other);
    expect(await summary()).toMatchObject({ level: 'E2', override: other });

    const refusal = { referralId, reason: 'full', note: '' } as const;
    await rig.act(rig.mediator, 'referral.refuse', refusal);
    expect(await summary()).toMatchObject({ level: 'E2', override: { ...other, words: null } });
  });

  it('PR-10 keeps its words out of the facts, and forgets them without consent', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    await correct(rig, callId, { ...nearer, reason: 'other', words: 'Sa nièce Rose l’aide.' });
    await say(rig, rig.lucie, callId, 'consent', 'no');
    await close(rig, callId);
    expect((await rig.see(rig.lucie, 'call', callId))?.facts?.override).toEqual({
      measured: 'E3',
      level: 'E2',
      reason: 'other',
    });
    expect(await rowsOf(callId)).toMatchObject([{ reason: 'other', words: null }]);
  });

  it('DI-18 what was asked to find the level is kept with the call', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    await say(rig, rig.lucie, callId, 'distance.mail', 'seul');
    await close(rig, callId);
    const [row] = await database().db.select().from(call).where(eq(call.id, callId));
    expect(row).toMatchObject({ levelModel: 'rte@0.1.0', levelAsked: ['internet'] });
  });
});
