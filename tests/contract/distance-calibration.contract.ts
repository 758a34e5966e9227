import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCalibration } from '#src/distance';
import { commands } from '../../main/cli/commands/distance.ts';
import { shippedModel } from '../support/distance-model.ts';
import { runCommand } from '../support/run-command.ts';

const [, calibrate] = commands;
const model = shippedModel();
const figures = parseCalibration(
  JSON.parse(
    readFileSync(new URL('../../data/calibration/rte-0.1.0.json', import.meta.url), 'utf8'),
  ),
);
if (!figures.ok) throw new Error('The shipped figures cannot be read.');
const shipped = figures.value;

describe('npm run calibrate', async () => {
  const { code, out, err } = await runCommand(calibrate, ['--json']);
  const lines = out.map((line): Record<string, unknown> => JSON.parse(line));
  const linesOf = (kind: string) =>
    lines.filter((line) => line['kind'] === kind).map(({ kind: _kind, ...rest }) => rest);

  test('DI-11 the shipped table is exactly the one that the real answers give', () => {
    expect(linesOf('table')).toEqual([
      { model: model.stamp, table: model.table, folds: 10, sameTable: 10 },
    ]);
  });

  test('DI-11 the shipped figures are exactly those worked out, and of this very model', () => {
    expect(linesOf('whole')).toEqual([shipped.whole]);
    expect(linesOf('age')).toEqual(shipped.byAge);
    expect(linesOf('fixed')).toEqual(shipped.fixedForms);
    expect(shipped).toMatchObject({ model: model.stamp, hash: model.hash });
    expect(linesOf('shipped')).toEqual([{ table: true, figures: true }]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('DI-11 every person is judged once, in one band of age', () => {
    expect(shipped.whole.people).toBe(20_111);
    expect(shipped.byAge.reduce((sum, { people }) => sum + people, 0)).toBe(20_111);
    expect(shipped.byAge.reduce((sum, { farApart }) => sum + farApart, 0)).toBe(
      shipped.whole.farApart,
    );
  });

  test('DI-10 fewer questions than five fixed ones agree better with the long form than these', () => {
    const [five, seven] = shipped.fixedForms;
    expect(shipped.whole.meanQuestions).toBeLessThan(five?.meanQuestions ?? 0);
    expect(shipped.whole.accuracy).toBeGreaterThan(five?.accuracy ?? 1);
    expect(shipped.whole.kappa).toBeGreaterThan(five?.kappa ?? 1);
    expect(shipped.whole.accuracy).toBeGreaterThan(seven?.accuracy ?? 1);
    // Seven fixed questions are as good, no better: the gain is the two that are not asked.
    expect(Math.abs(shipped.whole.kappa - (seven?.kappa ?? 1))).toBeLessThan(0.002);
  });
});

test('without --json, a page that a person can read', async () => {
  const { out } = await runCommand(calibrate, []);
  expect(out).toContain('  1  E2  E2  E1  E1');
  expect(out).toContain('La table livrée est exactement celle-ci.');
});
