import { expect, test } from 'vitest';
import type { DiaryView, ReferralView } from '#src/contract';
import { actsOf } from '../../renderer/features/referrals/acts-of.ts';
import { rulesFor, weekly } from '../support/diaries.ts';
import { referral } from '../support/referral.ts';

const now = '2026-11-25T08:00:00Z';
const appointment: ReferralView['appointment'] = {
  bookingId: '0199aaaa-0000-7000-8000-000000000001',
  start: '2026-11-25T09:00:00Z',
  end: '2026-11-25T10:00:00Z',
  zone: 'Europe/Paris',
  where: 'venue',
  kindName: null,
};

function acts(over: Partial<ReferralView>, about: Partial<Parameters<typeof actsOf>[1]> = {}) {
  return actsOf(referral('one', over), {
    since: null,
    now,
    isToReplace: false,
    diaries: [],
    ...about,
  });
}

test('what the state asks for is in sight: a choice, another venue, news after seven days', () => {
  expect(acts({ state: 'proposed' }).asked).toEqual(['choice']);
  expect(acts({ state: 'refused' }, { isToReplace: true })).toEqual({
    asked: ['elsewhere'],
    others: [],
  });
  expect(acts({ state: 'sent' }, { since: '2026-11-18T08:00:00Z' }).asked).toEqual(['news']);
  expect(acts({ state: 'sent' }, { since: '2026-11-18T08:00:01Z' }).asked).toEqual([]);
});

test('what else may be done is in the menu, cancelling last', () => {
  const diary: DiaryView = {
    ...rulesFor(60, [weekly(1, '10:00', '12:00')]),
    id: '0199aaaa-0000-7000-8000-000000000002',
    venueId: referral('one', {}).venueId,
    mediator: null,
    zone: 'Europe/Paris',
    territory: 'mainland',
  };
  const accepted = { state: 'accepted', appointment } as const;
  expect(acts(accepted, { diaries: [diary] })).toEqual({
    asked: [],
    others: ['move', 'wait', 'writing', 'links', 'cancellation'],
  });
  expect(acts(accepted).others).toEqual(['move', 'writing', 'links', 'cancellation']);
  expect(acts({ state: 'sent', appointment: null }).others).toEqual([
    'writing',
    'links',
    'cancellation',
  ]);
});

test('BO-70 of what another site keeps there is no wait list here', () => {
  const elsewhere = { way: 'own-page', draft: null } as const;
  const sent = { state: 'sent', appointment: null, elsewhere } as const;
  expect(acts(sent).others).toEqual(['links', 'cancellation']);
});
