import { expect, it } from 'vitest';
import { leavesInFrench } from '../../renderer/follow/written.ts';

const hash = 'a'.repeat(64);
const translations = [
  { language: 'fr', hash, state: 'kept', signature: null },
  { language: 'ar', hash, state: 'unsigned', signature: null },
  {
    language: 'uk',
    hash,
    state: 'signed',
    signature: { name: 'Olena Marchenko', at: '2026-01-12T08:00:00Z' },
  },
] as const;

it('ME-5 a message leaves in French where nobody has signed its language', () => {
  const leaves = (['fr', 'ar', 'uk'] as const).map((one) => leavesInFrench(one, [...translations]));
  expect(leaves).toEqual([false, true, false]);
});

it('ME-5 nothing is said of a language before the signatures are read', () => {
  expect(leavesInFrench('ar', [])).toBe(false);
});
