import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import { can } from '#src/access';
import { isOver } from '#src/calls';
import type { CallFacts, CallView, EarlierCall, LevelPoint, PersonDetails } from '#src/contract';
import type { Transaction } from '../storage/database.ts';
import { readLevelPaths } from '../storage/level-points.ts';
import { callsJoinedBy, readParties } from '../storage/party-store.ts';
import { recordingsOf } from '../storage/recording-store.ts';
import {
  call,
  callIdentity,
  levelOverride,
  note,
  person,
  scriptVersion,
  user,
} from '../storage/schema.ts';
import { isReturned } from './call-to-refer.ts';
import type { Account } from './handler.ts';
import { readOverride } from './level-overrides.ts';
import { callsWithConsent, hasConsent } from './people.ts';
import { recordingViewOf } from './recordings.ts';
import { readAnswers } from './scripts.ts';

type CallRow = typeof call.$inferSelect;
type Identity = typeof callIdentity.$inferSelect;
type OverrideRow = typeof levelOverride.$inferSelect;
type Row = { readonly call: CallRow; readonly override: OverrideRow | null };

/** What only the adviser who holds the call may see of it. */
type HolderSide = 'number' | 'callBackNumber' | 'recordings' | 'earlier' | 'record';
/** What is no column of the call. */
type ReadApart = 'script' | 'parties' | 'listenedBy';

/** How many earlier calls are shown. */
const shownEarlier = 10;

/**
 * Calls as the actor may see them. Who phoned is for the adviser who holds the call, and for nobody else; so is that they
 * corrected the level, of which others are told how often and not by whom (ST-11).
 */
export async function loadCalls(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<readonly CallView[]> {
  const rows = await tx
    .select({
      call,
      identity: callIdentity,
      script: scriptVersion,
      override: levelOverride,
      listener: user.name,
    })
    .from(call)
    .innerJoin(callIdentity, eq(callIdentity.callId, call.id))
    .leftJoin(levelOverride, eq(levelOverride.callId, call.id))
    .leftJoin(scriptVersion, eq(scriptVersion.hash, call.scriptHash))
    .leftJoin(user, eq(user.id, call.listenerId))
    .where(inArray(call.id, [...ids]));
  const joined = await callsJoinedBy(tx, actor.accountId, ids);
  const parties = await readParties(tx, ids);
  const recordings = await recordingsOf(tx, ids);
  const views: CallView[] = [];
  for (const row of rows) {
    const { territoryId, adviserId } = row.call;
    // TE-32: a colleague who is brought in is told of it like its adviser, and reads nothing of who phones.
    const reader = joined.has(row.call.id) ? actor.accountId : adviserId;
    if (!can(actor, 'call.read', { territoryId, adviserId: reader })) continue;
    const isHolder = adviserId === actor.accountId;
    const { hash, id, version } = row.script ?? {};
    views.push({
      ...publicSide(isHolder ? row : { ...row, override: null }),
      script: hash && id && version ? { hash, id, version } : null,
      parties: (parties.get(row.call.id) ?? []).map((party) =>
        isHolder ? party : { ...party, number: null },
      ),
      listenedBy: row.listener,
      ...(isHolder
        ? {
            ...(await holderSide(tx, row.call, row.identity)),
            recordings: (recordings.get(row.call.id) ?? []).map(recordingViewOf),
          }
        : { number: null, callBackNumber: null, recordings: [], earlier: [], record: null }),
    });
  }
  return views;
}

function publicSide({ call: row, override }: Row): Omit<CallView, HolderSide | ReadApart> {
  const { id, lineId, sponsorId, territoryId, state, adviserId, offerExpiresAt, personaId } = row;
  const { mode, openedAt, answeredAt, resumedAt, endedAt, endedBy, closedAt } = row;
  const { spokenBeforeS, callBackAt, askedBackAt, attempts, heldSince, recording } = row;
  return {
    id,
    lineId,
    sponsorId,
    territoryId,
    state,
    adviserId,
    offerExpiresAt,
    personaId,
    mode,
    openedAt,
    answeredAt,
    resumedAt,
    endedAt,
    endedBy,
    spokenBeforeS,
    callBackAt,
    askedBackAt,
    attempts,
    closedAt,
    heldSince,
    recording,
    facts: state === 'closed' ? factsOf(row, override) : null,
  };
}

function factsOf(row: CallRow, override: OverrideRow | null): CallFacts {
  const { outcome, noRequest, service, theme, level, fragile, obstacles, communeCode } = row;
  return {
    outcome,
    noRequest,
    service,
    theme,
    level,
    fragile,
    override: override === null ? null : withoutWords(override),
    obstacles,
    communeCode,
  };
}

/** Words may name somebody: they are not among the facts. */
function withoutWords({ measured, level, reason }: OverrideRow): CallFacts['override'] {
  return { measured, level, reason };
}

async function holderSide(
  tx: Transaction,
  row: CallRow,
  identity: Identity,
): Promise<Pick<CallView, Exclude<HolderSide, 'recordings'>>> {
  const { number, callBackNumber } = identity;
  if (isOver(row.state)) {
    const isRead = isDebriefed(row) || (row.state === 'closed' && (await isReturned(tx, row.id)));
    const record = isRead ? await readRecord(tx, row.id, identity) : null;
    return { number, callBackNumber, earlier: [], record };
  }
  const isRinging = row.state === 'ringing';
  return {
    number,
    callBackNumber,
    earlier: number === null ? [] : await readEarlier(tx, row, number),
    record: isRinging ? null : await readRecord(tx, row.id, identity),
  };
}

/** TR-7: a training call says what was done in it, once it is over. */
function isDebriefed({ personaId, state }: CallRow): boolean {
  return personaId !== null && state === 'closed';
}

async function readRecord(
  tx: Transaction,
  callId: string,
  identity: Identity,
): Promise<CallView['record']> {
  const [written] = await tx.select().from(note).where(eq(note.callId, callId));
  const people = await readPersons(tx, [identity]);
  return {
    answers: await readAnswers(tx, callId),
    note: written?.text ?? '',
    override: await readOverride(tx, callId),
    caller: personOf(people, identity.callerId),
    beneficiary: personOf(people, identity.beneficiaryId),
    path: await readPath(tx, callId, identity),
  };
}

/** PR-8: what was found before of whom this call is for, once the adviser named them with their consent. */
async function readPath(
  tx: Transaction,
  callId: string,
  { beneficiaryId, callerId }: Identity,
): Promise<LevelPoint[]> {
  const helped = beneficiaryId ?? callerId;
  if (helped === null || !(await hasConsent(tx, callId))) return [];
  const paths = await readLevelPaths(tx, [helped], 'adviser');
  return [...(paths.get(helped) ?? [])];
}

/** Earlier calls from the number, of one sponsor: another one's are not this one's to show. */
async function readEarlier(
  tx: Transaction,
  current: CallRow,
  number: string,
): Promise<EarlierCall[]> {
  const rows = await tx
    .select({ call, identity: callIdentity })
    .from(callIdentity)
    .innerJoin(call, eq(call.id, callIdentity.callId))
    .where(
      and(
        eq(callIdentity.number, number),
        eq(call.sponsorId, current.sponsorId),
        ne(call.id, current.id),
        lt(call.openedAt, current.openedAt),
        inArray(call.state, ['closed', 'missed', 'call-back']),
      ),
    )
    .orderBy(desc(call.openedAt))
    .limit(shownEarlier);
  const agreed = await callsWithConsent(
    tx,
    rows.map((row) => row.call.id),
  );
  const people = await readPersons(
    tx,
    rows.map((row) => row.identity),
  );
  return rows.map((row) => ({
    callId: row.call.id,
    at: row.call.openedAt,
    theme: row.call.theme,
    outcome: row.call.outcome,
    ...(agreed.has(row.call.id)
      ? {
          person: personOf(people, row.identity.callerId),
          beneficiary: personOf(people, row.identity.beneficiaryId),
          level: row.call.level,
        }
      : { person: null, beneficiary: null, level: null }),
    callBack:
      row.call.state === 'call-back'
        ? { at: row.call.callBackAt, isOwn: row.call.adviserId === current.adviserId }
        : null,
  }));
}

/** The people that identities name, by id. */
export async function readPersons(
  tx: Transaction,
  identities: readonly Identity[],
): Promise<ReadonlyMap<string, PersonDetails>> {
  const ids = identities
    .flatMap(({ callerId, beneficiaryId }) => [callerId, beneficiaryId])
    .filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await tx.select().from(person).where(inArray(person.id, ids));
  return new Map(
    rows.map(({ id, name, phone, email, address }) => [
      id,
      { personId: id, name, phone, email, address },
    ]),
  );
}

function personOf(
  people: ReadonlyMap<string, PersonDetails>,
  id: string | null,
): PersonDetails | null {
  return id === null ? null : (people.get(id) ?? null);
}
