import { describe, expect, test } from 'vitest';
import type { Operation } from '#src/contract';
import {
  nextBatch,
  type OutboxEntry,
  outboxEntry,
  resultOf,
  settle,
  supersededBy,
} from '#src/sync';
import {
  answer,
  close,
  hold,
  identify,
  note,
  open,
  refer,
  sendings,
} from '../support/desk-operations.ts';

function queue(...operations: readonly Operation[]): readonly OutboxEntry[] {
  return operations.map(outboxEntry);
}

/** The queue after the hub's results. */
function answered(
  entries: readonly OutboxEntry[],
  results: Parameters<typeof settle>[1],
): readonly OutboxEntry[] {
  const changed = new Map(settle(entries, results).map((entry) => [entry.id, entry]));
  return entries.map((entry) => changed.get(entry.id) ?? entry);
}

function idsOf(operations: readonly Operation[]): readonly string[] {
  return operations.map(({ id }) => id);
}

describe('SY-11 what is sent', () => {
  test('answers of a call go together once the call is known to the hub', () => {
    const opening = open('call-1');
    const answers = [answer('call-1'), answer('call-1'), note('call-1')];
    const entries = queue(opening, ...answers);
    expect(idsOf(nextBatch(entries))).toEqual([opening.id]);
    const opened = answered(entries, [{ id: opening.id, status: 'applied' }]);
    expect(idsOf(nextBatch(opened))).toEqual(idsOf(answers));
  });

  test('a booking waits for its hold, and nothing overtakes it', () => {
    const operations = [hold('call-1', 'slot-1'), refer('call-1', 'slot-1'), answer('call-1')];
    const entries = queue(...operations);
    expect(idsOf(nextBatch(entries))).toEqual([operations[0]?.id]);
  });

  test('is never more than the hub takes in one request, however long the notes', () => {
    const longest = '\u0001'.repeat(5000);
    const notes = Array.from({ length: 120 }, (_, call) => note(`call-${call}`, longest));
    const operations = nextBatch(queue(...notes));
    expect(operations.length).toBeGreaterThan(1);
    expect(JSON.stringify({ operations }).length).toBeLessThan(1024 * 1024);
  });
});

describe('SY-12 and SY-13 a refusal', () => {
  test('of the call stops every act of that call, and none of another', () => {
    const opening = open('call-1');
    const lost = [answer('call-1'), close('call-1')];
    const other = answer('call-2');
    const entries = answered(queue(opening, ...lost, other), [
      { id: opening.id, status: 'refused', code: 'unknown-line' },
    ]);
    expect(entries.map(({ state }) => state)).toEqual(['refused', 'stopped', 'stopped', 'waiting']);
    expect(idsOf(nextBatch(entries))).toEqual([other.id]);
  });

  test('of a slot stops its booking and the closing after it, not the answers', () => {
    const held = hold('call-1', 'slot-1');
    const entries = answered(
      queue(held, refer('call-1', 'slot-1'), answer('call-1'), close('call-1')),
      [{ id: held.id, status: 'refused', code: 'slot-taken' }],
    );
    expect(entries.map(({ state }) => state)).toEqual(['refused', 'stopped', 'waiting', 'stopped']);
  });

  test('of a first booking does not hold back the closing after a second one', () => {
    const first = refer('call-1', 'slot-1');
    const second = refer('call-1', 'slot-2');
    const entries = answered(queue(first, second, close('call-1')), [
      { id: first.id, status: 'refused', code: 'hold-expired' },
      { id: second.id, status: 'applied' },
    ]);
    expect(entries.at(-1)?.state).toBe('waiting');
  });

  test('of a name stops the referral that would carry the wrong person', () => {
    const named = identify('call-1');
    const entries = answered(queue(named, refer('call-1', 'slot-1')), [
      { id: named.id, status: 'refused', code: 'invalid-payload', where: 'caller.name' },
    ]);
    expect(entries.map(({ state }) => state)).toEqual(['refused', 'stopped']);
  });

  test.each(sendings('call-1'))(
    'of a name stops $kind, and a refused one the closing',
    (sending) => {
      const named = identify('call-1');
      const code = 'unknown-venue' as const;
      const stopped = answered(queue(named, sending), [
        { id: named.id, status: 'refused', code: 'unknown-person' },
      ]);
      expect(stopped.map(({ state }) => state)).toEqual(['refused', 'stopped']);
      const notClosed = answered(queue(sending, close('call-1')), [
        { id: sending.id, status: 'refused', code },
      ]);
      expect(notClosed.map(({ state }) => state)).toEqual(['refused', 'stopped']);
    },
  );

  test('ends what it stopped with its own reason', () => {
    const held = hold('call-1', 'slot-1');
    const booked = refer('call-1', 'slot-1');
    const entries = answered(queue(held, booked), [
      { id: held.id, status: 'refused', code: 'slot-taken' },
    ]);
    const find = (id: string) => entries.find((entry) => entry.id === id);
    const stopped = find(booked.id);
    expect(stopped && resultOf(stopped, find)).toEqual({
      id: booked.id,
      status: 'refused',
      code: 'slot-taken',
    });
  });
});

describe('SY-13 an answered operation', () => {
  test('keeps its hash and not what was said', () => {
    const written = note('call-1', 'Sa voisine l’aidait');
    const [entry] = answered(queue(written), [{ id: written.id, status: 'applied' }]);
    expect(JSON.stringify(entry)).not.toContain('voisine');
    expect(entry?.hash).toBe(outboxEntry(written).hash);
  });

  test('is not changed by a second, different result', () => {
    const written = note('call-1');
    const applied = answered(queue(written), [{ id: written.id, status: 'applied' }]);
    expect(settle(applied, [{ id: written.id, status: 'refused', code: 'call-over' }])).toEqual([]);
  });
});

describe('SY-14 a later text of the same note', () => {
  test('takes the place of those that wait, of that call alone', () => {
    const first = note('call-1', 'Sa voi');
    const elsewhere = note('call-2', 'Autre');
    const next = outboxEntry(note('call-1', 'Sa voisine'));
    const superseded = supersededBy(next, queue(first, elsewhere, answer('call-1')));
    expect(superseded.map(({ id, state }) => [id, state])).toEqual([[first.id, 'superseded']]);
    expect(JSON.stringify(superseded)).not.toContain('Sa voi');
  });

  test('answers for the one that it replaced', () => {
    const first = note('call-1', 'Sa voi');
    const next = outboxEntry(note('call-1', 'Sa voisine'));
    const entries = [...supersededBy(next, queue(first)), next];
    const find = (list: readonly OutboxEntry[]) => (id: string) =>
      list.find((entry) => entry.id === id);
    const replaced = entries[0];
    expect(replaced && resultOf(replaced, find(entries))).toBeNull();
    const done = answered(entries, [{ id: next.id, status: 'applied' }]);
    expect(replaced && resultOf(replaced, find(done))).toEqual({ id: first.id, status: 'applied' });
  });

  test('answers are never folded: each one is the trace of what was said', () => {
    const next = outboxEntry(answer('call-1'));
    expect(supersededBy(next, queue(answer('call-1')))).toEqual([]);
  });
});
