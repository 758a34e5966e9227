import { type ChangePage, changePage, operationBatchResult } from '#src/contract';
import { ok, type Result } from '#src/kernel';
import { type DeskContext, effectOf, nextBatch, settle } from '#src/sync';
import { type ApiFailure, request } from './api.ts';
import { type DeskDatabase, inTransaction, type OutboxRow, remembered } from './database.ts';
import { takeTruth, undo } from './mirror.ts';

/**
 * SY-17: sends what waits, then reads what changed, one after the other: what is read after an
 * answer always holds what was answered, so the screen never goes back in between.
 */
export async function exchange(
  database: DeskDatabase,
  desk: DeskContext,
): Promise<Result<null, ApiFailure>> {
  for (;;) {
    const sent = await sendBatch(database, desk);
    if (!sent.ok) return sent;
    const read = await readChanges(database, desk);
    if (!read.ok) return read;
    // Also where the hub's answer was about something else: sending the same again at once would never end.
    if (sent.value === 0) return ok(null);
  }
}

/** Sends the next batch; says how many entries its answer settled. */
async function sendBatch(
  database: DeskDatabase,
  desk: DeskContext,
): Promise<Result<number, ApiFailure>> {
  const operations = nextBatch(await relatedEntries(database));
  if (operations.length === 0) return ok(0);
  const answer = await request('/api/operations', operationBatchResult, { body: { operations } });
  if (!answer.ok) return answer;
  const settled = await inTransaction(database, async () => {
    const rows = await relatedEntries(database);
    const rowById = new Map(rows.map((row) => [row.id, row]));
    const changed = settle(rows, answer.value.results);
    for (const entry of changed) {
      const row = rowById.get(entry.id);
      if (row === undefined) continue;
      const hasFailed = entry.state === 'refused' || entry.state === 'stopped';
      await database.outbox.put({
        ...entry,
        position: row.position,
        untold: hasFailed && row.untold,
      });
    }
    // Only once every entry is settled: what is shown again must hold none of the failed ones.
    for (const entry of changed) {
      const row = rowById.get(entry.id);
      if (row?.state !== 'waiting' || entry.state === 'applied') continue;
      const effect = effectOf(row.operation, desk);
      if (effect !== null) await undo(database, desk, effect);
    }
    await database.meta.put({ key: 'sentAt', value: new Date().toISOString() });
    return changed.length;
  });
  return ok(settled);
}

/** What waits, with what it may need: everything else about the same calls and bookings. */
async function relatedEntries(database: DeskDatabase): Promise<readonly OutboxRow[]> {
  const waiting = await database.outbox.where('state').equals('waiting').toArray();
  const callIds = waiting.flatMap(({ subjects }) => subjects.callId ?? []);
  const bookingIds = waiting.flatMap(({ subjects }) => subjects.bookingId ?? []);
  const related = [
    ...waiting,
    ...(await database.outbox.where('subjects.callId').anyOf(callIds).toArray()),
    ...(await database.outbox.where('subjects.bookingId').anyOf(bookingIds).toArray()),
  ];
  const byPosition = new Map(related.map((row) => [row.position, row]));
  return [...byPosition.values()].sort((a, b) => a.position - b.position);
}

async function readChanges(
  database: DeskDatabase,
  desk: DeskContext,
): Promise<Result<null, ApiFailure>> {
  for (;;) {
    const cursor = (await remembered(database, 'cursor')) ?? 0;
    const page = await request(`/api/changes?after=${cursor}`, changePage);
    if (!page.ok) return page;
    await takePage(database, desk, page.value, cursor);
    if (!page.value.more) return ok(null);
  }
}

async function takePage(
  database: DeskDatabase,
  desk: DeskContext,
  page: ChangePage,
  after: number,
): Promise<void> {
  await inTransaction(database, async () => {
    // Emptied while the page was on its way: what came before it is to be read again too.
    if (((await remembered(database, 'cursor')) ?? 0) !== after) return;
    for (const change of page.changes) await takeTruth(database, desk, change);
    await database.meta.put({ key: 'cursor', value: page.cursor });
  });
}
