import { describe, expect, test } from 'vitest';
import { usualRules } from '#src/booking';
import type { BookingView, DiaryView, ReferralView } from '#src/contract';
import { comingDays } from '../../renderer/features/referrals/coming-days.ts';
import { expectedAnyTime, mediatorDay } from '../../renderer/features/referrals/today.ts';
import { referral } from '../support/referral.ts';

const at = (start: string, zone = 'Europe/Paris'): ReferralView['appointment'] => ({
  bookingId: start,
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  zone,
  where: 'venue',
  kindName: 'Accompagnement individuel',
});
const ids = (referrals: readonly ReferralView[]) => referrals.map(({ id }) => id);

describe('a mediator’s day', () => {
  const now = '2026-11-25T09:30:00Z';

  test('BO-80 is the appointments of this day by time, without those that lead nowhere', () => {
    const { unsaid, today, waiting, decided } = mediatorDay(
      [
        referral('ten', { appointment: at('2026-11-25T10:00:00Z'), state: 'accepted' }),
        referral('eight', { appointment: at('2026-11-25T08:00:00Z'), state: 'attended' }),
        referral('to confirm', { appointment: at('2026-11-25T14:00:00Z') }),
        referral('cancelled', { appointment: at('2026-11-25T11:00:00Z'), state: 'cancelled' }),
        referral('yesterday', { appointment: at('2026-11-24T08:00:00Z'), state: 'accepted' }),
        referral('tomorrow', { appointment: at('2026-11-26T08:00:00Z'), state: 'accepted' }),
        referral('wish', { wishes: ['mercredi'] }),
      ],
      now,
    );
    expect(ids(today)).toEqual(['eight', 'ten', 'to confirm']);
    expect(ids(unsaid)).toEqual(['yesterday']);
    expect(ids(waiting)).toEqual(['to confirm', 'wish']);
    expect(ids(decided).sort()).toEqual(['cancelled', 'tomorrow']);
  });

  test('BO-80 goes by the venue’s clock', () => {
    const late = referral('late', {
      appointment: at('2026-11-25T05:00:00Z', 'Indian/Reunion'),
      state: 'accepted',
    });
    expect(ids(mediatorDay([late], '2026-11-24T21:00:00Z').today)).toEqual(['late']);
    expect(ids(mediatorDay([late], '2026-11-24T19:00:00Z').today)).toEqual([]);
  });

  test('BO-82 whoever was sent without a time may come whenever they like', () => {
    const sent = [
      referral('wish', { wishes: ['lundi'] }),
      referral('accepted', { wishes: ['lundi'], state: 'accepted' }),
      referral('refused', { wishes: ['lundi'], state: 'refused' }),
      referral('booked', { appointment: at('2026-11-25T10:00:00Z') }),
    ];
    expect(ids(expectedAnyTime(sent, now))).toEqual(['wish', 'accepted']);
  });
});

describe('the week', () => {
  const kind = {
    id: 'individual',
    name: 'Accompagnement individuel',
    minutes: 60,
    restMinutes: 0,
    places: 1,
    where: ['venue'],
  } satisfies DiaryView['kinds'][number];
  const always = { since: null, until: null, kindId: null };
  const diary: DiaryView = {
    ...usualRules,
    id: 'diary',
    venueId: 'venue',
    mediator: null,
    zone: 'Europe/Paris',
    territory: 'mainland',
    kinds: [kind],
    ranges: [{ weekday: 4, from: '09:00', to: '12:00', ...always }],
    exceptions: [],
    absences: [],
  };
  const booked: BookingView = {
    id: 'booking',
    diaryId: 'diary',
    kindId: 'individual',
    where: 'venue',
    start: '2026-11-26T09:00:00Z',
    end: '2026-11-26T10:00:00Z',
    restUntil: '2026-11-26T10:00:00Z',
    isShared: false,
    state: 'booked',
    holdExpiresAt: null,
    adviserId: 'lucie',
    adviserName: 'Lucie Rey',
  };

  test('BO-81 has today and six days, what is booked in them and what is free beside it', () => {
    const days = comingDays(
      [
        referral('thursday', { appointment: at('2026-11-26T09:00:00Z'), state: 'accepted' }),
        referral('far', { appointment: at('2026-12-17T09:00:00Z'), state: 'accepted' }),
      ],
      [diary],
      [booked],
      'Europe/Paris',
      '2026-11-25T09:30:00Z',
    );
    expect(days.map(({ day }) => day)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-17',
    ]);
    expect(days[1]?.free).toEqual([
      { start: '2026-11-26T08:00:00Z', end: '2026-11-26T09:00:00Z' },
      { start: '2026-11-26T10:00:00Z', end: '2026-11-26T11:00:00Z' },
    ]);
    expect(ids(days[1]?.appointments ?? [])).toEqual(['thursday']);
    expect(days[0]).toEqual({ day: '2026-11-25', appointments: [], free: [] });
    expect(ids(days[7]?.appointments ?? [])).toEqual(['far']);
  });

  test('BO-81 says free times that follow each other as one', () => {
    const [, thursday] = comingDays([], [diary], [], 'Europe/Paris', '2026-11-25T09:30:00Z');
    expect(thursday?.free).toEqual([
      { start: '2026-11-26T08:00:00Z', end: '2026-11-26T11:00:00Z' },
    ]);
  });
});
