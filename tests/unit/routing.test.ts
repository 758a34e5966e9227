import { describe, expect, it } from 'vitest';
import { type AdviserState, callWithoutQueue, chooseAdviser } from '#src/routing';

const lozere = 'lozere';
const now = Date.parse('2026-01-13T09:00:00Z');
const call = callWithoutQueue({ territoryId: lozere, since: now, requestedBy: null, leftBy: [] });
const training = callWithoutQueue({
  territoryId: lozere,
  requestedBy: 'a',
  since: now,
  leftBy: [],
});
const adviser = (id: string, over: Partial<AdviserState> = {}): AdviserState => ({
  id,
  territories: [lozere],
  skills: [],
  languages: ['fr'],
  presence: 'available',
  next: null,
  until: null,
  deskUntil: Number.POSITIVE_INFINITY,
  callId: null,
  idleSince: now - 3_600_000,
  ...over,
});

describe('at whose desk a call rings', () => {
  it('RO-1 RO-2 RO-3 passes by those who pause, work elsewhere or have a call', () => {
    const others = [
      adviser('a', { presence: 'pause' }),
      adviser('b', { presence: 'off' }),
      adviser('c', { territories: [] }),
      adviser('d', { callId: 'other' }),
    ];
    expect(chooseAdviser(call, others, now)).toBeNull();
    expect(chooseAdviser(call, [...others, adviser('e')], now)).toBe('e');
  });

  it('RO-4 takes the one who has waited longest', () => {
    const waited = adviser('z', { idleSince: now - 3_601_000 });
    expect(chooseAdviser(call, [adviser('a'), waited], now)).toBe('z');
    expect(chooseAdviser(call, [adviser('b'), adviser('a')], now)).toBe('a');
  });

  it('RO-5 rings a training call where it was asked for, or nowhere', () => {
    expect(chooseAdviser(training, [adviser('a', { presence: 'off' }), adviser('b')], now)).toBe(
      'a',
    );
    expect(
      chooseAdviser(training, [adviser('a', { callId: 'other' }), adviser('b')], now),
    ).toBeNull();
  });

  it('RO-6 does not come back to who left it', () => {
    expect(chooseAdviser({ ...call, leftBy: ['a'] }, [adviser('a'), adviser('b')], now)).toBe('b');
    expect(chooseAdviser({ ...training, leftBy: ['a'] }, [adviser('a')], now)).toBeNull();
  });
});
