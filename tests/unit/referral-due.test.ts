import { describe, expect, it } from 'vitest';
import { dueOfReferral, type Reminded, type WorkingCalendar, workingDaysAfter } from '#src/booking';

const paris: WorkingCalendar = {
  zone: 'Europe/Paris',
  territory: 'mainland',
  disputed: 'to-check',
};
const strasbourg: WorkingCalendar = { ...paris, territory: 'alsace-moselle' };
const reunion: WorkingCalendar = { ...paris, zone: 'Indian/Reunion', territory: 'reunion' };
const usual = { afterDays: [2, 5], thenDays: 2 };

describe('working days', () => {
  it('BO-93 leave weekends out, and begin on the day after', () => {
    expect(workingDaysAfter('2026-11-26T09:00:00Z', 2, paris)).toBe('2026-11-30T09:00:00Z');
    expect(workingDaysAfter('2026-11-28T09:00:00Z', 1, paris)).toBe('2026-11-30T09:00:00Z');
  });

  it('BO-93 are those of the venue’s own territory', () => {
    // Christmas is a Friday in 2026; Saint Stephen's day of Alsace-Moselle falls on a Monday in 2022.
    expect(workingDaysAfter('2022-12-23T09:00:00Z', 1, paris)).toBe('2022-12-26T09:00:00Z');
    expect(workingDaysAfter('2022-12-23T09:00:00Z', 1, strasbourg)).toBe('2022-12-27T09:00:00Z');
    // 20 December 2027, a Monday: the abolition of slavery, on La Réunion alone.
    expect(workingDaysAfter('2027-12-17T09:00:00Z', 1, paris)).toBe('2027-12-20T09:00:00Z');
    expect(workingDaysAfter('2027-12-17T05:00:00Z', 1, reunion)).toBe('2027-12-21T05:00:00Z');
  });

  it('BO-93 keep the venue’s clock where it changes', () => {
    expect(workingDaysAfter('2026-03-27T09:00:00Z', 1, paris)).toBe('2026-03-30T08:00:00Z');
    expect(workingDaysAfter('2026-10-23T08:00:00Z', 1, paris)).toBe('2026-10-26T09:00:00Z');
  });

  it('HO-23 a disputed day is one only where it was said to be worked', () => {
    const antilles = { ...paris, zone: 'America/Martinique', territory: 'martinique' as const };
    const goodFriday = (disputed: WorkingCalendar['disputed']) =>
      workingDaysAfter('2026-04-02T13:00:00Z', 1, { ...antilles, disputed });
    expect(goodFriday('working-day')).toBe('2026-04-03T13:00:00Z');
    expect(goodFriday('to-check')).toBe('2026-04-07T13:00:00Z');
    expect(goodFriday('holiday')).toBe('2026-04-07T13:00:00Z');
  });
});

describe('a venue that does not answer', () => {
  // A Monday: reminders on Wednesday 14 and Monday 19, nothing more after Wednesday 21.
  const asked: Reminded = {
    state: 'sent',
    appointment: null,
    proposal: null,
    awaitedSince: '2026-01-12T08:00:00Z',
    reminders: 0,
    remindedAt: null,
    isElsewhere: false,
  };
  const due = (referral: Reminded, now: string) => dueOfReferral(referral, usual, paris, now);

  it('BO-93 is reminded after two and five working days, at the second, not before', () => {
    expect(due(asked, '2026-01-14T07:59:59Z')).toBeNull();
    expect(due(asked, '2026-01-14T08:00:00Z')).toEqual({ type: 'remind', reminders: 1 });
    const once = { ...asked, reminders: 1, remindedAt: '2026-01-14T08:00:00Z' };
    expect(due(once, '2026-01-19T07:59:59Z')).toBeNull();
    expect(due({ ...once, state: 'received' }, '2026-01-19T08:00:00Z')).toEqual({
      type: 'remind',
      reminders: 2,
    });
  });

  it('BO-93 is reminded once where nobody did it in time, and has its days all the same', () => {
    expect(due(asked, '2026-03-02T08:00:00Z')).toEqual({ type: 'remind', reminders: 2 });
    const late = { ...asked, reminders: 2, remindedAt: '2026-03-02T08:00:00Z' };
    expect(due(late, '2026-03-04T07:59:59Z')).toBeNull();
    expect(due(late, '2026-03-04T08:00:00Z')).toEqual({ type: 'expire' });
  });

  it('BO-95 is waited for as long as somebody is expected there, and not reminded once it began', () => {
    const booked = { ...asked, appointment: { start: '2026-01-19T09:00:00Z' } };
    expect(due(booked, '2026-01-14T08:00:00Z')).toEqual({ type: 'remind', reminders: 1 });
    expect(due(booked, '2026-01-19T09:00:00Z')).toBeNull();
    const reminded = { ...booked, reminders: 2, remindedAt: '2026-01-19T08:00:00Z' };
    expect(due(reminded, '2026-03-02T08:00:00Z')).toBeNull();
  });

  it('BO-93 is not reminded of what another site keeps, and is waited for as long', () => {
    const elsewhere = { ...asked, isElsewhere: true };
    expect(due(elsewhere, '2026-01-19T08:00:00Z')).toBeNull();
    expect(due(elsewhere, '2026-01-21T07:59:59Z')).toBeNull();
    expect(due(elsewhere, '2026-01-21T08:00:00Z')).toEqual({ type: 'expire' });
  });

  it('BO-93 is as an installation wants it', () => {
    const never = { afterDays: [], thenDays: 1 };
    expect(dueOfReferral(asked, never, paris, '2026-01-13T07:59:59Z')).toBeNull();
    expect(dueOfReferral(asked, never, paris, '2026-01-13T08:00:00Z')).toEqual({ type: 'expire' });
    const fewer = { ...asked, reminders: 2, remindedAt: '2026-01-19T08:00:00Z' };
    expect(
      dueOfReferral(fewer, { afterDays: [1], thenDays: 2 }, paris, '2026-01-21T08:00:00Z'),
    ).toEqual({ type: 'expire' });
  });

  it('has answered once it accepted, and asked back once it proposed', () => {
    const late = '2026-03-02T08:00:00Z';
    for (const state of ['accepted', 'refused', 'expired', 'attended', 'missed'] as const) {
      expect(due({ ...asked, state }, late)).toBeNull();
    }
    const times = [{ id: 'one', start: '2026-02-02T08:00:00Z' }];
    const proposed: Reminded = { ...asked, state: 'proposed', proposal: { times } };
    expect(due(proposed, '2026-02-02T07:59:59Z')).toBeNull();
    expect(due(proposed, late)).toEqual({ type: 'expire' });
    const expected = { ...proposed, appointment: { start: '2026-02-01T08:00:00Z' } };
    expect(due(expected, late)).toBeNull();
  });
});
