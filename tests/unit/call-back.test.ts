import { describe, expect, it } from 'vitest';
import {
  bySoonest,
  callBackUrgency,
  instantOfMoment,
  instantOn,
  numberToCall,
  resumed,
  unanswered,
} from '#src/calls';
import { hoursPlaceOf } from '#src/hours';

const mende = hoursPlaceOf('48095', '48000');
const saintDenis = hoursPlaceOf('97411', '97400');
/** A Tuesday, ten past nine in the morning in Mende. */
const tuesday = '2026-11-24T08:10:00.000Z';

describe('when to call back', () => {
  it('takes a moment on the caller’s clock', () => {
    expect(instantOfMoment('in-an-hour', tuesday, mende)).toBe('2026-11-24T09:10:00Z');
    expect(instantOfMoment('this-afternoon', tuesday, mende)).toBe('2026-11-24T13:00:00Z');
    expect(instantOfMoment('next-morning', tuesday, mende)).toBe('2026-11-25T08:00:00Z');
    expect(instantOfMoment('next-afternoon', tuesday, mende)).toBe('2026-11-25T13:00:00Z');
    expect(instantOfMoment('next-morning', tuesday, saintDenis)).toBe('2026-11-25T05:00:00Z');
  });

  it('says a time that is easy to say', () => {
    expect(instantOfMoment('in-an-hour', '2026-11-24T08:11:12.345Z', mende)).toBe(
      '2026-11-24T09:15:00Z',
    );
  });

  it('offers no moment that is over, or at which nobody phones', () => {
    expect(instantOfMoment('this-afternoon', tuesday, saintDenis)).not.toBeNull();
    expect(instantOfMoment('this-afternoon', '2026-11-24T12:00:00Z', mende)).toBeNull();
    expect(instantOfMoment('in-an-hour', '2026-11-24T17:55:00Z', mende)).toBeNull();
    expect(instantOfMoment('in-an-hour', '2026-11-24T05:30:00Z', mende)).toBeNull();
  });

  it('passes over weekends and the holidays of the place', () => {
    const friday = '2026-11-27T10:00:00Z';
    expect(instantOfMoment('next-morning', friday, mende)).toBe('2026-11-30T08:00:00Z');
    const beforeAllSaints = '2027-10-29T10:00:00Z';
    expect(instantOfMoment('next-morning', beforeAllSaints, mende)).toBe('2027-11-02T08:00:00Z');
    const beforeAbolition = '2027-12-17T08:00:00Z';
    expect(instantOfMoment('next-morning', beforeAbolition, saintDenis)).toBe(
      '2027-12-21T05:00:00Z',
    );
  });

  it('reads a day and a time on the caller’s clock', () => {
    expect(instantOn('2026-12-01', '14:00', mende.zone)).toBe('2026-12-01T13:00:00Z');
    expect(instantOn('2026-12-01', '14:00', saintDenis.zone)).toBe('2026-12-01T10:00:00Z');
  });

  it('is due from the time agreed on, and late half an hour after', () => {
    expect(callBackUrgency(tuesday, '2026-11-24T08:09:59Z')).toBe('later');
    expect(callBackUrgency(tuesday, tuesday)).toBe('due');
    expect(callBackUrgency(tuesday, '2026-11-24T08:40:00Z')).toBe('late');
    expect(callBackUrgency(null, tuesday)).toBe('later');
  });

  it('comes soonest first, without a time last', () => {
    const at = (callBackAt: string | null, openedAt = tuesday) => ({ callBackAt, openedAt });
    const soon = at('2026-11-24T09:00:00Z');
    const later = at('2026-11-24T09:00:00.500Z');
    const [old, young] = [at(null, '2026-11-23T08:00:00Z'), at(null)];
    expect([young, later, old, soon].toSorted(bySoonest)).toEqual([soon, later, old, young]);
  });
});

describe('CA-12 the number to call', () => {
  const known = { callBackNumber: null, number: null, people: [] };
  it('is the one given for it, then the one that phoned, then a named person’s', () => {
    const [given, phoned, noted] = ['+33639980412', '+33465712814', '+33465712815'];
    const people = [{ phone: null }, null, { phone: noted }];
    expect(numberToCall({ callBackNumber: given, number: phoned, people })).toBe(given);
    expect(numberToCall({ ...known, number: phoned, people })).toBe(phoned);
    expect(numberToCall({ ...known, people })).toBe(noted);
    expect(numberToCall(known)).toBeNull();
  });
});

describe('the conversations of a record', () => {
  const first = {
    answeredAt: '2026-11-24T08:00:00.000Z',
    resumedAt: null,
    endedAt: '2026-11-24T08:02:00.000Z',
    endedBy: 'caller',
    spokenBeforeS: 0,
    attempts: 0,
  } as const;
  const again = '2026-11-25T08:00:00.000Z';

  it('CA-14 keep how long they lasted together', () => {
    const second = { ...first, ...resumed(first, again) };
    expect(second).toEqual({
      ...first,
      resumedAt: again,
      endedAt: null,
      endedBy: null,
      spokenBeforeS: 120,
    });
    const ended = { ...second, endedAt: '2026-11-25T08:00:30.000Z' };
    expect(resumed(ended, again).spokenBeforeS).toBe(150);
  });

  it('CA-15 are none where nobody answered', () => {
    const dialled = { ...first, ...resumed(first, again) };
    const missed = { ...dialled, ...unanswered(dialled, true) };
    expect(missed).toMatchObject({ endedAt: again, attempts: 1 });
    expect(resumed(missed, again).spokenBeforeS).toBe(120);
    expect(unanswered(first, false)).toEqual({
      attempts: 1,
      endedAt: first.endedAt,
      endedBy: first.endedBy,
    });
  });

  it('count no time on a clock that was set back', () => {
    const setBack = { ...first, endedAt: '2026-11-24T07:59:00.000Z' };
    expect(resumed(setBack, again).spokenBeforeS).toBe(0);
  });
});
