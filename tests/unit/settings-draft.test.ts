import { describe, expect, test } from 'vitest';
import type { SettingsView } from '#src/contract';
import { shippedWeights } from '#src/venues';
import { movesAgainst } from '../../renderer/features/settings/preview-moves.ts';
import { draftOf, sameDraft, settingsOf } from '../../renderer/features/settings/settings-draft.ts';

const shipped: SettingsView = {
  disputedHolidays: 'to-check',
  rankingWeights: null,
  planTiles: false,
  reminders: true,
};

describe('the settings being changed', () => {
  test('spell out the weights that ship, and are sent as no decision while they are those', () => {
    const draft = draftOf(shipped);
    expect(draft.weights).toEqual(shippedWeights);
    expect(settingsOf(draft)).toEqual(shipped);
  });

  test('send every weight once one is changed', () => {
    const weights = { ...shippedWeights, hoursUnknownKm: shippedWeights.hoursUnknownKm + 1 };
    const draft = { ...draftOf(shipped), weights };
    expect(settingsOf(draft).rankingWeights).toEqual(weights);
    expect(draftOf(settingsOf(draft))).toEqual(draft);
  });

  test('are changed by any part, and no longer once it is taken back', () => {
    const saved = draftOf(shipped);
    expect(sameDraft(saved, { ...saved, planTiles: true })).toBe(false);
    expect(sameDraft(saved, { ...saved, disputedHolidays: 'holiday' })).toBe(false);
    const weights = { ...saved.weights, referralKm: 1 };
    expect(sameDraft(saved, { ...saved, weights })).toBe(false);
    expect(sameDraft(saved, draftOf(shipped))).toBe(true);
  });
});

describe('the moves of a preview', () => {
  const before = ['a', 'b', 'c', 'd'];

  test('are told of the new ranking: up, down, where it was', () => {
    expect([...movesAgainst(['c', 'b', 'a', 'd'], before, 'after')]).toEqual([
      ['c', { kind: 'up', places: 2 }],
      ['b', { kind: 'same' }],
      ['a', { kind: 'down', places: 2 }],
      ['d', { kind: 'same' }],
    ]);
  });

  test('say the same of the old ranking as of the new one', () => {
    const after = ['b', 'd', 'a', 'c'];
    const told = movesAgainst(after, before, 'after');
    for (const [id, move] of movesAgainst(before, after, 'before')) {
      expect(told.get(id)).toEqual(move);
    }
  });

  test('look at the first ten only: one enters where another leaves', () => {
    const ten = Array.from({ length: 10 }, (_, place) => `venue-${place}`);
    const changed = ['eleventh', ...ten];
    expect(movesAgainst(changed, ten, 'after').get('eleventh')).toEqual({ kind: 'enters' });
    expect(movesAgainst(ten, changed, 'before').get('venue-9')).toEqual({ kind: 'leaves' });
    expect(movesAgainst(changed, ten, 'after').has('venue-9')).toBe(false);
  });
});
