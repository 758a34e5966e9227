import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { lineRules } from '#src/contract';
import { type RecordingKind, recordingTerm } from '#src/routing';
import type { Queries, Transaction } from './database.ts';
import { call, line, recording } from './schema.ts';

export type RecordingRow = typeof recording.$inferSelect;

/** A recording as its carrier tells of it. `seconds`: `null` while it goes on. */
export type ToldRecording = {
  readonly id: string;
  readonly callId: string;
  readonly kind: RecordingKind;
  /** ISO 8601. */
  readonly beganAt: string;
  readonly seconds: number | null;
};

/** TW-70: writes down what is told, in whichever order and however often. Whether it said something new of a call that is known. */
export async function keepRecording(tx: Transaction, told: ToldRecording): Promise<boolean> {
  const [of] = await tx
    .select({ rules: line.rules, isErased: call.recordingErased })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .where(eq(call.id, told.callId));
  if (of === undefined) return false;
  // TW-76: of who wants nothing kept, nothing is, however late it is told of.
  const days = of.isErased ? null : (lineRules.nullable().parse(of.rules)?.recordingDays ?? null);
  const written = await tx
    .insert(recording)
    .values({ ...told, deleteAfter: recordingTerm(told.kind, told.beganAt, days) })
    .onConflictDoUpdate({
      target: recording.id,
      set: { seconds: told.seconds },
      // Its length is told at its end, once.
      setWhere: sql`${recording.seconds} is null and excluded.seconds is not null`,
    })
    .returning({ id: recording.id });
  return written.length > 0;
}

/** Those of each call, in the order in which they began. */
export async function recordingsOf(
  tx: Transaction,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordingRow[]>> {
  const rows = await tx
    .select()
    .from(recording)
    .where(inArray(recording.callId, [...callIds]))
    .orderBy(asc(recording.beganAt), asc(recording.id));
  return Map.groupBy(rows, ({ callId }) => callId);
}

/** How long the list says of a recording that it was deleted, and how many it holds. */
const saidForDays = 30;
const mostListed = 300;

/** Whose list: what it may hold, so that what others recorded takes none of its places. */
export type ListReader = {
  readonly accountId: string;
  readonly territories: readonly string[] | 'all';
  /** Of their territories; else the words that were left there alone. */
  readonly everyKind: boolean;
};

/** The newest, with their calls and lines: those that are kept, and those deleted lately. */
export function listRecordings(queries: Queries, reader: ListReader, now: string) {
  const { accountId, territories, everyKind } = reader;
  const isThere = territories === 'all' ? undefined : inArray(call.territoryId, [...territories]);
  const isShown = everyKind ? isThere : and(isThere, eq(recording.kind, 'voicemail'));
  const lately = sql`${now}::timestamptz - ${saidForDays} * interval '1 day'`;
  return queries
    .select({ recording, call, lineName: line.name })
    .from(recording)
    .innerJoin(call, eq(call.id, recording.callId))
    .innerJoin(line, eq(line.id, call.lineId))
    .where(
      and(
        isShown && or(eq(call.adviserId, accountId), isShown),
        or(isNull(recording.deletedAt), gt(recording.deletedAt, lately)),
      ),
    )
    .orderBy(desc(recording.beganAt), asc(recording.id))
    .limit(mostListed);
}

/** It, with its call; `null`: there is none. */
export async function findRecording(queries: Queries, id: string) {
  const [found] = await queries
    .select({ recording, call })
    .from(recording)
    .innerJoin(call, eq(call.id, recording.callId))
    .where(eq(recording.id, id));
  return found ?? null;
}

/** TW-73: those whose term is over and that are still with their carrier, the oldest first. */
export function dueRecordings(queries: Queries, now: string, most: number) {
  return queries
    .select({ id: recording.id })
    .from(recording)
    .where(and(isNull(recording.deletedAt), lte(recording.deleteAfter, now)))
    .orderBy(asc(recording.deleteAfter), asc(recording.id))
    .limit(most);
}

/** TW-74: their term is over now: those of a call and a kind, or one. */
export async function endTerm(
  tx: Transaction,
  which: { readonly id: string } | { readonly callId: string; readonly kind: RecordingKind },
  now: string,
): Promise<void> {
  const those =
    'id' in which
      ? eq(recording.id, which.id)
      : and(eq(recording.callId, which.callId), eq(recording.kind, which.kind));
  await tx
    .update(recording)
    .set({ deleteAfter: now })
    .where(and(those, isNull(recording.deletedAt), gt(recording.deleteAfter, now)));
}

/** TW-73: a shorter term holds for what was recorded before; a longer one is not what those people were told. */
export async function shortenTerms(tx: Transaction, lineId: string, days: number): Promise<void> {
  const ofLine = tx.select({ id: call.id }).from(call).where(eq(call.lineId, lineId));
  const term = sql`${recording.beganAt} + ${days} * interval '1 day'`;
  await tx
    .update(recording)
    .set({ deleteAfter: sql`least(${recording.deleteAfter}, ${term})` })
    .where(
      and(
        inArray(recording.callId, ofLine),
        eq(recording.kind, 'conversation'),
        isNull(recording.deletedAt),
      ),
    );
}

/** The call of a recording that its carrier no longer has; `null` where that was written down before. */
export async function markDeleted(tx: Transaction, id: string, at: string) {
  const [gone] = await tx
    .update(recording)
    .set({ deletedAt: at })
    .where(and(eq(recording.id, id), isNull(recording.deletedAt)))
    .returning({ callId: recording.callId });
  if (gone === undefined) return null;
  const [of] = await tx.select().from(call).where(eq(call.id, gone.callId));
  return of ?? null;
}

/** Who listens to words that were left is the first to, or not. */
export async function markHeard(tx: Transaction, id: string, at: string): Promise<boolean> {
  const first = await tx
    .update(recording)
    .set({ heardAt: at })
    .where(and(eq(recording.id, id), isNull(recording.heardAt)))
    .returning({ id: recording.id });
  return first.length > 0;
}
