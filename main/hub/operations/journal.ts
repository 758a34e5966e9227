import { EventEmitter } from 'node:events';
import { max, sql } from 'drizzle-orm';
import pg from 'pg';
import type { Database, Transaction } from '../storage/database.ts';
import { change } from '../storage/schema.ts';
import type { ChangedEntity } from './handler.ts';

/** Where everything that desks must read again is written, and where they learn that there is more. */
export type Journal = {
  /** Runs `work` in a transaction and records what it says that it changed, in that transaction. */
  readonly write: <Value>(
    now: string,
    work: (tx: Transaction) => Promise<{ value: Value; changed: readonly ChangedEntity[] }>,
  ) => Promise<Value>;
  /** The newest change; 0 where there is none yet. */
  readonly newest: () => Promise<number>;
  /** Calls `listener` after a commit with the newest change. Gives the way to stop. */
  readonly onMore: (listener: (seq: number) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Whoever records changes holds this lock until its transaction ends. Any constant does. */
const changeLock = 7_041_002;
const channel = 'aiguillage_change';
const reconnectMs = 1000;

/** On a PostgreSQL server other hubs may write too: their commits wake this one's desks. */
export async function openJournal(database: Database): Promise<Journal> {
  const { url } = database;
  const wakes = new EventEmitter<{ more: [seq: number] }>();
  wakes.setMaxListeners(0);
  const newest = async () => {
    const [row] = await database.db.select({ seq: max(change.seq) }).from(change);
    return row?.seq ?? 0;
  };
  const wake = (seq: number) => {
    wakes.emit('more', seq);
  };
  const stopListening = url === null ? async () => undefined : await listen(url, newest, wake);
  const others = url === null ? nobodyElse : tellOthers(database);
  return {
    write: async (now, work) => {
      const { value, seq } = await database.transaction(async (tx) => {
        const done = await work(tx);
        return { value: done.value, seq: await record(tx, done.changed, now) };
      });
      if (seq !== null) {
        wake(seq);
        others.tell(seq);
      }
      return value;
    },
    newest,
    onMore: (listener) => {
      wakes.on('more', listener);
      return () => wakes.off('more', listener);
    },
    close: async () => {
      await others.told();
      await stopListening();
    },
  };
}

/** The other hubs of the database. */
type Others = { readonly tell: (seq: number) => void; readonly told: () => Promise<void> };

const nobodyElse: Others = { tell: () => undefined, told: async () => undefined };

/**
 * Tells the other hubs that there is more, after the commit and one telling at a time: a commit that notifies waits for every other one
 * that does. What comes meanwhile is told once. Where it fails they learn it with the next, and desks ask by themselves.
 */
function tellOthers({ pool }: Database): Others {
  const state: { newest: number; told: number; telling: Promise<void> } = {
    newest: 0,
    told: 0,
    telling: Promise.resolve(),
  };
  const tellNewest = async () => {
    if (state.told >= state.newest) return;
    state.told = state.newest;
    await pool
      .query('select pg_notify($1, $2)', [channel, String(state.told)])
      .catch(() => undefined);
  };
  return {
    tell: (seq) => {
      state.newest = Math.max(state.newest, seq);
      state.telling = state.telling.then(tellNewest);
    },
    told: () => state.telling,
  };
}

/** SY-6: numbers are given under a lock held until the commit, so that nobody reads n + 1 before n. */
async function record(
  tx: Transaction,
  changed: readonly ChangedEntity[],
  now: string,
): Promise<number | null> {
  if (changed.length === 0) return null;
  await tx.execute(sql`select pg_advisory_xact_lock(${changeLock})`);
  const rows = await tx
    .insert(change)
    .values(
      changed.map(({ entity, id, territoryId, adviserId, venueId }) => ({
        entity,
        entityId: id,
        territoryId,
        adviserId,
        venueId,
        at: now,
      })),
    )
    .returning({ seq: change.seq });
  return Math.max(...rows.map((row) => row.seq));
}

/** Hears the other hubs over a connection of its own, taken again each second once it breaks. */
async function listen(
  url: string,
  newest: () => Promise<number>,
  heard: (seq: number) => void,
): Promise<() => Promise<void>> {
  const state = { isClosed: false, client: await connect() };

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    client.on('notification', ({ payload }) => heard(Number(payload)));
    // A connection that breaks says why, perhaps twice, and then ends: its end is what counts.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`listen ${channel}`);
    client.once('end', connectLater);
    return client;
  }

  function connectLater(): void {
    const timer = setTimeout(() => {
      if (!state.isClosed) void connectAgain();
    }, reconnectMs);
    timer.unref();
  }

  async function connectAgain(): Promise<void> {
    try {
      state.client = await connect();
    } catch {
      // The server is away for longer. Desks ask by themselves meanwhile.
      connectLater();
      return;
    }
    // What was said while nobody listened. Where that fails too, this connection ends by itself and is taken again.
    await newest().then(heard, () => undefined);
  }

  return async () => {
    state.isClosed = true;
    await state.client.end();
  };
}
