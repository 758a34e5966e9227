import { expect, test } from 'vitest';
import { readManualCall } from '../../renderer/features/call/home/manual-call.ts';

const now = '2026-01-12T08:00:00.000Z';

test('a call that is on the line begins now, with or without a number', () => {
  const withheld = readManualCall({ number: '', mode: 'live', time: '' }, 'FR', now);
  expect(withheld).toEqual({ ok: true, value: { number: null, openedAt: now } });
  const known = readManualCall({ number: '04 65 71 28 14', mode: 'live', time: '' }, 'FR', now);
  expect(known).toEqual({ ok: true, value: { number: '+33465712814', openedAt: now } });
});

test('a call entered afterwards keeps the time given', () => {
  const draft = { number: '', mode: 'afterwards' as const, time: '2026-01-11T10:30:00Z' };
  expect(readManualCall(draft, 'FR', now)).toMatchObject({
    value: { openedAt: '2026-01-11T10:30:00.000Z' },
  });
});

test.each(['', '2026-01-13T10:30:00Z'])('a call entered afterwards is no call at "%s"', (time) => {
  const read = readManualCall({ number: '3646', mode: 'afterwards', time }, 'FR', now);
  expect(read).toEqual({ ok: false, error: { number: 'short-code', time: 'not-in-the-past' } });
});
