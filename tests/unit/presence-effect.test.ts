import { describe, expect, it } from 'vitest';
import type { PresenceView } from '#src/contract';
import type { ChosenPresence } from '#src/routing';
import { effectOf } from '#src/sync';
import { desk, uuidOf } from '../support/desk-operations.ts';

const at = '2026-11-25T10:00:00.000Z';
const free: PresenceView = {
  id: desk.accountId,
  presence: 'available',
  since: '2026-11-25T09:00:00.000Z',
  next: null,
  until: null,
};

/** The presence as the desk shows it once that was chosen there. */
function shown(view: PresenceView | null, presence: ChosenPresence): unknown {
  const effect = effectOf(
    { id: uuidOf('chosen'), at, kind: 'presence.set', payload: { presence } },
    desk,
  );
  return effect?.entity === 'presence' ? effect.apply(view) : 'no effect';
}

describe('RO-15 a desk shows at once', () => {
  it('that its adviser chose another presence', () => {
    expect(shown(free, 'pause')).toEqual({ ...free, presence: 'pause', since: at });
    expect(shown(null, 'off')).toEqual({ ...free, presence: 'off', since: at });
  });

  it('what they chose for after the call that they write up, which they do on', () => {
    const writing: PresenceView = { ...free, presence: 'wrap-up', next: 'available', until: at };
    expect(shown(writing, 'pause')).toEqual({ ...writing, next: 'pause' });
  });
});
