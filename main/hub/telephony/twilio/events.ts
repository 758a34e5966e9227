import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Ports } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';
import { call, carrierEvent, leg } from '../../storage/schema.ts';
import type { LineEvent } from '../telephony.port.ts';
import type { FetchedLeg, FetchLeg } from './fetch-leg.port.ts';
import { holdStatuses, keepHold } from './hold.ts';
import { keepNews, type LegNews } from './keep-news.ts';
import { type LegProgress, progressOf } from './leg.ts';
import { causeOf, hasEnded, type LegChange, toTell } from './tell.ts';

/** What it takes to hear Twilio. */
export type HearingParts = {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly ports: Ports;
  readonly fetchLeg: FetchLeg;
  /** What the queue then does about it. */
  readonly tell: (event: LineEvent) => Promise<void>;
};

/** TW-5 to TW-9: keeps what was told, and tells the queue what changed by it. */
export async function hear(parts: HearingParts, news: LegNews): Promise<void> {
  const change = await keepNews(parts.database, news, parts.ports.clock());
  if (change === null) return;
  if (isOfHold(news) && change.owner.role === 'caller') {
    await keepHold(parts.database, news.legId);
    await parts.tell({ kind: 'hold-changed', callId: change.callId });
  }
  for (const legId of await unsureOf(parts, change)) await ask(parts, legId);
  for (const event of await toTellNow(parts, change)) await parts.tell(event);
}

const isOfHold = ({ status }: LegNews) => holdStatuses.some((held) => held === status);

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
  const events = await ifNowhereElse(db, change, toTell(change, await holderOf(db, change)));
  if (events.length > 0 && owner.role === 'caller') {
    return [...(await joinedUnheard(db, callId)), ...events];
  }
  if (!events.some(({ kind }) => kind === 'adviser-left')) return events;
  const isCallerThere = and(eq(leg.callId, callId), eq(leg.role, 'caller'), ne(leg.state, 'ended'));
  if ((await db.$count(leg, isCallerThere)) > 0) return events;
  return events.filter(({ kind }) => kind !== 'adviser-left');
}

/** TW-18: who has another end in the call is not gone from it by this one's end. */
async function ifNowhereElse(
  db: HearingParts['database']['db'],
  { callId, owner }: LegChange,
  events: readonly LineEvent[],
): Promise<readonly LineEvent[]> {
  const accountId = owner.role === 'caller' ? null : owner.accountId;
  if (accountId === null || !events.some(({ kind }) => partings.has(kind))) return events;
  const others = and(eq(leg.callId, callId), eq(leg.accountId, accountId), ne(leg.state, 'ended'));
  if ((await db.$count(leg, others)) === 0) return events;
  return events.filter(({ kind }) => !partings.has(kind));
}

const partings: ReadonlySet<LineEvent['kind']> = new Set([
  'adviser-left',
  'adviser-unreachable',
  'listener-left',
]);

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
