import { describe, expect, test } from 'vitest';
import { periodOf } from '../../renderer/features/statistics/period.ts';

describe('the days of a named period', () => {
  const wednesday = '2026-11-25T10:00:00Z';

  test.each([
    ['today', '2026-11-25', '2026-11-25'],
    ['week', '2026-11-19', '2026-11-25'],
    ['month', '2026-11-01', '2026-11-25'],
    ['lastMonth', '2026-10-01', '2026-10-31'],
    ['year', '2026-01-01', '2026-11-25'],
  ] as const)('%s', (id, from, to) => {
    expect(periodOf(id, wednesday)).toEqual({ from, to });
  });

  test('counts days on the clock of Paris: half past eleven at night in UTC is the next day', () => {
    expect(periodOf('today', '2026-11-30T23:30:00Z')).toEqual({
      from: '2026-12-01',
      to: '2026-12-01',
    });
    expect(periodOf('lastMonth', '2026-11-30T23:30:00Z')).toEqual({
      from: '2026-11-01',
      to: '2026-11-30',
    });
  });

  test('last month in January is December of the year before', () => {
    expect(periodOf('lastMonth', '2027-01-15T12:00:00Z')).toEqual({
      from: '2026-12-01',
      to: '2026-12-31',
    });
  });
});
