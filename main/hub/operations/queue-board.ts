import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { can, mayEver } from '#src/access';
import type { QueueAdviser, QueuedCall, QueueView } from '#src/contract';
import { present } from '#src/kernel';
import { isFree } from '#src/routing';
import { isOpen, opensNext, type QueueLine, readQueueLines } from '../queue/queue-lines.ts';
import type { Transaction } from '../storage/database.ts';
import { call, presence, queueEntry, territory, user } from '../storage/schema.ts';
import { readServiceLevels } from '../storage/service-level-store.ts';
import { readAdvisers } from './advisers.ts';
import type { Account } from './handler.ts';

/** RO-70 to RO-74: the queue as `actor` may see it at `now`. */
export async function readQueueBoard(
  tx: Transaction,
  actor: Account,
  now: string,
): Promise<QueueView> {
  const lines = (await readQueueLines(tx)).filter(({ territoryId }) =>
    can(actor, 'queue.read', { territoryId }),
  );
  const calls = await readQueuedCalls(tx, lines);
  const leads = mayEver(actor.role, 'queue.lead');
  const levels = leads ? await readServiceLevels(tx, lines, now) : null;
  const names = new Map((await tx.select().from(territory)).map(({ id, name }) => [id, name]));
  return {
    now,
    lines: lines.map((line) => {
      const own = calls.filter(({ lineId }) => lineId === line.id);
      return {
        id: line.id,
        name: line.name,
        territoryName: present(names.get(line.territoryId), 'a foreign key holds it'),
        ...openingOf(line, now),
        waiting: own.length,
        longestSince: own.map(({ since }) => since).sort()[0] ?? null,
        isListenedTo: line.rules.isListenedTo,
        level: levels?.get(line.id) ?? null,
      };
    }),
    lead: leads ? { calls, advisers: await readQueueAdvisers(tx, actor) } : null,
  };
}

function openingOf(line: QueueLine, now: string) {
  if (line.closedAt !== null) return { opening: 'closed-by-hand', opensAt: null } as const;
  if (isOpen(line, now)) return { opening: 'open', opensAt: null } as const;
  const opensAt = opensNext(line, now);
  return {
    opening: 'outside-hours',
    // Hours are said on the clock of their place.
    opensAt: opensAt === null ? null : new Date(opensAt).toISOString(),
  } as const;
}

/** RO-10: in the order in which they are offered. */
async function readQueuedCalls(
  tx: Transaction,
  lines: readonly QueueLine[],
): Promise<QueuedCall[]> {
  const ids = lines.map(({ id }) => id);
  const rows = await tx
    .select({ entry: queueEntry, call, offeredTo: user.name })
    .from(queueEntry)
    .innerJoin(call, eq(call.id, queueEntry.callId))
    .leftJoin(user, eq(user.id, call.adviserId))
    .where(inArray(call.lineId, ids))
    .orderBy(desc(queueEntry.priority), asc(queueEntry.since), asc(queueEntry.callId));
  return (
    rows
      // Whoever was told that nobody answers now has no turn until they ask for one.
      .filter(({ entry, call: { turnedAway } }) => turnedAway === null || entry.callsBack)
      .map(({ entry, call: { lineId, state }, offeredTo }) => ({
        callId: entry.callId,
        lineId,
        since: entry.since,
        callsBack: entry.callsBack,
        isFirst: entry.priority > 0,
        skills: entry.skills,
        language: entry.language,
        offeredTo: state === 'ringing' ? offeredTo : null,
      }))
  );
}

/** RO-73: those of the actor's territories who take calls, by name: nothing here ranks them. */
async function readQueueAdvisers(tx: Transaction, actor: Account): Promise<QueueAdviser[]> {
  const states = (await readAdvisers(tx)).filter(({ territories }) =>
    territories.some((territoryId) => can(actor, 'queue.lead', { territoryId })),
  );
  const known = new Map(states.map((state) => [state.id, state]));
  const rows = await tx
    .select({
      id: user.id,
      name: user.name,
      since: sql`coalesce(${presence.since}, ${user.createdAt})`.mapWith(presence.since),
    })
    .from(user)
    .leftJoin(presence, eq(presence.userId, user.id))
    .where(inArray(user.id, [...known.keys()]))
    .orderBy(asc(user.name), asc(user.id));
  const inHand = states.flatMap(({ callId }) => callId ?? []);
  const calls = await readCallsInHand(tx, actor, inHand);
  return rows.map(({ id, name, since }) => {
    const state = present(known.get(id), 'only these were asked for');
    const waits = isFree(state);
    return {
      id,
      name,
      presence: state.presence,
      isDeskClosed: state.deskUntil === null,
      isFree: waits,
      since: waits ? new Date(state.idleSince).toISOString() : since,
      next: state.next,
      skills: [...state.skills],
      languages: [...state.languages],
      call: (state.callId === null ? null : calls.get(state.callId)) ?? null,
    };
  });
}

async function readCallsInHand(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<ReadonlyMap<string, QueueAdviser['call']>> {
  const rows = await tx
    .select({
      callId: call.id,
      lineId: call.lineId,
      state: call.state,
      listenerId: call.listenerId,
    })
    .from(call)
    .where(inArray(call.id, [...ids]));
  return new Map(
    rows.map(({ callId, lineId, state, listenerId }) => [
      callId,
      {
        callId,
        lineId,
        state: state === 'ringing' ? 'ringing' : 'live',
        isListenedTo: listenerId === actor.accountId,
      },
    ]),
  );
}
