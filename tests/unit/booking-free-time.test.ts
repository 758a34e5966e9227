import { describe, expect, it } from 'vitest';
import { freeTimeLine } from '#src/booking';

/** Mornings of Mondays and Fridays in Paris, half an hour each, asked on Friday 27 March 2026. */
const asked = {
  timezone: 'Europe/Paris',
  now: '2026-03-27T08:00',
  durationMin: 60,
  ranges: [{ weekdays: ['Mo', 'Fr'], from: '2026-01-01', start: '09:00', end: '12:00' }],
  busy: [],
  from: '2026-03-27T00:00',
  to: '2026-03-31T00:00',
};

function answer(changed: object): unknown {
  return freeTimeLine(JSON.stringify({ ...asked, ...changed }));
}

function slots(changed: object): unknown {
  const result = freeTimeLine(JSON.stringify({ ...asked, ...changed }));
  return 'slots' in result ? result.slots : result;
}

describe('the times that a diary leaves free', () => {
  it('BO-13 opens once, or every week from a day until another', () => {
    const once = { start: '2026-03-28T10:00', end: '2026-03-28T11:30' };
    expect(slots({ ranges: [once] })).toEqual(['2026-03-28T10:00']);
    const weekly = { weekdays: ['Fr', 'Mo'], from: '2026-03-28', start: '09:00', end: '10:00' };
    expect(slots({ ranges: [weekly] })).toEqual(['2026-03-30T09:00']);
    expect(slots({ ranges: [{ ...weekly, until: '2026-03-30' }] })).toEqual(['2026-03-30T09:00']);
    expect(slots({ ranges: [{ ...weekly, until: '2026-03-29' }] })).toEqual([]);
    expect(slots({ ranges: [{ ...weekly, from: '2026-03-28T12:00' }] })).toEqual([
      '2026-03-30T09:00',
    ]);
  });

  it('BO-13 makes one of ranges that overlap or touch', () => {
    const ranges = [
      { start: '2026-03-28T11:00', end: '2026-03-28T12:30' },
      { start: '2026-03-28T09:30', end: '2026-03-28T10:00' },
      { start: '2026-03-28T10:00', end: '2026-03-28T11:30' },
    ];
    expect(answer({ ranges })).toEqual({
      slots: ['2026-03-28T09:30', '2026-03-28T10:30', '2026-03-28T11:30'],
      free: [{ start: '2026-03-28T09:30', end: '2026-03-28T12:30' }],
    });
  });

  it('BO-14 begins the first one of today on the next five minutes', () => {
    const friday = { to: '2026-03-28T00:00' };
    expect(slots({ ...friday, now: '2026-03-27T09:31' })).toEqual([
      '2026-03-27T09:35',
      '2026-03-27T10:35',
    ]);
    expect(slots({ ...friday, now: '2026-03-27T10:00' })).toEqual([
      '2026-03-27T10:00',
      '2026-03-27T11:00',
    ]);
    expect(answer({ ...friday, now: '2026-03-27T11:58' })).toEqual({ slots: [], free: [] });
  });

  it('BO-14 leaves out what is busy, not what was cancelled, and holidays whole', () => {
    const monday = { from: '2026-03-30T00:00' };
    const busy = { start: '2026-03-30T09:30', end: '2026-03-30T10:15' };
    expect(slots({ ...monday, busy: [busy] })).toEqual(['2026-03-30T10:15']);
    expect(slots({ ...monday, busy: [{ ...busy, status: 'confirmed' }] })).toHaveLength(1);
    expect(slots({ ...monday, busy: [{ ...busy, status: 'cancelled' }] })).toHaveLength(3);
    expect(slots({ holidays: ['2026-03-30'] })).toEqual([
      '2026-03-27T09:00',
      '2026-03-27T10:00',
      '2026-03-27T11:00',
    ]);
  });

  it('BO-14 ends before `to`, and knows a holiday of one territory and not of another', () => {
    expect(slots({ to: '2026-03-27T11:30' })).toEqual(['2026-03-27T09:00', '2026-03-27T10:00']);
    // Saint Stephen's day is a holiday in Alsace-Moselle; the end of slavery on 20 December in La Réunion.
    const ranges = [{ weekdays: ['Sa', 'Su'], from: '2026-12-01', start: '09:00', end: '10:00' }];
    const december = { ranges, from: '2026-12-20', to: '2026-12-27' };
    expect(slots({ ...december, holidays: ['2026-12-25', '2026-12-26'] })).toEqual([
      '2026-12-20T09:00',
    ]);
    expect(
      slots({ ...december, timezone: 'Indian/Reunion', holidays: ['2026-12-20', '2026-12-25'] }),
    ).toEqual(['2026-12-26T09:00']);
  });

  it('BO-15 steps each free interval from its own start, with a rest after each appointment', () => {
    const busy = [{ start: '2026-03-30T10:00', end: '2026-03-30T10:20' }];
    const query = { durationMin: 30, bufferMin: 10, busy, from: '2026-03-30T00:00' };
    expect(answer(query)).toEqual({
      slots: ['2026-03-30T09:00', '2026-03-30T10:30', '2026-03-30T11:10'],
      free: [
        { start: '2026-03-30T09:00', end: '2026-03-30T10:00' },
        { start: '2026-03-30T10:30', end: '2026-03-30T12:00' },
      ],
    });
  });

  it('BO-16 keeps its length where the clock changes, and names each time once', () => {
    const night = (day: string) => ({
      durationMin: 30,
      ranges: [{ start: `${day}T01:00`, end: `${day}T04:00` }],
      from: `${day}T00:00`,
      to: `${day}T23:00`,
    });
    const at = (day: string, ...times: string[]) => times.map((time) => `${day}T${time}`);
    expect(slots(night('2026-03-29'))).toEqual(
      at('2026-03-29', '01:00', '01:30', '03:00', '03:30'),
    );
    expect(slots(night('2026-10-25'))).toEqual(
      at('2026-10-25', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30'),
    );
    const weekly = { weekdays: ['Fr', 'Mo'], from: '2026-03-01', start: '09:00', end: '10:00' };
    expect(slots({ ranges: [weekly] })).toEqual(['2026-03-27T09:00', '2026-03-30T09:00']);
  });

  it.each([
    [{ timezone: 'Europe/Mende' }, 'timezone: not a time zone'],
    [{ durationMin: 0 }, 'durationMin: '],
    [{ now: '2026-03-27' }, 'now: '],
    [
      { ranges: [{ weekdays: ['Lu'], from: '2026-01-01', start: '09:00', end: '10:00' }] },
      'ranges.0.weekdays.0: ',
    ],
    [
      { ranges: [{ start: '2026-03-27T10:00', end: '2026-03-27T09:00' }] },
      'ranges.0.end: not after start',
    ],
    [{ busy: [{ start: '2026-03-27T10:00' }] }, 'busy.0.end: '],
    [{ to: '2028-01-01T00:00' }, 'to: more than 400 days after from'],
    [{ holidays: ['25 décembre'] }, 'holidays.0: '],
  ])('BO-17 BO-18 says where %j is not understood', (changed, where) => {
    expect(answer(changed)).toEqual({ error: expect.stringContaining(where) });
  });

  it('BO-18 says so of a line that is no JSON', () => {
    expect(freeTimeLine('09:00')).toEqual({ error: 'not JSON' });
  });
});
