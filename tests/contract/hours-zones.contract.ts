import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const table = fileURLToPath(new URL('../support/hours-table.ts', import.meta.url));

const answers = z.array(
  z.object({
    text: z.string(),
    commune: z.string(),
    instant: z.string(),
    open: z.boolean().nullable(),
    next: z.string().nullable(),
  }),
);

const answersOn = (zone: string) =>
  answers.parse(
    JSON.parse(
      execFileSync(process.execPath, [table], { env: { ...process.env, TZ: zone } }).toString(),
    ),
  );

describe('HO-12 the zone of the machine', () => {
  const inUtc = answersOn('UTC');

  test.each(['Europe/Paris', 'America/New_York', 'America/Santiago', 'Pacific/Auckland'])(
    'changes no answer: %s',
    (zone) => {
      expect(answersOn(zone)).toEqual(inUtc);
    },
  );

  test('gives what the wall of the venue says', () => {
    const answer = (text: string, commune: string, instant: string) =>
      inUtc.find(
        (row) => row.text.startsWith(text) && row.commune === commune && row.instant === instant,
      );
    for (const text of ['Mo-Su 00:30', 'week 1-53 Mo-Su']) {
      // 01:45 in Bordeaux, and 03:15 an hour later where 02:15 was skipped.
      expect(answer(text, '33063', '2026-03-29T00:45:00Z')?.open).toBe(true);
      expect(answer(text, '33063', '2026-03-29T01:15:00Z')?.open).toBe(true);
      // 02:30, twice.
      expect(answer(text, '33063', '2026-10-25T00:30:00Z')?.open).toBe(true);
      expect(answer(text, '33063', '2026-10-25T01:30:00Z')?.open).toBe(true);
      // 00:45 on the night when a machine in Santiago goes from midnight to one.
      expect(answer(text, '33063', '2026-09-05T22:45:00Z')?.open).toBe(true);
      expect(answer(text, '33063', '2026-09-06T00:45:00Z')?.open).toBe(true);
    }
    // 02:30 on the night when that hour is skipped in New York.
    expect(answer('Mar-Apr', '33063', '2026-03-08T01:30:00Z')?.open).toBe(true);
    expect(answer('Mo-Su 00:30', '98818', '2026-09-05T22:45:00Z')).toMatchObject({
      open: true,
      next: '2026-09-07T00:30:00+11:00',
    });
  });
});
