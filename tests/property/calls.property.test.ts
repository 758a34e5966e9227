import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceCall, type CallEvent, type CallState, callStates, firstState } from '#src/calls';

const events: readonly CallEvent[] = [
  { type: 'offer' },
  { type: 'wait' },
  { type: 'give-up' },
  { type: 'pass-on' },
  { type: 'answer' },
  { type: 'leave', passedOn: true },
  { type: 'leave', passedOn: false },
  { type: 'hang-up', by: 'caller' },
  { type: 'hang-up', by: 'adviser' },
  { type: 'ring-out' },
  { type: 'call-back' },
  { type: 'resume' },
  { type: 'no-answer', wasResumed: true },
  { type: 'no-answer', wasResumed: false },
  { type: 'close' },
];
const origin = fc.constantFrom(
  'waits' as const,
  'rings' as const,
  'live' as const,
  'afterwards' as const,
);

/** Every state on the way; a refused event leaves the call where it is. */
function walk(first: CallState, path: readonly CallEvent[]): CallState[] {
  const states = [first];
  for (const event of path) {
    const current = states.at(-1) ?? first;
    const next = advanceCall(current, event);
    states.push(next.ok ? next.value : current);
  }
  return states;
}

function pairs(states: readonly CallState[]): readonly (readonly [CallState, CallState])[] {
  return states.slice(1).map((after, index) => [states[index] ?? after, after] as const);
}

describe('the life of a call, on any sequence of events', () => {
  it('CA-6 never leaves closed or missed', () => {
    fc.assert(
      fc.property(origin, fc.array(fc.constantFrom(...events), { maxLength: 12 }), (from, path) => {
        const states = walk(firstState(from), path);
        const end = states.findIndex((state) => state === 'closed' || state === 'missed');
        if (end >= 0) expect(new Set(states.slice(end)).size).toBe(1);
      }),
    );
  });

  it('CA-14 never rings again once it was answered but to be passed on, never opens again once it was over', () => {
    const rank: Record<CallState, number> = {
      waiting: 0,
      ringing: 0,
      live: 1,
      'wrap-up': 1,
      'call-back': 1,
      closed: 2,
      missed: 2,
    };
    fc.assert(
      fc.property(origin, fc.array(fc.constantFrom(...events), { maxLength: 12 }), (from, path) => {
        const kept = path.filter(({ type }) => type !== 'pass-on');
        const ranks = walk(firstState(from), kept).map((state) => rank[state]);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it('reaches every state from a ringing call', () => {
    const reached = new Set<CallState>(['ringing']);
    for (const state of reached) {
      for (const event of events) {
        const next = advanceCall(state, event);
        if (next.ok) reached.add(next.value);
      }
    }
    expect([...reached].sort()).toEqual([...callStates].sort());
  });

  it('CA-13 speaks again only on a call that was put off', () => {
    fc.assert(
      fc.property(origin, fc.array(fc.constantFrom(...events), { maxLength: 12 }), (from, path) => {
        for (const [before, after] of pairs(walk(firstState(from), path))) {
          if (after === 'live') expect(['ringing', 'live', 'call-back']).toContain(before);
        }
      }),
    );
  });

  it('can always be brought to an end', () => {
    const states: readonly CallState[] = ['waiting', 'ringing', 'live', 'wrap-up', 'call-back'];
    for (const state of states) {
      const ends = events.map((event) => advanceCall(state, event));
      expect(ends.some((end) => end.ok && (end.value === 'closed' || end.value === 'missed'))).toBe(
        true,
      );
    }
  });
});
