import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRanges } from '#src/booking';
import { rangeAt, spanOf, withDrawn } from '../../renderer/features/referrals/draw-range.ts';
import { always, type DraftRange, minutesOf } from '../../renderer/features/referrals/week.ts';

const cell = fc.record({
  weekday: fc.integer({ min: 1, max: 2 }),
  minute: fc.integer({ min: 0, max: 46 }).map((halfHours) => halfHours * 30),
});
const kindId = fc.constantFrom(null, 'individual', 'workshop');

let made = 0;
const newKey = () => `made-${++made}`;

/** A stroke after the other, by the pointer or by keys. */
const strokes = fc.array(fc.record({ one: cell, other: cell, kindId }), { maxLength: 12 });

function draw(all: readonly { one: Cell; other: Cell; kindId: string | null }[]) {
  return all.reduce<readonly DraftRange[]>(
    (ranges, { one, other, kindId: kept }) =>
      withDrawn(ranges, { key: newKey(), ...always, kindId: kept, ...spanOf(one, other) }, newKey),
    [],
  );
}
type Cell = { readonly weekday: number; readonly minute: number };

describe('BO-87 ranges that are drawn', () => {
  test('never overlap, and never end before they begin', () => {
    fc.assert(
      fc.property(strokes, (all) => {
        const ranges = draw(all);
        expect(checkRanges(ranges).ok).toBe(true);
        for (const { from, to } of ranges) expect(from < to).toBe(true);
      }),
    );
  });

  test('hold the last stroke whole, for what it was drawn for', () => {
    fc.assert(
      fc.property(strokes, cell, cell, kindId, (all, one, other, kept) => {
        const ranges = draw([...all, { one, other, kindId: kept }]);
        for (const minute of [one.minute, other.minute]) {
          expect(rangeAt(ranges, { weekday: one.weekday, minute })?.kindId).toBe(kept);
        }
      }),
    );
  });

  test('lose nothing that no later stroke covers', () => {
    fc.assert(
      fc.property(strokes, (all) => {
        const ranges = draw(all);
        const isOpen = (weekday: number, minute: number) =>
          ranges.some(
            (range) =>
              range.weekday === weekday &&
              minutesOf(range.from) <= minute &&
              minute < minutesOf(range.to),
          );
        for (const { one, other } of all) {
          const first = Math.min(one.minute, other.minute);
          const last = Math.max(one.minute, other.minute);
          for (let minute = first; minute <= last; minute += 30) {
            expect(isOpen(one.weekday, minute)).toBe(true);
          }
        }
      }),
    );
  });
});
