import { eq, isNotNull, sql } from 'drizzle-orm';
import {
  type Database,
  databaseErrorCode,
  prepared,
  type Queries,
} from '../../storage/database.ts';
import { carrierEvent, leg } from '../../storage/schema.ts';
import type { LegProgress } from './leg.ts';
import type { LegOwner } from './leg-label.ts';
import type { LegCause, LegChange } from './tell.ts';

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

/** TW-5, TW-6: writes it down, once, and says how far its end has come by it. `null`: told before, or of nobody's call. */
export async function keepNews(
  { db }: Pick<Database, 'db'>,
  { cause, end, progress, ...event }: LegNews,
  receivedAt: string,
): Promise<LegChange | null> {
  const owned = end === null ? nobody : { callId: end.callId, ...ownerColumns(end.owner) };
  const [row] = await newsKept(db)
    .execute({ ...event, ...owned, ...progress, receivedAt })
    .catch(ofNoCall);
  if (row === undefined) return null;
  const { of, before, after } = row;
  const owner = end?.owner ?? ownerOf(of);
  if (owner === null) return null;
  return { callId: of.callId, owner, before: before ?? unheard, after, cause };
}

const nobody = { callId: null, role: null, accountId: null, partyId: null };
const unheard: LegProgress = { state: 'ringing', joinedAt: null, endedAt: null };

const given = sql.placeholder;
const ofEvent = {
  legId: carrierEvent.legId,
  at: carrierEvent.at,
  receivedAt: carrierEvent.receivedAt,
};
const ofWhom = {
  callId: leg.callId,
  role: leg.role,
  accountId: leg.accountId,
  partyId: leg.partyId,
};
const howFar = { state: leg.state, joinedAt: leg.joinedAt, endedAt: leg.endedAt };

/**
 * All that most webhooks ask of the database, in one statement, which commits by itself. The end is locked while it is read (`known`): of
 * two who hear of it at once, the second sees what came of the first. Where both are its first news, both may see nothing before
 * them, and what changed is told twice.
 */
const newsKept = prepared((queries: Queries) => {
  const event = {
    key: given('key'),
    legId: given('legId'),
    sequence: given('sequence'),
    status: given('status'),
    at: given('at'),
    receivedAt: given('receivedAt'),
  };
  const heard = queries
    .$with('heard')
    .as(queries.insert(carrierEvent).values(event).onConflictDoNothing().returning(ofEvent));
  const known = queries.$with('known').as(
    queries
      .select({ ...ofWhom, ...howFar })
      .from(leg)
      .where(eq(leg.id, given('legId')))
      .for('update'),
  );
  const callId = sql`coalesce(${given('callId')}, ${known.callId})`;
  // All columns of an end, in the order of its table.
  const end = queries
    .select({
      id: heard.legId,
      callId: callId.as('call_id'),
      role: sql`coalesce(${given('role')}, ${known.role})`.as('role'),
      accountId: sql`coalesce(${given('accountId')}, ${known.accountId})`.as('account_id'),
      partyId: sql`coalesce(${given('partyId')}, ${known.partyId})`.as('party_id'),
      state: sql`${given('state')}`.as('state'),
      isHeld: sql`false`.as('is_held'),
      beganAt: heard.at,
      joinedAt: sql`${given('joinedAt')}::timestamptz`.as('joined_at'),
      endedAt: sql`${given('endedAt')}::timestamptz`.as('ended_at'),
      heardAt: heard.receivedAt,
      recordingsRead: sql`false`.as('recordings_read'),
    })
    .from(heard)
    .leftJoin(known, sql`true`)
    .where(isNotNull(callId));
  const kept = queries.$with('kept').as(
    queries
      .insert(leg)
      .select(end)
      .onConflictDoUpdate({ target: leg.id, set: furthest })
      .returning({ ...ofWhom, ...howFar }),
  );
  const { callId: ofCall, role, accountId, partyId } = kept;
  return queries
    .with(heard, known, kept)
    .select({
      of: { callId: ofCall, role, accountId, partyId },
      before: { state: known.state, joinedAt: known.joinedAt, endedAt: known.endedAt },
      after: { state: kept.state, joinedAt: kept.joinedAt, endedAt: kept.endedAt },
    })
    .from(kept)
    .leftJoin(known, sql`true`)
    .prepare('twilio_news_kept');
});

/**
 * TW-6: the state that comes later in a call's life, the earliest of the instants, whichever was heard first. So news that come twice, late
 * or in another order lead to the same end; and nothing comes after an end.
 */
const furthest = {
  state: sql`case when ${leg.state} = 'ended' or excluded.state = 'ringing' then ${leg.state} else excluded.state end`,
  joinedAt: sql`least(${leg.joinedAt}, excluded.joined_at)`,
  endedAt: sql`least(${leg.endedAt}, excluded.ended_at)`,
  heardAt: sql`excluded.heard_at`,
};

const foreignKeyViolation = '23503';

/** Of a call that this database does not have: nobody's. */
function ofNoCall(error: unknown): readonly [] {
  if (databaseErrorCode(error) === foreignKeyViolation) return [];
  throw error;
}

type LegRow = Pick<typeof leg.$inferSelect, keyof typeof ofWhom>;

/** Whose an end is, as its row says it. */
export function ownerColumns(owner: LegOwner) {
  return {
    role: owner.role,
    accountId: owner.role === 'caller' ? null : owner.accountId,
    partyId: owner.role === 'party' ? owner.partyId : null,
  };
}

/** `null`: it is of another carrier, whose ends are otherwise. */
function ownerOf({ role, accountId, partyId }: LegRow): LegOwner | null {
  if (role === 'caller') return { role };
  if (role === 'party') return partyId === null ? null : { role, partyId, accountId };
  return accountId === null ? null : { role, accountId };
}
