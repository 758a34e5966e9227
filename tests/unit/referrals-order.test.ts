import { describe, expect, test } from 'vitest';
import type { MessageView, ReferralView } from '#src/contract';
import { messagesByTurn } from '../../renderer/features/messages/order.ts';
import { ahead, followed, inbox } from '../../renderer/features/referrals/order.ts';
import { newsToAsk } from '../../renderer/follow/unheard.ts';
import { referral } from '../support/referral.ts';

const zone = 'Europe/Paris';

const at = (hour: string): ReferralView['appointment'] => ({
  bookingId: hour,
  start: `2026-11-25T${hour}:00:00Z`,
  end: `2026-11-25T${hour}:59:00Z`,
  zone,
  where: 'venue',
  kindName: null,
});

describe('the inbox', () => {
  test('what has waited longest comes first; of what was answered, the latest', () => {
    const { waiting, decided } = inbox(
      [
        referral('late', { sentAt: '2026-11-24T10:00:00Z' }),
        referral('early', { sentAt: '2026-11-24T08:00:00Z' }),
        referral('yesterday', { state: 'accepted', decidedAt: '2026-11-23T10:00:00Z' }),
        referral('today', { state: 'refused', decidedAt: '2026-11-24T10:00:00Z' }),
      ],
      '2026-11-25T09:30:00Z',
    );
    expect(waiting.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(decided.map(({ id }) => id)).toEqual(['today', 'yesterday']);
  });
});

describe('appointments of which nothing was said', () => {
  test('come apart from the rest, the oldest first, answered or not', () => {
    const { toSay, waiting, decided } = inbox(
      [
        referral('ten', { appointment: at('10'), state: 'accepted' }),
        referral('eight', { appointment: at('08') }),
        referral('came', { appointment: at('07'), state: 'attended' }),
        referral('cancelled', { appointment: at('07'), state: 'cancelled' }),
        referral('to come', { appointment: at('11') }),
        referral('wish', { wishes: ['mercredi matin'], state: 'accepted' }),
      ],
      '2026-11-25T10:00:00Z',
    );
    expect(toSay.map(({ id }) => id)).toEqual(['eight', 'ten']);
    expect(waiting.map(({ id }) => id)).toEqual(['to come']);
    expect(decided.map(({ id }) => id)).toEqual(['came', 'cancelled', 'wish']);
  });
});

describe('the follow-up', () => {
  test('BO-27 begins with what is without news, oldest first, then what asks for another place', () => {
    const { unheard, toReplace, others } = followed(
      [
        referral('came', { state: 'attended', attendanceAt: '2026-11-25T09:00:00Z' }),
        referral('to come', { state: 'accepted', appointment: at('15') }),
        referral('passed', { state: 'accepted', appointment: at('08') }),
        referral('unanswered', { awaitedSince: '2026-11-24T08:00:00Z' }),
        referral('refused', { state: 'refused' }),
      ],
      '2026-11-25T09:30:00Z',
    );
    expect(unheard.map(({ referral: { id }, since }) => [id, since])).toEqual([
      ['unanswered', '2026-11-24T08:00:00Z'],
      ['passed', '2026-11-25T08:59:00Z'],
    ]);
    expect(toReplace.map(({ id }) => id)).toEqual(['refused']);
    expect(others.map(({ id }) => id)).toEqual(['to come', 'came']);
  });
});

test('BO-97 who is silent for long is phoned by who sent them, or by whoever leads where that account follows no more', () => {
  const long = { awaitedSince: '2026-11-02T08:00:00Z' };
  const referrals = [
    referral('own', long),
    referral('of late', { awaitedSince: '2026-11-24T08:00:00Z' }),
    referral('a colleague’s', { ...long, adviserId: 'colleague' }),
    referral('nobody’s', { ...long, adviserId: 'gone', isFollowed: false }),
  ];
  const toPhone = newsToAsk(referrals, 'adviser', '2026-11-25T09:30:00Z');
  expect(toPhone.map(({ referral: { id } }) => id)).toEqual(['own', 'nobody’s']);
});

test('ME-32 messages are by turn: what is to be done, oldest first; what comes; what is over, newest first', () => {
  const message = (id: string, state: MessageView['state'], day: string): MessageView => ({
    ...{ id, state, kind: 'confirmation', recipient: 'person', channel: 'sms', language: 'fr' },
    ...{ dueAt: `2026-11-${day}T09:00:00Z`, stateAt: `2026-11-${day}T09:00:00Z`, failure: null },
  });
  const { toDo, coming, gone } = messagesByTurn([
    referral('one', {
      messages: [
        message('to send', 'shown', '24'),
        message('sent', 'sent', '20'),
        message('later', 'planned', '30'),
      ],
    }),
    referral('two', {
      messages: [
        message('failed', 'failed', '22'),
        message('holds no more', 'superseded', '23'),
        message('next', 'sending', '26'),
      ],
    }),
  ]);
  const ids = (all: typeof toDo) => all.map(({ message: { id } }) => id);
  expect(ids(toDo)).toEqual(['failed', 'to send']);
  expect(ids(coming)).toEqual(['next', 'later']);
  expect(ids(gone)).toEqual(['holds no more', 'sent']);
});

describe('who waits for another venue', () => {
  const toReplace = (...all: readonly ReferralView[]) =>
    followed(all, '2026-11-25T09:30:00Z').toReplace.map(({ id }) => id);
  const cancelled = (by: 'person' | 'venue') =>
    referral(by, {
      state: 'cancelled',
      cancellation: { by, reason: null, at: '2026-11-24T10:00:00Z' },
    });

  test('BO-95 is whoever the venue will not or did not take, not who wants no more', () => {
    const refused = referral('refused', { state: 'refused' });
    const expired = referral('expired', { state: 'expired' });
    expect(toReplace(refused, expired, cancelled('venue'), cancelled('person'))).toEqual([
      'refused',
      'expired',
      'venue',
    ]);
  });

  test('BO-95 waits no more once another was sent for the same call', () => {
    const first = referral('first', { state: 'refused', sentAt: '2026-11-20T09:00:00Z' });
    const second = referral('second', { callId: first.callId });
    expect(toReplace(first, second)).toEqual([]);
    expect(toReplace(first, { ...second, state: 'expired' })).toEqual(['second']);
  });
});

describe('the agenda', () => {
  test('holds what is not over and not refused, by time', () => {
    const shown = ahead(
      [
        referral('cancelled', { appointment: at('12'), state: 'cancelled' }),
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
