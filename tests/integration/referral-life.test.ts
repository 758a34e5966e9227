import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { details, openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';

const day = 24 * 60 * 60;

async function request(rig: DeskRig) {
  const callId = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Mardi matin'] };
  expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('applied');
  return { callId, referralId };
}

/** An appointment that begins in an hour, in a diary that has a slot every hour of the week. */
async function book(rig: DeskRig, diaryId: string) {
  const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '00:00', '23:00'));
  const set = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
  expect(await rig.act(rig.mediator, 'diary.set', set)).toBe('applied');
  const callId = await openReferableCall(rig, rig.lucie);
  const ids = { callId, bookingId: v7(), referralId: v7() };
  const hour = 60 * 60 * 1000;
  const begins = Math.ceil(Date.parse(rig.now()) / hour + 1) * hour;
  const slot = {
    diaryId,
    ...alone,
    start: new Date(begins).toISOString(),
    end: new Date(begins + hour).toISOString(),
  };
  const hold = (bookingId: string, forCall = callId) =>
    rig.act(rig.lucie, 'slot.hold', { callId: forCall, bookingId, ...slot });
  expect(await hold(ids.bookingId)).toBe('applied');
  expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
  return { ...ids, hold, secondsToGo: (begins - Date.parse(rig.now())) / 1000 };
}

onBothDatabases('what became of a referral', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();

  it('BO-20 BO-21 is said once the appointment has begun, and the adviser sees it', async () => {
    const rig = getRig();
    const { referralId, secondsToGo } = await book(rig, diaryId);
    const attend = () => rig.act(rig.mediator, 'referral.attend', { referralId });
    expect(await attend()).toBe('appointment-not-begun');
    rig.pass(secondsToGo);
    expect(await attend()).toBe('applied');
    expect(await attend()).toBe('applied');
    const solved = { referralId, result: 'solved' } as const;
    expect(await rig.act(rig.mediator, 'referral.result', solved)).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'attended',
      decidedAt: rig.now(),
      attendanceAt: rig.now(),
      result: 'solved',
      resultAt: rig.now(),
      cancellation: null,
    });
  });

  it('BO-22 is corrected for a day by the hub’s clock, and then stands', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    const miss = () => rig.act(rig.mediator, 'referral.miss', { referralId });
    const attend = () => rig.act(rig.mediator, 'referral.attend', { referralId });
    expect(await miss()).toBe('referral-not-accepted');
    await rig.act(rig.mediator, 'referral.accept', { referralId });
    expect(await miss()).toBe('applied');
    const partly = { referralId, result: 'partly-solved' } as const;
    expect(await rig.act(rig.mediator, 'referral.result', partly)).toBe('not-attended');
    rig.pass(day);
    expect(await attend()).toBe('applied');
    expect(await rig.act(rig.mediator, 'referral.result', partly)).toBe('applied');
    expect(await miss()).toBe('applied');
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'missed',
      result: null,
      resultAt: null,
    });
    rig.pass(1);
    expect(await attend()).toBe('too-late-to-correct');
  });

  it('is said by its own venue, and by nobody else', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    await rig.act(rig.mediator, 'referral.accept', { referralId });
    for (const other of [rig.otherMediator, rig.lucie, rig.supervisor, rig.administrator]) {
      expect(await rig.act(other, 'referral.attend', { referralId })).toBe('forbidden');
      expect(await rig.act(other, 'referral.miss', { referralId })).toBe('forbidden');
      const passedOn = { referralId, result: 'passed-on' } as const;
      expect(await rig.act(other, 'referral.result', passedOn)).toBe('forbidden');
    }
    const unknown = { referralId: v7() };
    expect(await rig.act(rig.mediator, 'referral.attend', unknown)).toBe('unknown-referral');
  });

  it('BO-23 is cancelled by its venue, its adviser or their supervisor, and by nobody else', async () => {
    const rig = getRig();
    const noReason = { by: 'person', reason: null } as const;
    const { referralId } = await request(rig);
    const strangers = [rig.karim, rig.farAdviser, rig.otherMediator, rig.authority];
    for (const other of [...strangers, rig.administrator]) {
      expect(await rig.act(other, 'referral.cancel', { referralId, ...noReason })).toBe(
        'forbidden',
      );
    }
    for (const teller of [rig.mediator, rig.lucie, rig.supervisor]) {
      const own = { referralId: (await request(rig)).referralId, ...noReason };
      expect(await rig.act(teller, 'referral.cancel', own)).toBe('applied');
      expect(await rig.act(teller, 'referral.cancel', own)).toBe('referral-over');
      expect((await rig.see(rig.lucie, 'referral', own.referralId))?.cancellation).toEqual({
        ...noReason,
        at: rig.now(),
      });
    }
  });

  it('BO-11 BO-24 gives its time back to others, and another may be sent', async () => {
    const rig = getRig();
    const { callId, referralId, hold } = await book(rig, diaryId);
    const other = await openReferableCall(rig, rig.lucie);
    expect(await hold(v7(), other)).toBe('slot-taken');
    const why = { by: 'venue', reason: 'nobody-to-receive' } as const;
    expect(await rig.act(rig.lucie, 'referral.cancel', { referralId, ...why })).toBe('applied');
    const cancelled = await rig.see(rig.mediator, 'referral', referralId);
    expect(cancelled).toMatchObject({ state: 'cancelled', decidedAt: null, cancellation: why });
    const next = { callId, bookingId: v7(), referralId: v7() };
    expect(await hold(next.bookingId)).toBe('applied');
    expect(await rig.act(rig.lucie, 'referral.book', next)).toBe('applied');
  });

  it('PR-6 leaves the venue no way to reach the person once cancelled, and DI-19 no measure', async () => {
    const rig = getRig();
    const { callId, referralId } = await request(rig);
    const caller = { ...details('Rose Blanc'), phone: '+33465712814' };
    await rig.act(rig.lucie, 'people.identify', { callId, caller, beneficiary: null });
    const cancel = { referralId, by: 'person', reason: 'needs-no-more' } as const;
    expect(await rig.act(rig.mediator, 'referral.cancel', cancel)).toBe('applied');
    const seen = await rig.see(rig.mediator, 'referral', referralId);
    expect(seen?.summary.person).toEqual({ ...caller, phone: null });
    expect((await rig.see(rig.lucie, 'referral', referralId))?.summary.person).toEqual(caller);
    const measure = {
      measurementId: v7(),
      referralId,
      agreedAt: rig.now(),
      model: 'rte@0.1.0',
      answers: { internet: 'non' },
    } as const;
    expect(await rig.act(rig.mediator, 'distance.measure', measure)).toBe('referral-not-accepted');
  });
});
