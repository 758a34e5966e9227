import { and, eq, gt } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { OperationPayload, PersonDetails } from '#src/contract';
import type { Account } from '../../main/hub/operations/handler.ts';
import { sayOfReferral } from '../../main/hub/operations/say-of-referral.ts';
import type { Transaction } from '../../main/hub/storage/database.ts';
import { countProgress } from '../../main/hub/storage/level-points.ts';
import { change, measurement } from '../../main/hub/storage/schema.ts';
import { cutOff, details, openCall, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { shippedModel } from '../support/distance-model.ts';
import { answersToOrientation } from '../support/short-script.ts';

/** Émile, E3 on the phone, is sent to the venue, which accepts him; the call is closed. */
async function received(rig: DeskRig, isAccepted = true) {
  const callId = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  await rig.act(rig.lucie, 'referral.request', {
    referralId,
    callId,
    venueId: rig.venueId,
    wishes: ['Mardi'],
  });
  await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  if (isAccepted) await rig.act(rig.mediator, 'referral.accept', { referralId });
  return { callId, referralId };
}

/** Sends somebody to the venue, by a call of its own that is still open. */
async function sendKnown(rig: DeskRig, known: PersonDetails, number: string) {
  const callId = await openCall(rig, rig.lucie, 'afterwards', number);
  for (const [question, value] of Object.entries(answersToOrientation)) {
    await say(rig, rig.lucie, callId, question, value);
  }
  await rig.act(rig.lucie, 'people.identify', { callId, caller: known, beneficiary: null });
  const referralId = v7();
  const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Jeudi'] };
  expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('applied');
  return { callId, referralId };
}

/** Nobody answered in time: BO-95. */
async function expire(tx: Transaction, now: string, referralId: string) {
  const said = await sayOfReferral({ tx, now }, referralId, { type: 'expire' }, () => true);
  return { value: undefined, changed: said.ok ? said.value.changed : [] };
}

/** Uses the Internet, but does little of it alone: E2. */
const littleAlone = {
  internet: 'aide',
  mail: 'non',
  appli: 'non',
  ordi: 'nsp',
} as const;

function measure(
  rig: DeskRig,
  referralId: string,
  answers: OperationPayload<'distance.measure'>['answers'] = littleAlone,
) {
  return {
    measurementId: v7(),
    referralId,
    agreedAt: rig.now(),
    model: shippedModel().stamp,
    answers,
  };
}

onBothDatabases('measured again', (database) => {
  const getRig = desksOn(database);
  const kept = (id: string) =>
    database().db.select().from(measurement).where(eq(measurement.id, id));

  it('DI-19 works the level out from the answers, and keeps what led to it', async () => {
    const rig = getRig();
    const { referralId } = await received(rig);
    rig.pass(3600);
    const asked = measure(rig, referralId, { ...littleAlone, banque: 'seul' });
    expect(await rig.act(rig.mediator, 'distance.measure', asked)).toBe('applied');
    const [row] = await kept(asked.measurementId);
    expect(row).toMatchObject({
      level: 'E2',
      fragile: false,
      answers: littleAlone,
      model: shippedModel().stamp,
      modelHash: shippedModel().hash,
      venueId: rig.venueId,
      measuredBy: rig.mediator.accountId,
      at: rig.now(),
    });
    expect((await rig.see(rig.mediator, 'referral', referralId))?.path).toMatchObject([
      { level: 'E3', where: 'phone' },
      { level: 'E2', where: 'venue', at: rig.now() },
    ]);
  });

  it('DI-19 is done once, by the venue that received the person, to the last question', async () => {
    const rig = getRig();
    const waiting = await received(rig, false);
    const again = measure(rig, waiting.referralId);
    const by = (who: Account, what = again) => rig.act(who, 'distance.measure', what);
    expect(await by(rig.mediator)).toBe('referral-not-accepted');
    await rig.act(rig.mediator, 'referral.accept', { referralId: waiting.referralId });
    for (const other of [rig.otherMediator, rig.lucie, rig.supervisor, rig.administrator]) {
      expect(await by(other)).toBe('forbidden');
    }
    expect(await by(rig.mediator, { ...again, referralId: v7() })).toBe('unknown-referral');
    expect(await by(rig.mediator, { ...again, model: 'rte@9.9.9' })).toBe('unknown-model');
    const begun = { internet: 'seul', mail: 'seul' } as const;
    expect(await by(rig.mediator, { ...again, answers: begun })).toBe('measure-not-finished');
    expect(await by(rig.mediator)).toBe('applied');
    expect(await by(rig.mediator)).toBe('id-reused');
  });

  it('PR-8 shows the venue what it had part in, and the others nothing', async () => {
    const rig = getRig();
    const { referralId } = await received(rig);
    await rig.act(rig.mediator, 'distance.measure', measure(rig, referralId));
    for (const other of [rig.lucie, rig.supervisor]) {
      expect((await rig.see(other, 'referral', referralId))?.path).toEqual([]);
    }
    expect(await rig.see(rig.otherMediator, 'referral', referralId)).toBeNull();
  });

  it('PR-8 shows the adviser the path of the person on the line, once named with consent', async () => {
    const rig = getRig();
    const number = '+33466490031';
    const known = details('Odette Roux');
    const first = await openCall(rig, rig.lucie, 'afterwards', number);
    for (const [question, value] of Object.entries(answersToOrientation)) {
      await say(rig, rig.lucie, first, question, value);
    }
    await rig.act(rig.lucie, 'people.identify', {
      callId: first,
      caller: known,
      beneficiary: null,
    });
    await rig.act(rig.lucie, 'call.close', { callId: first, ending: cutOff });
    rig.pass(86_400);

    const again = await openCall(rig, rig.karim, 'afterwards', number);
    const path = async () => (await rig.see(rig.karim, 'call', again))?.record?.path;
    const confirm = () =>
      rig.act(rig.karim, 'people.identify', { callId: again, caller: known, beneficiary: null });
    expect(await path()).toEqual([]);
    await say(rig, rig.karim, again, 'consent', 'yes');
    expect(await path()).toEqual([]);
    await confirm();
    expect(await path()).toMatchObject([{ level: 'E3', where: 'phone' }]);
    expect((await rig.see(rig.karim, 'call', again))?.earlier[0]?.level).toBe('E3');
    await say(rig, rig.karim, again, 'consent', 'no');
    expect(await path()).toEqual([]);
    expect((await rig.see(rig.supervisor, 'call', again))?.record).toBeNull();
  });

  it('PR-8 leaves out a call whose consent was taken back', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    await rig.act(rig.lucie, 'referral.request', {
      referralId,
      callId,
      venueId: rig.venueId,
      wishes: ['Mardi'],
    });
    await rig.act(rig.mediator, 'referral.accept', { referralId });
    await say(rig, rig.lucie, callId, 'consent', 'no');
    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    expect((await rig.see(rig.mediator, 'referral', referralId))?.path).toEqual([]);
  });

  it('PR-8 tells the venue of its earlier referrals when a later call of the person is closed', async () => {
    const rig = getRig();
    const known = details('Jeanne Viala');
    const send = async () => {
      const { callId, referralId } = await sendKnown(rig, known, '+33466490041');
      const before = await newest();
      await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
      return { referralId, before };
    };
    const newest = async () => (await rig.journal.newest()) ?? 0;
    const first = await send();
    rig.pass(3600);
    const second = await send();
    const told = await database()
      .db.select({ id: change.entityId })
      .from(change)
      .where(and(eq(change.entity, 'referral'), gt(change.seq, second.before)));
    expect(told.map(({ id }) => id).sort()).toEqual([first.referralId, second.referralId].sort());
    const path = (await rig.see(rig.mediator, 'referral', first.referralId))?.path;
    expect(path?.map(({ level }) => level)).toEqual(['E3', 'E3']);
  });

  it('PR-8 leaves out a call of which the venue never said anything', async () => {
    const rig = getRig();
    const send = async () => {
      const sent = await sendKnown(rig, known, '+33466490043');
      await rig.act(rig.lucie, 'call.close', { callId: sent.callId, ending: cutOff });
      return sent.referralId;
    };
    const known = details('Paulette Mas');
    const unanswered = await send();
    await rig.act(rig.mediator, 'referral.receive', { referralId: unanswered });
    await rig.journal.write(rig.now(), (tx) => expire(tx, rig.now(), unanswered));
    expect((await rig.see(rig.lucie, 'referral', unanswered))?.state).toBe('expired');
    const asked = await send();
    expect((await rig.see(rig.mediator, 'referral', asked))?.path).toHaveLength(1);
  });

  it('PR-8 a measure goes with its person', async () => {
    const rig = getRig();
    const callId = await openReferableCall(rig, rig.lucie);
    const referralId = v7();
    const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Mardi'] };
    await rig.act(rig.lucie, 'referral.request', wish);
    await rig.act(rig.mediator, 'referral.accept', { referralId });
    const taken = measure(rig, referralId);
    await rig.act(rig.mediator, 'distance.measure', taken);
    expect(await kept(taken.measurementId)).toHaveLength(1);
    const others = { callId, caller: details('Paul Roux'), beneficiary: details('Anna Roux') };
    await rig.act(rig.lucie, 'people.identify', others);
    expect(await kept(taken.measurementId)).toEqual([]);
  });

  it('ST-7 counts people measured twice by their first and last level, in the period of the last', async () => {
    const rig = getRig();
    const counted = { from: '2026-01-12', to: '2026-02-12', withTraining: false } as const;
    const progress = (over: object = {}) =>
      countProgress(rig.database.db, { ...counted, territories: 'all', ...over });
    const sum = async (over: object = {}) =>
      (await progress(over)).reduce((all, { people }) => all + people, 0);
    const before = await sum();
    const { referralId } = await received(rig);
    expect(await sum()).toBe(before);
    rig.pass(60);
    await rig.act(rig.mediator, 'distance.measure', measure(rig, referralId));
    expect(await sum()).toBe(before + 1);
    expect(await progress()).toContainEqual(expect.objectContaining({ first: 'E3', last: 'E2' }));
    expect(await sum({ territories: [rig.lozere] })).toBe(before + 1);
    expect(await sum({ territories: [rig.gard] })).toBe(0);
    expect(await sum({ territories: [] })).toBe(0);
    expect(await sum({ from: '2025-12-01', to: '2025-12-31' })).toBe(0);
  });
});
