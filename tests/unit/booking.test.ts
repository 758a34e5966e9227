import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  appointmentsOutside,
  type Booking,
  checkRanges,
  checkRules,
  computeSlots,
  type Diary,
  holdExpiry,
  isHoldValid,
  isOffered,
  nearestFreeSlots,
} from '#src/booking';
import { err, ok, present } from '#src/kernel';
import { aloneKind, rulesFor, weekly } from '../support/diaries.ts';

const place = { zone: 'Europe/Paris', territory: 'mainland' } as const;
const mende: Diary = { ...rulesFor(30, [weekly(2, '09:00', '10:45')]), ...place };
const tuesday = { from: '2026-01-13', to: '2026-01-14' };
const longBefore = '2026-01-01T00:00:00Z';

const slotsOf = (
  diary: Diary,
  window: { from: string; to: string },
  bookings: readonly Booking[] = [],
  now = longBefore,
) => computeSlots(diary, kindOf(diary), bookings, window, now);
const kindOf = ({ kinds: [kind] }: Diary) => present(kind, 'a diary has a kind of appointment');
const starts = (...asked: Parameters<typeof slotsOf>) =>
  slotsOf(...asked)
    .filter(({ state }) => state === 'free')
    .map((slot) => slot.start);

const hold = (over: Partial<Booking> = {}): Booking => ({
  id: 'b1',
  kindId: aloneKind.id,
  start: '2026-01-13T08:30:00Z',
  end: '2026-01-13T09:00:00Z',
  restUntil: '2026-01-13T09:00:00Z',
  isShared: false,
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

  it('BO-1 begins and ends a range on its days', () => {
    const range = { ...weekly(2, '09:00', '09:30'), since: '2026-01-13', until: '2026-01-20' };
    const diary = { ...mende, ranges: [range] };
    expect(starts(diary, { from: '2026-01-01', to: '2026-02-15' })).toEqual([
      '2026-01-13T08:00:00Z',
      '2026-01-20T08:00:00Z',
    ]);
  });

  it('BO-2 keeps the time on the clock of the venue, summer and overseas', () => {
    const summer = { from: '2026-07-07', to: '2026-07-08' };
    expect(starts(mende, summer, [], '2026-07-01T00:00:00Z')[0]).toBe('2026-07-07T07:00:00Z');
    const saintDenis = { ...mende, zone: 'Indian/Reunion' };
    expect(starts(saintDenis, tuesday)[0]).toBe('2026-01-13T05:00:00Z');
  });

  it('BO-3 offers nothing in the hour that spring takes away', () => {
    const night = { ...mende, ranges: [weekly(7, '01:00', '04:00')] };
    const sunday = { from: '2026-03-29', to: '2026-03-30' };
    expect(starts(night, sunday, [], '2026-03-20T00:00:00Z')).toEqual([
      '2026-03-29T00:00:00Z',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:30:00Z',
    ]);
  });

  it('BO-3 offers no second time of the hour that autumn gives twice', () => {
    const night = { ...mende, ranges: [weekly(7, '02:00', '04:00')] };
    const sunday = { from: '2026-10-25', to: '2026-10-26' };
    expect(starts(night, sunday, [], '2026-10-20T00:00:00Z')).toEqual([
      '2026-10-25T00:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25T02:30:00Z',
    ]);
  });

  it('BO-4 begins today on the next five minutes after the soonest', () => {
    expect(starts(mende, tuesday, [], '2026-01-13T08:03:00Z')).toEqual([
      '2026-01-13T08:35:00Z',
      '2026-01-13T09:05:00Z',
    ]);
  });

  it('BO-5 shows what is held or booked, and frees what is released or expired', () => {
    const now = '2026-01-13T07:00:00Z';
    const states = (booking: Booking, at = now) =>
      slotsOf(mende, tuesday, [booking], at).map((slot) => slot.state);
    expect(states(hold())).toEqual(['free', 'held', 'free']);
    expect(states(hold({ state: 'booked', holdExpiresAt: null }))).toEqual([
      'free',
      'booked',
      'free',
    ]);
    expect(states(hold({ state: 'released' }))).toEqual(['free', 'free', 'free']);
    expect(states(hold(), '2026-01-13T07:05:00Z')).toEqual(['free', 'free', 'free']);
  });

  it('BO-5 counts on from what is taken, whenever it begins', () => {
    const end = '2026-01-13T08:45:00Z';
    const across = hold({ start: '2026-01-13T08:15:00Z', end, restUntil: end });
    const slots = slotsOf(mende, tuesday, [across], '2026-01-13T07:00:00Z');
    expect(slots.map((slot) => [slot.start, slot.state, slot.bookingIds])).toEqual([
      ['2026-01-13T08:15:00Z', 'held', ['b1']],
      ['2026-01-13T08:45:00Z', 'free', []],
      ['2026-01-13T09:15:00Z', 'free', []],
    ]);
  });

  it('BO-7 offers the free slots nearest to the one that was lost, on either side', () => {
    const twoWeeks = { from: '2026-01-13', to: '2026-01-27' };
    const slots = slotsOf(mende, twoWeeks, [hold()], '2026-01-13T07:00:00Z');
    const offered = nearestFreeSlots(slots, hold().start, 3);
    expect(offered.map((slot) => slot.start)).toEqual([
      '2026-01-13T08:00:00Z',
      '2026-01-13T09:00:00Z',
      '2026-01-20T08:00:00Z',
    ]);
  });
});

describe('what a mediator sets of a diary', () => {
  const slotDays = (diary: Diary, window: { from: string; to: string }, now = longBefore) => [
    ...new Set(starts(diary, window, [], now).map((start) => start.slice(0, 10))),
  ];
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '10:00', '10:30'));
  const daily: Diary = { ...mende, ranges: everyDay };

  it('BO-30 opens on a day besides the week, closes hours of one, and leaves for some days', () => {
    const set: Diary = {
      ...mende,
      exceptions: [
        { type: 'open', day: '2026-01-14', from: '14:00', to: '14:30', kindId: null },
        { type: 'closed', day: '2026-01-13', from: '09:15', to: '10:15' },
      ],
      absences: [{ from: '2026-01-20', until: '2026-01-27' }],
    };
    expect(starts(set, { from: '2026-01-13', to: '2026-02-04' })).toEqual([
      '2026-01-13T09:15:00Z',
      '2026-01-14T13:00:00Z',
      '2026-02-03T08:00:00Z',
      '2026-02-03T08:30:00Z',
      '2026-02-03T09:00:00Z',
    ]);
  });

  it('BO-30 keeps a range for its kind', () => {
    const other = { ...aloneKind, id: 'other', minutes: 30 };
    const kept: Diary = {
      ...mende,
      kinds: [...mende.kinds, other],
      ranges: [weekly(2, '09:00', '10:00'), { ...weekly(2, '10:00', '11:00'), kindId: 'other' }],
    };
    expect(starts(kept, tuesday)).toHaveLength(2);
    expect(computeSlots(kept, other, [], tuesday, longBefore)).toHaveLength(4);
  });

  it('BO-31 opens its window from the soonest to the end of the furthest day', () => {
    const set = { ...daily, window: { soonestMinutes: 48 * 60, furthestDays: 4 } };
    const week = { from: '2026-01-12', to: '2026-01-20' };
    expect(slotDays(set, week, '2026-01-12T08:30:00Z')).toEqual([
      '2026-01-14',
      '2026-01-15',
      '2026-01-16',
    ]);
    expect(slotDays(set, week, '2026-01-12T09:01:00Z')).toEqual(['2026-01-15', '2026-01-16']);
  });

  it('BO-32 closes on Saint-Étienne in Alsace-Moselle and not in the Lozère', () => {
    const christmas = { from: '2026-12-24', to: '2026-12-28' };
    const days = (territory: Diary['territory'], over: Partial<Diary> = {}) =>
      slotDays({ ...daily, territory, ...over }, christmas, '2026-12-20T00:00:00Z');
    expect(days('mainland')).toEqual(['2026-12-24', '2026-12-26', '2026-12-27']);
    expect(days('alsace-moselle')).toEqual(['2026-12-24', '2026-12-27']);
    expect(days('alsace-moselle', { opensOnHolidays: true })).toHaveLength(4);
  });

  it('BO-32 closes in La Réunion on the day of the abolition of slavery, on its clock', () => {
    const reunion: Diary = { ...daily, zone: 'Indian/Reunion', territory: 'reunion' };
    const week = { from: '2026-12-18', to: '2026-12-22' };
    expect(slotDays(reunion, week, '2026-12-10T00:00:00Z')).toEqual([
      '2026-12-18',
      '2026-12-19',
      '2026-12-21',
    ]);
  });

  it('BO-32 opens on a holiday for the hours of an opening of that very day, and for no other', () => {
    const set: Diary = {
      ...daily,
      exceptions: [{ type: 'open', day: '2026-05-01', from: '14:00', to: '14:30', kindId: null }],
    };
    const day = { from: '2026-05-01', to: '2026-05-02' };
    expect(starts(set, day, [], '2026-04-20T00:00:00Z')).toEqual(['2026-05-01T12:00:00Z']);
  });

  it('BO-33 leaves its rest to an appointment, before the next one and after the last', () => {
    const rested: Diary = { ...mende, kinds: [{ ...kindOf(mende), restMinutes: 15 }] };
    expect(starts(rested, tuesday)).toEqual(['2026-01-13T08:00:00Z', '2026-01-13T08:45:00Z']);
    const taken = hold({
      state: 'booked',
      holdExpiresAt: null,
      restUntil: '2026-01-13T09:15:00Z',
    });
    // Half an hour would fit before half past nine, its rest would not.
    expect(starts(rested, tuesday, [taken])).toEqual(['2026-01-13T09:15:00Z']);
  });

  it('BO-34 offers a workshop as long as it has places, in one time for all', () => {
    const workshop: Diary = { ...mende, kinds: [{ ...kindOf(mende), places: 2 }] };
    const seat = (id: string, over: Partial<Booking> = {}) => hold({ id, isShared: true, ...over });
    const at = (bookings: readonly Booking[]) =>
      slotsOf(workshop, tuesday, bookings, '2026-01-13T07:00:00Z').map(
        ({ state, placesLeft, bookingIds }) => [state, placesLeft, bookingIds.length],
      );
    expect(at([])).toEqual([
      ['free', 2, 0],
      ['free', 2, 0],
      ['free', 2, 0],
    ]);
    expect(at([seat('one')])[1]).toEqual(['free', 1, 1]);
    expect(at([seat('one'), seat('two')])[1]).toEqual(['held', 0, 2]);
    const booked = { state: 'booked', holdExpiresAt: null } as const;
    expect(at([seat('one', booked), seat('two', booked)])[1]).toEqual(['booked', 0, 2]);
    // Taken for one person, before the kind was made a workshop.
    expect(at([seat('one', { ...booked, isShared: false })])[1]).toEqual(['booked', 0, 1]);
  });

  it('BO-38 names the appointments to come for which it has no time any more', () => {
    const booked = { state: 'booked', holdExpiresAt: null } as const;
    const past = hold({ ...booked, id: 'past', start: '2026-01-06T08:30:00Z' });
    const stands = hold({ ...booked, id: 'stands' });
    const end = '2026-01-20T09:00:00Z';
    const gone = hold({
      ...booked,
      id: 'gone',
      start: '2026-01-20T08:30:00Z',
      end,
      restUntil: end,
    });
    const away = { ...mende, absences: [{ from: '2026-01-20', until: '2026-01-20' }] };
    const bookings = [past, gone, stands, { ...gone, id: 'free', state: 'released' as const }];
    const named = appointmentsOutside(away, bookings, '2026-01-12T08:00:00Z');
    expect(named.map(({ id }) => id)).toEqual(['gone']);
    expect(appointmentsOutside(mende, bookings, '2026-01-12T08:00:00Z')).toEqual([]);
  });

  it('BO-9 grants what fits, as long as it was offered while a hold lasts', () => {
    const half = (start: string) => ({
      start,
      end: Temporal.Instant.from(start).add({ minutes: 30 }).toString(),
    });
    const isOn = (wanted: { start: string; end: string }, now = longBefore) =>
      isOffered(mende, kindOf(mende), wanted, now);
    expect(isOn(half('2026-01-13T08:00:00Z'))).toBe(true);
    expect(isOn(half('2026-01-13T08:10:00Z'))).toBe(true);
    expect(isOn(half('2026-01-13T09:30:00Z'))).toBe(false);
    expect(isOn({ start: '2026-01-13T08:00:00Z', end: '2026-01-13T09:00:00Z' })).toBe(false);
    expect(isOn(half('2026-01-13T08:35:00Z'), '2026-01-13T08:09:59Z')).toBe(true);
    expect(isOn(half('2026-01-13T08:35:00Z'), '2026-01-13T08:11:00Z')).toBe(false);
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

  it('BO-8 refuses ranges that overlap on one weekday while both stand', () => {
    const morning = weekly(1, '09:00', '12:00');
    const late = weekly(1, '11:59', '14:00');
    expect(checkRanges([morning, weekly(1, '12:00', '14:00')])).toEqual(ok(null));
    expect(checkRanges([morning, weekly(2, '09:00', '12:00')])).toEqual(ok(null));
    expect(checkRanges([morning, late])).toEqual(err('ranges-overlap'));
    const winter = { ...morning, until: '2026-03-31' };
    expect(checkRanges([winter, { ...late, since: '2026-04-01' }])).toEqual(ok(null));
    expect(checkRanges([winter, { ...late, since: '2026-03-31' }])).toEqual(err('ranges-overlap'));
  });

  it('BO-8 refuses a time that is kept for a kind that there is not', () => {
    const rules = rulesFor(30, [{ ...weekly(1, '09:00', '12:00'), kindId: aloneKind.id }]);
    expect(checkRules(rules)).toEqual(ok(null));
    expect(checkRules({ ...rules, kinds: [] })).toEqual(err('unknown-kind'));
  });
});
