import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallView, Operation, OperationResult } from '#src/contract';
import {
  effectOf,
  needs,
  nextBatch,
  type OutboxEntry,
  outboxEntry,
  retryDelayMs,
  settle,
} from '#src/sync';
import {
  answer,
  close,
  desk,
  hangUp,
  hold,
  identify,
  note,
  open,
  refer,
  uuidOf,
} from '../support/desk-operations.ts';

/** Acts on a call alone. */
const makers = { answer, note, identify, hangUp, close };

/** What a desk does with two calls and three slots, in any order. */
const acts: fc.Arbitrary<readonly Operation[]> = fc
  .array(
    fc.record({
      call: fc.constantFrom('call-1', 'call-2'),
      slot: fc.constantFrom('slot-1', 'slot-2', 'slot-3'),
      what: fc.constantFrom('hold', 'refer', 'answer', 'note', 'identify', 'hangUp', 'close'),
    }),
    { maxLength: 30 },
  )
  .map((steps) => [
    open('call-1'),
    open('call-2'),
    ...steps.map(({ call, slot, what }) => {
      if (what === 'hold') return hold(call, slot);
      if (what === 'refer') return refer(call, slot);
      return makers[what](call);
    }),
  ]);

/** A hub that applies each id once, and refuses those that it was told to. */
function hubThatRefuses(refused: ReadonlySet<string>) {
  const known = new Map<string, OperationResult>();
  const applied: string[] = [];
  return {
    applied,
    receive: (operations: readonly Operation[]): readonly OperationResult[] =>
      operations.map(({ id }) => {
        const before = known.get(id);
        if (before !== undefined) {
          return before.status === 'applied' ? { id, status: 'already-applied' } : before;
        }
        const result: OperationResult = refused.has(id)
          ? { id, status: 'refused', code: 'call-over' }
          : { id, status: 'applied' };
        if (result.status === 'applied') applied.push(id);
        known.set(id, result);
        return result;
      }),
  };
}

function settled(
  entries: readonly OutboxEntry[],
  results: readonly OperationResult[],
): readonly OutboxEntry[] {
  const changed = new Map(settle(entries, results).map((entry) => [entry.id, entry]));
  return entries.map((entry) => changed.get(entry.id) ?? entry);
}

/** Sends until nothing waits, over a network that loses, repeats and shuffles answers. */
function sendAll(
  operations: readonly Operation[],
  refused: ReadonlySet<string>,
  network: readonly ('fine' | 'answer-lost' | 'answer-twice' | 'backwards')[],
) {
  const hub = hubThatRefuses(refused);
  let entries: readonly OutboxEntry[] = operations.map(outboxEntry);
  for (let turn = 0; turn < operations.length * 2 + network.length + 1; turn += 1) {
    const batch = nextBatch(entries);
    if (batch.length === 0) break;
    const results = hub.receive(batch);
    const weather = network[turn] ?? 'fine';
    if (weather === 'answer-lost') continue;
    entries = settled(entries, weather === 'backwards' ? results.toReversed() : results);
    if (weather === 'answer-twice') entries = settled(entries, hub.receive(batch));
  }
  return { entries, applied: hub.applied };
}

const weather = fc.array(
  fc.constantFrom<'fine' | 'answer-lost' | 'answer-twice' | 'backwards'>(
    'fine',
    'answer-lost',
    'answer-twice',
    'backwards',
  ),
  { maxLength: 12 },
);

describe('the outbox over a bad network', () => {
  test('SY-11 without a refusal everything arrives once, in the order of making', () => {
    fc.assert(
      fc.property(acts, weather, (operations, network) => {
        const { entries, applied } = sendAll(operations, new Set(), network);
        expect(applied).toEqual(operations.map(({ id }) => id));
        expect(entries.every(({ state }) => state === 'applied')).toBe(true);
      }),
    );
  });

  test('SY-12, SY-13 with refusals nothing is left waiting, and only what needed them is stopped', () => {
    const withRefusals = acts.chain((operations) =>
      fc.record({
        operations: fc.constant(operations),
        refused: fc.subarray(operations.map(({ id }) => id)),
        network: weather,
      }),
    );
    fc.assert(
      fc.property(withRefusals, ({ operations, refused, network }) => {
        const { entries } = sendAll(operations, new Set(refused), network);
        for (const [index, entry] of entries.entries()) {
          const failed = needs(entry, entries.slice(0, index)).some(
            ({ state }) => state === 'refused' || state === 'stopped',
          );
          const expected = failed ? 'stopped' : refused.includes(entry.id) ? 'refused' : 'applied';
          expect(entry.state).toBe(expected);
        }
      }),
    );
  });
});

/** The first call as the operations leave it, from a truth. */
function callAfter(truth: CallView | null, operations: readonly Operation[]): CallView | null {
  return operations.reduce((view, operation) => {
    const effect = effectOf(operation, desk);
    return effect?.entity === 'call' && effect.id === uuidOf('call-1') ? effect.apply(view) : view;
  }, truth);
}

describe('SY-18 what is shown', () => {
  test('is the same whether the hub has answered half of the acts or none', () => {
    const cut = acts.chain((operations) =>
      fc.record({ operations: fc.constant(operations), at: fc.nat(operations.length) }),
    );
    fc.assert(
      fc.property(cut, ({ operations, at }) => {
        const truth = callAfter(null, operations.slice(0, at));
        expect(callAfter(truth, operations.slice(at))).toEqual(callAfter(null, operations));
      }),
    );
  });

  test('keeps every answer in the order given', () => {
    fc.assert(
      fc.property(acts, (operations) => {
        const given = operations.filter(
          ({ kind, payload }) =>
            kind === 'answer.record' && 'callId' in payload && payload.callId === uuidOf('call-1'),
        );
        const shown = callAfter(null, operations)?.record?.answers ?? [];
        expect(shown.map(({ at }) => at)).toEqual(given.map(({ at }) => at));
      }),
    );
  });
});

test('SY-15 tries are spaced further and further apart, never more than half a minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, jitter) => {
        const delay = retryDelayMs(failures, jitter);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(30_000);
        expect(retryDelayMs(failures + 1, jitter)).toBeGreaterThanOrEqual(delay);
      },
    ),
  );
});
