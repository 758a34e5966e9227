import { describe, expect, test } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { type LinkEvent, linkMachine } from '#src/sync';

function startLink() {
  const clock = new SimulatedClock();
  const actor = createActor(linkMachine, { input: { jitter: () => 1 }, clock }).start();
  return {
    clock,
    state: () => actor.getSnapshot().value,
    tell: (...types: readonly LinkEvent['type'][]) => {
      for (const type of types) actor.send({ type });
    },
  };
}

describe('SY-16 the link to the hub', () => {
  test('tries again by itself, later after each failure', () => {
    const link = startLink();
    link.tell('lost');
    expect(link.state()).toBe('offline');
    link.clock.increment(1_000);
    expect(link.state()).toBe('connecting');
    link.tell('lost');
    link.clock.increment(1_000);
    expect(link.state()).toBe('offline');
    link.clock.increment(1_000);
    expect(link.state()).toBe('connecting');
  });

  test('forgets its failures once the hub has answered', () => {
    const link = startLink();
    link.tell('lost');
    link.clock.increment(1_000);
    link.tell('lost');
    link.clock.increment(2_000);
    link.tell('reached', 'lost');
    link.clock.increment(1_000);
    expect(link.state()).toBe('connecting');
  });

  test('does not wait when the network comes back', () => {
    const link = startLink();
    link.tell('lost', 'network-back');
    expect(link.state()).toBe('connecting');
  });

  test('tries nothing without a session, until somebody signs in', () => {
    const link = startLink();
    link.tell('reached', 'session-ended');
    link.clock.increment(3_600_000);
    link.tell('network-back', 'lost', 'reached');
    expect(link.state()).toBe('signInNeeded');
    link.tell('signed-in');
    expect(link.state()).toBe('connecting');
  });
});
