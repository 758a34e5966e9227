import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Ports } from '../../ports.ts';
import { type Database, databaseErrorCode, type Transaction } from '../../storage/database.ts';
import { call, carrierEvent, leg } from '../../storage/schema.ts';
import type { LineEvent } from '../telephony.port.ts';
import type { FetchedLeg, FetchLeg } from './fetch-leg.port.ts';
import { type LegProgress, mergeProgress, progressOf } from './leg.ts';
import type { LegOwner } from './leg-label.ts';
import { causeOf, hasEnded, type LegCause, type LegChange, toTell } from './tell.ts';

/** What it takes to hear Twilio. */
export type HearingParts = {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly ports: Ports;
  readonly fetchLeg: FetchLeg;
  /** What the queue then does about it. */
  readonly tell: (event: LineEvent) => Promise<void>;
};

/** What Twilio told of one end of a call. */
export type LegNews = {
  /** The same for what is told twice: TW-5. */
  readonly key: string;
  readonly legId: string;
  /** Whose it is and in which call; `null`: only its id says so. */
  readonly end: { readonly callId: string; readonly owner: LegOwner } | null;
  readonly sequence: number | null;
  readonly status: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly progress: LegProgress;
  readonly cause: LegCause;
};

/** TW-5 to TW-9: writes down what was told, once, and tells the queue what changed by it. */
export async function hear(parts: HearingParts, news: LegNews): Promise<void> {
  const change = await keep(parts, news);
  if (change === null) return;
  for (const legId of await unsureOf(parts, change)) await ask(parts, legId);
  for (const event of await toTellNow(parts, change)) await parts.tell(event);
}

/** What was told of an end before its call was known: they hung up while it was received. Twilio is asked what is so. */
export async function hearEarlier(parts: HearingParts, legId: string): Promise<void> {
  const isOfLeg = eq(carrierEvent.legId, legId);
  if ((await parts.database.db.$count(carrierEvent, isOfLeg)) > 0) await ask(parts, legId);
}

/** Hears of an end by asking Twilio about it. Where nobody says, nothing is known. */
export async function ask(parts: HearingParts, legId: string): Promise<void> {
  const fetched = await parts.fetchLeg(legId);
  if (!fetched.ok && fetched.error === 'unreachable') return;
  const at = parts.ports.clock();
  const { progress, cause, status } = fetched.ok
    ? { ...fetchedProgress(fetched.value, at), status: fetched.value.status }
    : { progress: gone(at), cause: 'unknown' as const, status: fetched.error };
  const key = `asked ${legId} ${parts.ports.newId()}`;
  await hear(parts, { key, legId, end: null, sequence: null, status, at, progress, cause });
}

function fetchedProgress({ status, answeredAt, endedAt }: FetchedLeg, now: string) {
  const said = progressOf(status, endedAt ?? answeredAt ?? now, 0);
  return { progress: { ...said, joinedAt: answeredAt }, cause: causeOf(status) };
}

const gone = (at: string): LegProgress => ({ state: 'ended', joinedAt: null, endedAt: at });

async function keep({ database, ports }: HearingParts, news: LegNews): Promise<LegChange | null> {
  const receivedAt = ports.clock();
  try {
    return await database.transaction(async (tx) => {
      const { key, legId, sequence, status, at } = news;
      const written = await tx
        .insert(carrierEvent)
        .values({ key, legId, sequence, status, at, receivedAt })
        .onConflictDoNothing()
        .returning({ key: carrierEvent.key });
      return written.length === 0 ? null : await advanceLeg(tx, news, receivedAt);
    });
  } catch (error) {
    // Of a call that this database does not have: nobody's.
    if (databaseErrorCode(error) === foreignKeyViolation) return null;
    throw error;
  }
}

const foreignKeyViolation = '23503';

async function advanceLeg(
  tx: Transaction,
  news: LegNews,
  heardAt: string,
): Promise<LegChange | null> {
  const row = await lockLeg(tx, news, heardAt);
  const owner = news.end?.owner ?? (row === undefined ? null : ownerOf(row));
  if (row === undefined || owner === null) return null;
  const { state, joinedAt, endedAt, callId } = row;
  const before = { state, joinedAt, endedAt };
  const after = mergeProgress(before, news.progress);
  const isSame = after.state === state && after.joinedAt === joinedAt && after.endedAt === endedAt;
  if (!isSame) await tx.update(leg).set(after).where(eq(leg.id, row.id));
  return { callId, owner, before, after, cause: news.cause };
}

type LegRow = typeof leg.$inferSelect;

/** The end as it was known so far, locked; written down where it is told of for the first time. */
async function lockLeg(
  tx: Transaction,
  { legId, end, at }: LegNews,
  heardAt: string,
): Promise<LegRow | undefined> {
  const [row] =
    end === null
      ? await tx.update(leg).set({ heardAt }).where(eq(leg.id, legId)).returning()
      : await tx
          .insert(leg)
          .values({ ...newLeg(legId, end, at), heardAt })
          .onConflictDoUpdate({ target: leg.id, set: { heardAt } })
          .returning();
  return row;
}

/** An end of which nothing is known yet but whose it is. */
export function newLeg(
  id: string,
  { callId, owner }: NonNullable<LegNews['end']>,
  beganAt: string,
) {
  const accountId = owner.role === 'caller' ? null : owner.accountId;
  const partyId = owner.role === 'party' ? owner.partyId : null;
  return { id, callId, role: owner.role, accountId, partyId, state: 'ringing' as const, beganAt };
}

/** `null`: it is of another carrier, whose ends are otherwise. */
function ownerOf({ role, accountId, partyId }: LegRow): LegOwner | null {
  if (role === 'caller') return { role };
  if (role === 'party') return partyId === null ? null : { role, partyId, accountId };
  return accountId === null ? null : { role, accountId };
}

/**
 * TW-9: what the end of one means depends on what the others did, and that may be told later. Whether an adviser who was rung had
 * joined before the caller left; whether the caller is still there when an adviser is gone and no cause is said.
 */
async function unsureOf({ database }: HearingParts, change: LegChange): Promise<readonly string[]> {
  const { owner, after, cause, callId } = change;
  if (!hasEnded(change)) return [];
  const isUnclear = owner.role === 'adviser' && after.joinedAt !== null && cause === 'unknown';
  if (owner.role !== 'caller' && !isUnclear) return [];
  const doubtful =
    owner.role === 'caller'
      ? and(eq(leg.role, 'adviser'), eq(leg.state, 'ringing'))
      : and(eq(leg.role, 'caller'), ne(leg.state, 'ended'));
  const rows = await database.db
    .select({ id: leg.id })
    .from(leg)
    .where(and(eq(leg.callId, callId), doubtful));
  return rows.map(({ id }) => id);
}

/**
 * An adviser is not gone from a caller who is. And who had joined is told before the caller is gone: what was heard of them may be on its way
 * to the queue by another request.
 */
async function toTellNow(parts: HearingParts, change: LegChange): Promise<readonly LineEvent[]> {
  const { callId, owner } = change;
  const { db } = parts.database;
  const events = toTell(change, await holderOf(db, change));
  if (events.length > 0 && owner.role === 'caller') {
    return [...(await joinedUnheard(db, callId)), ...events];
  }
  if (!events.some(({ kind }) => kind === 'adviser-left')) return events;
  const isCallerThere = and(eq(leg.callId, callId), eq(leg.role, 'caller'), ne(leg.state, 'ended'));
  if ((await db.$count(leg, isCallerThere)) > 0) return events;
  return events.filter(({ kind }) => kind !== 'adviser-left');
}

/** The adviser at whose desk it rings for the queue, and who has joined. */
async function joinedUnheard(
  db: HearingParts['database']['db'],
  callId: string,
): Promise<readonly LineEvent[]> {
  const joined = await db
    .selectDistinct({ adviserId: leg.accountId })
    .from(leg)
    .innerJoin(call, and(eq(call.id, leg.callId), eq(call.adviserId, leg.accountId)))
    .where(and(eq(leg.callId, callId), eq(call.state, 'ringing'), isNotNull(leg.joinedAt)));
  return joined.flatMap(({ adviserId }) =>
    adviserId === null ? [] : [{ kind: 'adviser-joined' as const, callId, adviserId }],
  );
}

/** Who holds the call, where it matters. */
async function holderOf(
  db: HearingParts['database']['db'],
  { owner, callId }: LegChange,
): Promise<string | null> {
  if (owner.role !== 'party' || owner.accountId === null) return null;
  const [row] = await db.select({ id: call.adviserId }).from(call).where(eq(call.id, callId));
  return row?.id ?? null;
}
