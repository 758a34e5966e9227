import { describe, expect, test } from 'vitest';
import { usualRules } from '#src/booking';
import type { BookingView, DiaryView } from '#src/contract';
import { proposable } from '../../renderer/features/referrals/proposable.ts';

const kind = (id: string, minutes: number) => ({
  id,
  name: id,
  minutes,
  restMinutes: 0,
  places: 1,
  where: ['venue' as const],
});
const diary = (id: string): DiaryView => ({
  ...usualRules,
  id,
  venueId: 'venue',
  mediator: null,
  zone: 'Europe/Paris',
  territory: 'mainland',
  kinds: [kind('individual', 60), kind('long', 120)],
  ranges: [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    from: '09:00',
    to: '12:00',
    since: null,
    until: null,
    kindId: null,
  })),
  exceptions: [],
  absences: [],
});
const booked: BookingView = {
  id: 'booking',
  diaryId: 'second',
  kindId: 'long',
  where: 'venue',
  start: '2026-12-02T08:00:00Z',
  end: '2026-12-02T10:00:00Z',
  restUntil: '2026-12-02T10:00:00Z',
  isShared: false,
  state: 'booked',
  holdExpiresAt: null,
  adviserId: 'lucie',
  adviserName: 'Lucie Rey',
};
const appointment = {
  bookingId: 'booking',
  start: booked.start,
  end: booked.end,
  zone: 'Europe/Paris',
  where: 'venue' as const,
  kindName: 'long',
};
/** A Monday, ten in the morning in Paris. */
const now = '2026-11-30T09:00:00Z';

describe('BO-89 other times to propose', () => {
  test('are of the diary and the kind that were booked, around what was', () => {
    const offered = proposable({ appointment }, [diary('first'), diary('second')], [booked], now);
    expect(offered?.diaryId).toBe('second');
    expect(offered?.times).toHaveLength(9);
    expect(offered?.ready.map(({ start }) => start).sort()).toEqual([
      '2026-12-01T08:00:00Z',
      '2026-12-03T08:00:00Z',
      '2026-12-04T08:00:00Z',
    ]);
    for (const { start, end } of offered?.times ?? []) {
      expect(Date.parse(end) - Date.parse(start)).toBe(2 * 3_600_000);
    }
  });

  test('are the first ones where no time was agreed on', () => {
    const offered = proposable({ appointment: null }, [diary('first')], [], now);
    const starts = offered?.times.map(({ start }) => start) ?? [];
    expect(starts).toEqual([...starts].sort());
    expect(offered?.ready).toHaveLength(3);
    expect(starts.slice(0, 3)).toEqual(offered?.ready.map(({ start }) => start));
  });

  test('are typed where no diary is kept here', () => {
    expect(proposable({ appointment: null }, [], [], now)).toBeNull();
  });
});
