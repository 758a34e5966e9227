import { describe, expect, test } from 'vitest';
import {
  always,
  dayProblem,
  nextRange,
  slotsAWeek,
} from '../../renderer/features/referrals/week.ts';

const range = (from: string, to: string) => ({ weekday: 1, from, to, ...always });

const hour = { minutes: 60, restMinutes: 0 };

describe('a day of weekly ranges', () => {
  test.each([
    ['nothing', [], null],
    ['morning and afternoon', [range('09:00', '12:00'), range('13:30', '17:00')], null],
    ['ranges that touch', [range('09:00', '12:00'), range('12:00', '14:00')], null],
    ['an end before its start', [range('12:00', '09:00')], 'wrong-range'],
    ['no length', [range('09:00', '09:00')], 'wrong-range'],
    ['a time still empty', [range('09:00', '')], 'wrong-range'],
    ['ranges that overlap', [range('09:00', '12:00'), range('11:30', '14:00')], 'overlap'],
  ] as const)('%s', (_name, ranges, problem) => {
    expect(dayProblem(ranges)).toBe(problem);
  });

  test('what is left over at the end of a range is no appointment', () => {
    expect(slotsAWeek([range('09:00', '12:00'), range('13:30', '17:00')], hour)).toBe(6);
    expect(slotsAWeek([range('09:00', '')], hour)).toBe(0);
  });

  test('a rest follows each appointment but the last of a range', () => {
    expect(slotsAWeek([range('09:00', '12:00')], { minutes: 60, restMinutes: 15 })).toBe(2);
    expect(slotsAWeek([range('09:00', '11:15')], { minutes: 60, restMinutes: 15 })).toBe(2);
  });

  test('a new range proposes the morning, then the afternoon, then what follows', () => {
    expect(nextRange([])).toEqual({ from: '09:00', to: '12:00' });
    expect(nextRange([range('09:00', '12:00')])).toEqual({ from: '14:00', to: '17:00' });
    expect(nextRange([range('14:00', '17:00')])).toEqual({ from: '17:00', to: '' });
  });
});
