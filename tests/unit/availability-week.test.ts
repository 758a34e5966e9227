import { describe, expect, test } from 'vitest';
import { dayProblem, nextRange, slotsAWeek } from '../../renderer/features/referrals/week.ts';

const range = (from: string, to: string) => ({ weekday: 1, from, to });

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
    expect(slotsAWeek([range('09:00', '12:00'), range('13:30', '17:00')], 60)).toBe(6);
    expect(slotsAWeek([range('09:00', '')], 60)).toBe(0);
  });

  test('a new range proposes the morning, then the afternoon, then what follows', () => {
    expect(nextRange([])).toEqual({ from: '09:00', to: '12:00' });
    expect(nextRange([range('09:00', '12:00')])).toEqual({ from: '14:00', to: '17:00' });
    expect(nextRange([range('14:00', '17:00')])).toEqual({ from: '17:00', to: '' });
  });
});
