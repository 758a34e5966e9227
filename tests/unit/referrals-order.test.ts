import { describe, expect, test } from 'vitest';
import type { ReferralView } from '#src/contract';
import { ahead, inbox } from '../../renderer/features/referrals/order.ts';
import { referral } from '../support/referral.ts';

const zone = 'Europe/Paris';

const at = (hour: string): ReferralView['appointment'] => ({
  bookingId: hour,
  start: `2026-11-25T${hour}:00:00Z`,
  end: `2026-11-25T${hour}:59:00Z`,
  zone,
});

describe('the inbox', () => {
  test('what has waited longest comes first; of what was answered, the latest', () => {
    const { waiting, decided } = inbox([
      referral('late', { sentAt: '2026-11-24T10:00:00Z' }),
      referral('early', { sentAt: '2026-11-24T08:00:00Z' }),
      referral('yesterday', { state: 'accepted', decidedAt: '2026-11-23T10:00:00Z' }),
      referral('today', { state: 'refused', decidedAt: '2026-11-24T10:00:00Z' }),
    ]);
    expect(waiting.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(decided.map(({ id }) => id)).toEqual(['today', 'yesterday']);
  });
});

describe('the agenda', () => {
  test('holds what is not over and not refused, by time', () => {
    const shown = ahead(
      [
        referral('afternoon', { appointment: at('15'), state: 'accepted' }),
        referral('refused', { appointment: at('11'), state: 'refused' }),
        referral('over', { appointment: at('08'), state: 'accepted' }),
        referral('morning', { appointment: at('10') }),
        referral('wish', { wishes: ['mercredi matin'] }),
      ],
      '2026-11-25T09:30:00Z',
    );
    expect(shown.map(({ id }) => id)).toEqual(['morning', 'afternoon']);
  });
});
