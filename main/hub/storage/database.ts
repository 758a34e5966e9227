import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded.ts';

type Handle = NodePgDatabase;
/** The handle inside a transaction: the only one to use there. */
export type Transaction = Parameters<Parameters<Handle['transaction']>[0]>[0];
/** Where a query runs: the database, or a transaction of it. */
export type Queries = Handle | Transaction;

export type Database = {
  readonly db: Handle;
  readonly pool: pg.Pool;
  /** The PostgreSQL server, to which other hubs may write as well; `null` for the embedded one. */
  readonly url: string | null;
  /** Runs `work` in one transaction; it runs again where the database chose it to break a deadlock. */
  readonly transaction: <Value>(work: (tx: Transaction) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
};

/** A PostgreSQL server (15 or later), or the embedded one on a folder. */
export type DatabasePlace = { readonly url: string } | { readonly folder: string };

/** How long a query waits for a connection: using the pool inside a transaction is an error, not a hang. */
const connectionTimeoutMillis = 15_000;

/**
 * After so long the server ends a transaction in which nothing is asked: a hub whose machine lost its power says nothing more, and
 * would hold the queue of all the others for the two hours in which a connection is not missed.
 */
const silentTransactionMs = 60_000;

export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if ('url' in place) {
    const pool = new pg.Pool({
      connectionString: place.url,
      max: 10,
      connectionTimeoutMillis,
      keepAlive: true,
      idle_in_transaction_session_timeout: silentTransactionMs,
    });
    return databaseOver(pool, place.url, async () => undefined);
  }
  const embedded = await startEmbeddedPostgres(place.folder);
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis,
    ssl: false,
    stream: () => embedded.connect(),
  });
  return databaseOver(pool, null, embedded.close);
}

function databaseOver(pool: pg.Pool, url: string | null, stop: () => Promise<void>): Database {
  // A connection that breaks, idle or between two statements of a transaction, says so to whoever uses it next: the
  // transaction fails, the pool opens another. Unheard, the error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = drizzle(pool);
  return {
    db,
    pool,
    url,
    transaction: (work) => inTransaction(pool, work, 3),
    close: async () => {
      await pool.end();
      await stop();
    },
  };
}

async function inTransaction<Value>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Value>,
  attempts: number,
): Promise<Value> {
  try {
    return await onConnection(pool, work);
  } catch (error) {
    if (attempts > 1 && databaseErrorCode(error) === '40P01')
      return inTransaction(pool, work, attempts - 1);
    throw error;
  }
}

/** The query builder of each connection, made once. */
const handles = new WeakMap<pg.PoolClient, Handle>();

function handleOf(client: pg.PoolClient): Handle {
  const handle = handles.get(client) ?? drizzle(client);
  handles.set(client, handle);
  return handle;
}

/**
 * A query that is asked often: written and planned once for each connection, then only given its values. `build` ends with
 * `.prepare(name)`, the name being no other query's.
 */
export function prepared<Query>(build: (queries: Queries) => Query): (queries: Queries) => Query {
  const built = new WeakMap<WeakKey, Query>();
  return (queries) => {
    const { session } = queries._;
    const query = built.get(session) ?? build(queries);
    built.set(session, query);
    return query;
  };
}

/** Drizzle, given the pool, never gives back a connection on which `begin` itself fails. */
async function onConnection<Value>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    return await handleOf(client).transaction(work);
  } finally {
    client.release();
  }
}

/** PostgreSQL's code for what went wrong (`23P01` for an exclusion constraint...); `null` for any other error. */
export function databaseErrorCode(error: unknown): string | null {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof pg.DatabaseError ? (cause.code ?? null) : null;
}

/**
 * Whether the database cannot keep what it was given: U+0000 in a text, half of an emoji in JSON, a day of the year 0.
 * SQLSTATE class 22: the same data would fail as often as it is sent.
 */
export function isUnstorable(error: unknown): boolean {
  return databaseErrorCode(error)?.startsWith('22') ?? false;
}
