import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { advanceReferral, type ReferralAct, type ReferralLife, referralStates } from '#src/booking';
import { columns, rows, saidAt } from '../support/referral-table.ts';

const page = readFileSync(new URL('../../docs/spec/booking.md', import.meta.url), 'utf8');

/** The tables of BO-90, cell by cell. */
const cells = page
  .slice(page.indexOf('**BO-90**'), page.indexOf('**BO-91**'))
  .split('\n\n')
  .map((part) => part.split('\n').filter((line) => line.startsWith('|')))
  .flatMap(([head, _rule, ...lines]) =>
    head === undefined
      ? []
      : lines.flatMap((line) =>
          cellsOf(line)
            .slice(1)
            .map((says, index) => ({
              row: cellsOf(line)[0] ?? '',
              column: cellsOf(head)[index + 1] ?? '',
              says,
            })),
        ),
  );

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function says(life: ReferralLife, act: ReferralAct): string {
  const moved = advanceReferral(life, act, saidAt);
  return moved.ok ? `→ \`${moved.value.state}\`` : `\`${moved.error}\``;
}

describe('the tables of the life of a referral', () => {
  it('BO-90 have a cell for every referral and every act', () => {
    const written = cells.map(({ row, column }) => `${row} / ${column}`);
    const known = Object.keys(rows).flatMap((row) =>
      Object.keys(columns).map((column) => `${row} / ${column}`),
    );
    expect(written.toSorted()).toEqual(known.toSorted());
    expect(new Set(Object.values(rows).map(({ state }) => state))).toEqual(new Set(referralStates));
  });

  it.each(cells)('BO-90 $row: $column', ({ row, column, says: written }) => {
    const life = rows[row];
    const act = columns[column];
    expect(life && act && says(life, act)).toBe(written);
  });
});
