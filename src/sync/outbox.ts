import type { Operation, OperationKind, OperationResult, RefusalCode } from '#src/contract';
import { hashOf } from '#src/kernel';

/** What an operation is about, kept when its payload goes: ids, never what a person said. */
export type Subjects = { readonly callId: string | null; readonly bookingId: string | null };

/**
 * An operation at the desk, from its making to the hub's answer.
 *
 * - `waiting`: not answered yet; sent or not makes no difference, since sending twice is harmless
 * - `applied`: the hub did it
 * - `refused`: the hub said why not
 * - `stopped`: it needed one that was refused, and is never sent
 * - `superseded`: a later one says all that it said
 */
export type OutboxEntry = {
  readonly id: string;
  readonly kind: OperationKind;
  readonly at: string;
  /** SHA-256 of the operation: what was sent, once its payload is gone. */
  readonly hash: string;
  readonly subjects: Subjects;
} & (
  | { readonly state: 'waiting'; readonly operation: Operation }
  | { readonly state: 'applied' }
  | { readonly state: 'refused'; readonly code: RefusalCode; readonly where: string | null }
  | { readonly state: 'stopped'; readonly because: string }
  | { readonly state: 'superseded'; readonly by: string }
);
/** One that the hub has not answered: it still has its payload. */
export type WaitingEntry = Extract<OutboxEntry, { readonly state: 'waiting' }>;

/**
 * The most operations that one request carries: the hub takes a mebibyte, and the longest text that the contract lets in
 * (a note) weighs 30 kB where JSON must write each of its characters as an escape.
 */
const batchLimit = 30;

/** SY-10: an operation enters the outbox waiting. */
export function outboxEntry(operation: Operation): WaitingEntry {
  return {
    id: operation.id,
    kind: operation.kind,
    at: operation.at,
    hash: hashOf({ kind: operation.kind, payload: operation.payload, at: operation.at }),
    subjects: {
      callId: 'callId' in operation.payload ? operation.payload.callId : null,
      bookingId: 'bookingId' in operation.payload ? operation.payload.bookingId : null,
    },
    state: 'waiting',
    operation,
  };
}

/** What opens a call at a desk: without it, nothing else of the call holds. */
const openings: readonly OperationKind[] = ['call.open', 'call.answer', 'training.ring'];
const referrals: readonly OperationKind[] = [
  'referral.book',
  'referral.request',
  'referral.plan',
  'referral.agree',
];

/**
 * SY-12: the earlier entries that `entry` needs, latest of each kind.
 *
 * A call's acts need the call; a booking needs its hold; a referral needs the person as last
 * named; closing needs the referral, since a closed call can no longer be referred. Answers and
 * notes do not need one another.
 */
export function needs(entry: OutboxEntry, earlier: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const { callId, bookingId } = entry.subjects;
  const ofCall = (kinds: readonly OperationKind[]) =>
    callId === null
      ? undefined
      : earlier.findLast((other) => other.subjects.callId === callId && kinds.includes(other.kind));
  const hold = earlier.findLast(
    (other) => other.kind === 'slot.hold' && other.subjects.bookingId === bookingId,
  );
  const needed = [
    ofCall(openings),
    entry.kind !== 'slot.hold' && bookingId !== null ? hold : undefined,
    referrals.includes(entry.kind) ? ofCall(['people.identify']) : undefined,
    entry.kind === 'call.close' ? ofCall(referrals) : undefined,
  ];
  return needed.filter((other) => other !== undefined);
}

/**
 * SY-11: what to send now, in the order of making.
 *
 * The longest beginning of the queue in which nothing needs an operation that is not answered yet:
 * the order is kept, and no operation leaves before what it needs was applied.
 */
export function nextBatch(entries: readonly OutboxEntry[]): readonly Operation[] {
  const batch: Operation[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.state !== 'waiting') continue;
    if (batch.length === batchLimit) break;
    if (needs(entry, entries.slice(0, index)).some((other) => other.state === 'waiting')) break;
    batch.push(entry.operation);
  }
  return batch;
}

/**
 * SY-13: what the hub's results change, payloads dropped. Results of entries that are unknown or
 * answered already change nothing, so they may come twice and in any order.
 */
export function settle(
  entries: readonly OutboxEntry[],
  results: readonly OperationResult[],
): readonly OutboxEntry[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const settled: OutboxEntry[] = [];
  for (const entry of entries) {
    settled.push(settleOne(entry, byId.get(entry.id), settled));
  }
  return settled.filter((entry, index) => entry !== entries[index]);
}

function settleOne(
  entry: OutboxEntry,
  result: OperationResult | undefined,
  earlier: readonly OutboxEntry[],
): OutboxEntry {
  if (entry.state !== 'waiting') return entry;
  const { operation: _, ...rest } = entry;
  if (result?.status === 'refused') {
    return { ...rest, state: 'refused', code: result.code, where: result.where ?? null };
  }
  if (result !== undefined) return { ...rest, state: 'applied' };
  const failed = needs(entry, earlier).find(
    (other) => other.state === 'refused' || other.state === 'stopped',
  );
  return failed === undefined ? entry : { ...rest, state: 'stopped', because: failed.id };
}

/**
 * SY-14: the waiting entries that `next` makes superfluous, as superseded by it: earlier texts of
 * the same note, earlier presences.
 */
export function supersededBy(
  next: WaitingEntry,
  entries: readonly OutboxEntry[],
): readonly OutboxEntry[] {
  if (next.kind !== 'note.write' && next.kind !== 'presence.set') return [];
  return entries
    .filter(
      (entry) =>
        entry.state === 'waiting' &&
        entry.kind === next.kind &&
        entry.subjects.callId === next.subjects.callId,
    )
    .map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      at: entry.at,
      hash: entry.hash,
      subjects: entry.subjects,
      state: 'superseded',
      by: next.id,
    }));
}

/**
 * What is known of one operation; `null` while it waits. One that was stopped ends as what stopped
 * it, one that was superseded as what took its place.
 */
export function resultOf(
  entry: OutboxEntry,
  find: (id: string) => OutboxEntry | undefined,
): OperationResult | null {
  switch (entry.state) {
    case 'waiting':
      return null;
    case 'applied':
      return { id: entry.id, status: 'applied' };
    case 'refused':
      return {
        id: entry.id,
        status: 'refused',
        code: entry.code,
        ...(entry.where === null ? {} : { where: entry.where }),
      };
    case 'stopped':
    case 'superseded': {
      const other = find(entry.state === 'stopped' ? entry.because : entry.by);
      const result = other === undefined ? null : resultOf(other, find);
      return result === null ? null : { ...result, id: entry.id };
    }
  }
}
