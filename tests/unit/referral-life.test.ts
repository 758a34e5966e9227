import { describe, expect, it, test } from 'vitest';
import {
  advanceReferral,
  isPhoningDue,
  type ReferralAct,
  type ReferralLife,
  withoutNewsSince,
} from '#src/booking';
import { err } from '#src/kernel';

const before = '2026-01-13T08:59:59Z';
const begins = '2026-01-13T09:00:00.000Z';
const dayAfter = '2026-01-14T09:00:00Z';
const tooLate = '2026-01-14T09:00:01Z';

const booked: ReferralLife = {
  state: 'sent',
  appointment: { start: begins },
  proposal: null,
  awaitedSince: before,
  decidedAt: null,
  attendanceAt: null,
  result: null,
  resultAt: null,
  heardAt: null,
};
const requested: ReferralLife = { ...booked, appointment: null };
const accepted: ReferralLife = { ...booked, state: 'accepted', decidedAt: before };
const attended: ReferralLife = { ...accepted, state: 'attended', attendanceAt: begins };
const missed: ReferralLife = { ...attended, state: 'missed' };
const solved: ReferralLife = { ...attended, result: 'solved', resultAt: begins };

const say = (referral: ReferralLife, act: ReferralAct, at = begins) => {
  const moved = advanceReferral(referral, act, at);
  return moved.ok ? moved.value.state : moved.error;
};
const result = (value: 'solved' | 'passed-on'): ReferralAct => ({ type: 'result', result: value });

describe('a referral', () => {
  it('BO-10 is decided once', () => {
    expect(say(booked, { type: 'accept' })).toBe('accepted');
    expect(say(booked, { type: 'refuse' })).toBe('refused');
    for (const state of ['accepted', 'refused', 'attended', 'missed'] as const) {
      for (const type of ['accept', 'refuse'] as const) {
        expect(say({ ...booked, state }, { type })).toBe('already-decided');
      }
    }
  });

  it('BO-20 is attended or missed from the instant on at which the appointment begins', () => {
    for (const [type, state] of [['attend', 'attended'] as const, ['miss', 'missed'] as const]) {
      for (const referral of [booked, accepted]) {
        expect(say(referral, { type }, before)).toBe('appointment-not-begun');
        expect(say(referral, { type }, begins)).toBe(state);
      }
    }
  });

  it('BO-20 needs the venue’s answer where no time was booked, and then no time', () => {
    expect(say(requested, { type: 'attend' })).toBe('referral-not-accepted');
    expect(say(requested, { type: 'miss' })).toBe('referral-not-accepted');
    expect(say({ ...accepted, appointment: null }, { type: 'attend' }, before)).toBe('attended');
  });

  it('BO-20 is answered by who says that the person came; an answer stays when it was', () => {
    const decidedAt = (referral: ReferralLife) => {
      const moved = advanceReferral(referral, { type: 'attend' }, dayAfter);
      return moved.ok ? moved.value.decidedAt : moved.error;
    };
    expect(decidedAt(booked)).toBe(dayAfter);
    expect(decidedAt(accepted)).toBe(before);
  });

  it('BO-21 has a result once the person came, and not before', () => {
    expect(advanceReferral(attended, result('solved'), tooLate)).toEqual({
      ok: true,
      value: {
        state: 'attended',
        decidedAt: before,
        attendanceAt: begins,
        result: 'solved',
        resultAt: tooLate,
        awaitedSince: before,
        heardAt: null,
      },
    });
    for (const referral of [booked, accepted, missed]) {
      expect(say(referral, result('solved'))).toBe('not-attended');
    }
  });

  it('BO-22 is corrected for a day, from when it was first said', () => {
    expect(say(attended, { type: 'miss' }, dayAfter)).toBe('missed');
    expect(say(missed, { type: 'attend' }, dayAfter)).toBe('attended');
    expect(say(attended, { type: 'miss' }, tooLate)).toBe('too-late-to-correct');
    expect(say(missed, { type: 'attend' }, tooLate)).toBe('too-late-to-correct');
    const again = advanceReferral(attended, { type: 'miss' }, dayAfter);
    expect(again.ok && again.value.attendanceAt).toBe(begins);
  });

  it('BO-22 corrects the result for a day of its own, and drops it with the visit', () => {
    const passedOn = advanceReferral(solved, result('passed-on'), dayAfter);
    expect(passedOn.ok && passedOn.value).toMatchObject({ result: 'passed-on', resultAt: begins });
    expect(advanceReferral(solved, result('passed-on'), tooLate)).toEqual(
      err('too-late-to-correct'),
    );
    const missedAfterAll = advanceReferral(solved, { type: 'miss' }, dayAfter);
    expect(missedAfterAll.ok && missedAfterAll.value).toMatchObject({
      result: null,
      resultAt: null,
    });
  });

  it('BO-22 said again changes nothing, however late', () => {
    const { appointment: _, proposal: __, ...progress } = solved;
    expect(advanceReferral(solved, { type: 'attend' }, tooLate)).toEqual({
      ok: true,
      value: progress,
    });
    expect(say(missed, { type: 'miss' }, tooLate)).toBe('missed');
  });

  it('BO-23 is cancelled until somebody said whether the person came', () => {
    for (const referral of [booked, requested, accepted]) {
      expect(say(referral, { type: 'cancel' }, tooLate)).toBe('cancelled');
    }
    expect(say(attended, { type: 'cancel' })).toBe('referral-over');
    expect(say(missed, { type: 'cancel' })).toBe('referral-over');
  });

  it('BO-25 is over once refused or cancelled', () => {
    for (const state of ['refused', 'expired', 'cancelled'] as const) {
      for (const type of ['attend', 'miss', 'cancel'] as const) {
        expect(say({ ...accepted, state }, { type })).toBe('referral-over');
      }
      expect(say({ ...accepted, state }, result('solved'))).toBe('referral-over');
    }
  });
});

describe('news', () => {
  const sent = {
    state: 'sent' as const,
    appointment: { end: begins },
    awaitedSince: '2026-01-10T09:00:00Z',
    heardAt: null,
  };

  test('BO-27 are awaited of what was not answered, since it was sent', () => {
    expect(withoutNewsSince(sent, before)).toBe(sent.awaitedSince);
  });

  test('BO-27 are awaited from the end of an appointment on, and of a request since its answer', () => {
    const answered = { ...sent, state: 'accepted' as const, awaitedSince: before };
    expect(withoutNewsSince(answered, before)).toBeNull();
    expect(withoutNewsSince(answered, begins)).toBe(begins);
    expect(withoutNewsSince({ ...answered, appointment: null }, before)).toBe(before);
  });

  test('BO-27 are there of what came to an end', () => {
    for (const state of ['refused', 'expired', 'attended', 'missed', 'cancelled'] as const) {
      expect(withoutNewsSince({ ...sent, state }, dayAfter)).toBeNull();
    }
  });

  test('BO-27 are awaited of what the venue has read or proposed, since then', () => {
    for (const state of ['received', 'proposed'] as const) {
      expect(withoutNewsSince({ ...sent, state }, before)).toBe(sent.awaitedSince);
    }
  });

  test('BO-96 that there are none are news of that moment', () => {
    expect(withoutNewsSince({ ...sent, heardAt: before }, dayAfter)).toBe(before);
    const answered = { ...sent, state: 'accepted' as const, heardAt: before };
    expect(withoutNewsSince(answered, dayAfter)).toBe(begins);
    expect(withoutNewsSince({ ...answered, heardAt: tooLate }, tooLate)).toBe(tooLate);
  });

  test('BO-28 are asked for by telephone after seven days', () => {
    expect(isPhoningDue(begins, '2026-01-20T08:59:59Z')).toBe(false);
    expect(isPhoningDue(begins, '2026-01-20T09:00:00Z')).toBe(true);
  });
});
