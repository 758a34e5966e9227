import { describe, expect, it } from 'vitest';
import {
  type Booking,
  checkRanges,
  computeSlots,
  type Diary,
  holdExpiry,
  isHoldValid,
  nearestFreeSlots,
} from '#src/booking';
import { err, ok } from '#src/kernel';

const mende: Diary = {
  zone: 'Europe/Paris',
  slotMinutes: 30,
  ranges: [{ weekday: 2, from: '09:00', to: '10:45' }],
};
const tuesday = { from: '2026-01-13', to: '2026-01-14' };
const longBefore = '2026-01-01T00:00:00Z';

const starts = (diary: Diary, window: { from: string; to: string }) =>
  computeSlots(diary, [], window, longBefore).map((slot) => slot.start);

const hold = (over: Partial<Booking> = {}): Booking => ({
  id: 'b1',
  start: '2026-01-13T08:30:00Z',
  end: '2026-01-13T09:00:00Z',
  state: 'held',
  holdExpiresAt: '2026-01-13T07:05:00Z',
  ...over,
});

describe('what a diary offers', () => {
  it('BO-1 steps from the start of the range and leaves out what does not fit', () => {
    expect(starts(mende, tuesday)).toEqual([
      '2026-01-13T08:00:00Z',
      '2026-01-13T08:30:00Z',
      '2026-01-13T09:00:00Z',
    ]);
  });

  it('BO-1 offers nothing on another weekday, nor in an empty window', () => {
    expect(starts(mende, { from: '2026-01-14', to: '2026-01-20' })).toEqual([]);
    expect(starts(mende, { from: '2026-01-13', to: '2026-01-13' })).toEqual([]);
  });

  it('BO-2 keeps the time on the clock of the venue, summer and overseas', () => {
    expect(starts(mende, { from: '2026-07-14', to: '2026-07-15' })[0]).toBe('2026-07-14T07:00:00Z');
    const saintDenis = { ...mende, zone: 'Indian/Reunion' };
    expect(starts(saintDenis, tuesday)[0]).toBe('2026-01-13T05:00:00Z');
  });

  it('BO-3 offers nothing in the hour that spring takes away', () => {
    const night: Diary = { ...mende, ranges: [{ weekday: 7, from: '01:00', to: '04:00' }] };
    expect(starts(night, { from: '2026-03-29', to: '2026-03-30' })).toEqual([
      '2026-03-29T00:00:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:30:00Z',
    ]);
  });

  it('BO-3 offers nothing that spans the hour that autumn gives twice', () => {
    const night: Diary = { ...mende, ranges: [{ weekday: 7, from: '02:00', to: '04:00' }] };
    expect(starts(night, { from: '2026-10-25', to: '2026-10-26' })).toEqual([
      '2026-10-25T00:00:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25T02:30:00Z',
    ]);
  });

  it('BO-4 does not offer what has begun', () => {
    const slots = computeSlots(mende, [], tuesday, '2026-01-13T08:30:00Z');
    expect(slots.map((slot) => slot.start)).toEqual(['2026-01-13T09:00:00Z']);
  });

  it('BO-5 shows what is held or booked, and frees what is released or expired', () => {
    const now = '2026-01-13T07:00:00Z';
    const states = (booking: Booking, at = now) =>
      computeSlots(mende, [booking], tuesday, at).map((slot) => slot.state);
    expect(states(hold())).toEqual(['free', 'held', 'free']);
    expect(states(hold({ state: 'booked', holdExpiresAt: null }))).toEqual([
      'free',
      'booked',
      'free',
    ]);
    expect(states(hold({ state: 'released' }))).toEqual(['free', 'free', 'free']);
    expect(states(hold(), '2026-01-13T07:05:00Z')).toEqual(['free', 'free', 'free']);
  });

  it('BO-5 takes every slot that an overlapping booking touches', () => {
    const across = hold({ start: '2026-01-13T08:15:00Z', end: '2026-01-13T08:45:00Z' });
    const slots = computeSlots(mende, [across], tuesday, '2026-01-13T07:00:00Z');
    expect(slots.map((slot) => [slot.state, slot.bookingId])).toEqual([
      ['held', 'b1'],
      ['held', 'b1'],
      ['free', null],
    ]);
  });

  it('BO-7 offers the free slots nearest to the one that was lost, on either side', () => {
    const twoWeeks = { from: '2026-01-13', to: '2026-01-27' };
    const slots = computeSlots(mende, [hold()], twoWeeks, '2026-01-13T07:00:00Z');
    const offered = nearestFreeSlots(slots, hold().start, 3);
    expect(offered.map((slot) => slot.start)).toEqual([
      '2026-01-13T08:00:00Z',
      '2026-01-13T09:00:00Z',
      '2026-01-20T08:00:00Z',
    ]);
  });
});

describe('holds and ranges', () => {
  it('BO-6 a hold lasts five minutes, the last instant excluded', () => {
    const expiry = holdExpiry('2026-01-13T07:00:00Z');
    expect(expiry).toBe('2026-01-13T07:05:00Z');
    expect(isHoldValid(hold(), '2026-01-13T07:04:59Z')).toBe(true);
    expect(isHoldValid(hold(), '2026-01-13T07:05:00Z')).toBe(false);
    expect(isHoldValid(hold({ state: 'released' }), '2026-01-13T07:00:00Z')).toBe(false);
  });

  it('BO-8 refuses ranges that overlap on one weekday', () => {
    const morning = { weekday: 1, from: '09:00', to: '12:00' };
    expect(checkRanges([morning, { weekday: 1, from: '12:00', to: '14:00' }])).toEqual(ok(null));
    expect(checkRanges([morning, { weekday: 2, from: '09:00', to: '12:00' }])).toEqual(ok(null));
    expect(checkRanges([morning, { weekday: 1, from: '11:59', to: '14:00' }])).toEqual(
      err('ranges-overlap'),
    );
  });
});
