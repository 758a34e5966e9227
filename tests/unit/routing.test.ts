import { describe, expect, it } from 'vitest';
import { type AdviserState, chooseAdviser, type WaitingCall } from '#src/routing';

const lozere = 'lozere';
const call: WaitingCall = { territoryId: lozere, requestedBy: null, leftBy: [] };
const adviser = (id: string, over: Partial<AdviserState> = {}): AdviserState => ({
  id,
  territories: [lozere],
  presence: 'available',
  hasCall: false,
  idleSince: '2026-01-13T08:00:00Z',
  ...over,
});

describe('at whose desk a call rings', () => {
  it('RO-1 RO-2 RO-3 passes by those who pause, work elsewhere or have a call', () => {
    const others = [
      adviser('a', { presence: 'pause' }),
      adviser('b', { presence: 'off' }),
      adviser('c', { territories: [] }),
      adviser('d', { hasCall: true }),
    ];
    expect(chooseAdviser(call, others)).toBeNull();
    expect(chooseAdviser(call, [...others, adviser('e')])).toBe('e');
  });

  it('RO-4 takes the one who has waited longest', () => {
    const waited = adviser('z', { idleSince: '2026-01-13T07:59:59Z' });
    expect(chooseAdviser(call, [adviser('a'), waited])).toBe('z');
    expect(chooseAdviser(call, [adviser('b'), adviser('a')])).toBe('a');
  });

  it('RO-5 rings a training call where it was asked for, or nowhere', () => {
    const training = { ...call, requestedBy: 'a' };
    expect(chooseAdviser(training, [adviser('a', { presence: 'off' }), adviser('b')])).toBe('a');
    expect(chooseAdviser(training, [adviser('a', { hasCall: true }), adviser('b')])).toBeNull();
  });

  it('RO-6 does not come back to who left it', () => {
    expect(chooseAdviser({ ...call, leftBy: ['a'] }, [adviser('a'), adviser('b')])).toBe('b');
    expect(chooseAdviser({ ...call, requestedBy: 'a', leftBy: ['a'] }, [adviser('a')])).toBeNull();
  });
});
