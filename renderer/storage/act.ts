import { liveQuery } from 'dexie';
import { v7 as uuidv7 } from 'uuid';
import type { Operation, OperationKind, OperationPayload, OperationResult } from '#src/contract';
import { present } from '#src/kernel';
import {
  type DeskContext,
  effectOf,
  type OutboxEntry,
  outboxEntry,
  resultOf,
  supersededBy,
} from '#src/sync';
import { type DeskDatabase, inTransaction, type OutboxRow } from './database.ts';
import { show } from './mirror.ts';

/** An act that is saved at the desk. */
export type ActReceipt = {
  readonly operationId: string;
  /** What the hub says of it, whenever that is: minutes later after a cut, never if the page goes. */
  readonly acknowledged: () => Promise<OperationResult>;
};

export type ActOptions = {
  /** The screen that acts tells a refusal itself; otherwise the frame does, on any screen. */
  readonly tellsRefusal?: boolean;
};

/**
 * Writes an act and its effect in one transaction, before the screen moves on. What does not need an earlier answer is
 * asked of the store together: each wait for it is one more turn of the page's thread before the next question.
 *
 * Two acts never bear the same instant, so that their order can be read from their times too.
 */
export async function recordAct<Kind extends OperationKind>(
  database: DeskDatabase,
  desk: DeskContext,
  kind: Kind,
  payload: OperationPayload<Kind>,
  options: ActOptions,
): Promise<ActReceipt> {
  const operationId = await inTransaction(database, async () => {
    const [last, waiting] = await Promise.all([
      database.outbox.orderBy('position').last(),
      waitingRows(database),
    ]);
    const at = instantAfter(last?.at);
    const operation = operationOf(kind, payload, at);
    const entry = outboxEntry(operation);
    const effect = effectOf(operation, desk);
    await Promise.all([
      supersede(database, supersededBy(entry, waiting)),
      database.outbox.add({ ...entry, untold: options.tellsRefusal !== true }),
      effect === null ? null : show(database, effect),
      database.meta.put({ key: 'savedAt', value: at }),
    ]);
    return operation.id;
  });
  return { operationId, acknowledged: () => acknowledgement(database, operationId) };
}

function instantAfter(last: string | undefined): string {
  const now = Date.now();
  const earliest = last === undefined ? now : Math.max(now, Date.parse(last) + 1);
  return new Date(earliest).toISOString();
}

/** The kind and its payload belong together by `OperationPayload`, which the union cannot show. */
function operationOf<Kind extends OperationKind>(
  kind: Kind,
  payload: OperationPayload<Kind>,
  at: string,
): Operation {
  const operation: unknown = { id: uuidv7(), kind, payload, at };
  return operation as Operation;
}

async function waitingRows(database: DeskDatabase): Promise<readonly OutboxRow[]> {
  return database.outbox.where('state').equals('waiting').sortBy('position');
}

async function supersede(database: DeskDatabase, entries: readonly OutboxEntry[]): Promise<void> {
  for (const entry of entries) {
    const row = present(await database.outbox.get({ id: entry.id }), 'it was read just before');
    await database.outbox.put({ ...entry, position: row.position, untold: false });
  }
}

/** Resolves once the entry is settled, by this tab or another. */
function acknowledgement(database: DeskDatabase, operationId: string): Promise<OperationResult> {
  return new Promise((resolve, reject) => {
    const subscription = liveQuery(() => settledResult(database, operationId)).subscribe({
      next: (result) => {
        if (result === null) return;
        resolve(result);
        // `subscription` exists: the first value comes after `subscribe` has returned.
        subscription.unsubscribe();
      },
      error: reject,
    });
  });
}

async function settledResult(
  database: DeskDatabase,
  operationId: string,
): Promise<OperationResult | null> {
  const known = new Map<string, OutboxEntry>();
  let next: string | null = operationId;
  while (next !== null) {
    const entry: OutboxRow | undefined = await database.outbox.get({ id: next });
    if (entry === undefined) return null;
    known.set(entry.id, entry);
    if (entry.state === 'stopped') next = entry.because;
    else if (entry.state === 'superseded') next = entry.by;
    else next = null;
  }
  const entry = known.get(operationId);
  return entry === undefined ? null : resultOf(entry, (id) => known.get(id));
}
