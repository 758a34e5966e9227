import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SettingsView, venueReminders } from '#src/contract';
import { shippedWeights } from '#src/venues';
import { movesAgainst } from '../../renderer/features/settings/preview-moves.ts';
import { draftOf, sameDraft, settingsOf } from '../../renderer/features/settings/settings-draft.ts';
import {
  withDay,
  withoutLastReminder,
  withReminder,
} from '../../renderer/features/settings/venue-reminders.ts';

const shipped: SettingsView = {
  disputedHolidays: 'to-check',
  rankingWeights: null,
  planTiles: false,
  venueReminders: { afterDays: [2, 5], thenDays: 2 },
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

describe('reminders to venues', () => {
  const usual = shipped.venueReminders;

  test('BO-93 come one after the other, whichever day is changed', () => {
    expect(withDay(usual, 0, 9).afterDays).toEqual([9, 10]);
    expect(withDay(usual, 1, 1).afterDays).toEqual([1, 2]);
    expect(withDay(usual, 1, 60).afterDays).toEqual([2, 60]);
    expect(withDay(usual, 0, 60).afterDays).toEqual([59, 60]);
  });

  test('may be more, fewer or none, and are a change', () => {
    expect(withReminder(usual).afterDays).toEqual([2, 5, 8]);
    const none = withoutLastReminder(withoutLastReminder(usual));
    expect(none.afterDays).toEqual([]);
    expect(withReminder(none).afterDays).toEqual([3]);
    expect(sameDraft(draftOf(shipped), draftOf({ ...shipped, venueReminders: none }))).toBe(false);
  });

  test('are always what the hub takes', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(days, fc.nat(4), fc.integer({ min: 1, max: 60 }), (some, index, day) => {
        const reminders = { afterDays: some.toSorted((a, b) => a - b), thenDays: 2 };
        fc.pre(index < some.length);
        expect(venueReminders.safeParse(withDay(reminders, index, day)).success).toBe(true);
      }),
    );
  });
});
