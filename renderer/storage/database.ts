import { Dexie, type Table } from 'dexie';
import { z } from 'zod';
import { type Entity, type EntityView, entityViews } from '#src/contract';
import { hashOf } from '#src/kernel';
import type { LinkState, OutboxEntry } from '#src/sync';

/** A record as the hub knows it, and as the desk shows it with its unanswered operations on top. */
export type MirrorRow<E extends Entity> = {
  readonly id: string;
  readonly truth: EntityView<E> | null;
  readonly shown: EntityView<E> | null;
};

/** An entry before the store gives it its place. */
type NewOutboxRow = OutboxEntry & {
  readonly position?: number;
  /** Whether a refusal still has to be told: the act's own screen did not. */
  readonly untold: boolean;
};
/** An entry with its place in the queue, which is the order of making. */
export type OutboxRow = NewOutboxRow & { readonly position: number };

/** Something typed that is not an act yet, `note:<call id>`: it is forgotten with its call. */
export type DraftRow = { readonly key: string; readonly value: unknown; readonly at: string };

/** A set of reference data (venues, communes, scripts) as last received. */
export type SetRow = {
  readonly name: string;
  readonly etag: string | null;
  readonly value: unknown;
  readonly at: string;
};

/** What the desk remembers of itself, one row each. */
export type DeskMemory = {
  readonly cursor: number;
  readonly link: LinkState;
  readonly savedAt: string;
  readonly sentAt: string;
  /** The `mirrorShape` of the program that wrote the mirror. */
  readonly shape: string;
};
export type MetaRow = {
  [Key in keyof DeskMemory]: { readonly key: Key; readonly value: DeskMemory[Key] };
}[keyof DeskMemory];

/**
 * Every version of the stores, oldest first. A version that was released is never edited: a change
 * is a new version with its upgrade.
 */
const versions = [
  {
    number: 1,
    stores: {
      call: 'id',
      referral: 'id',
      diary: 'id',
      booking: 'id',
      presence: 'id',
      outbox: '++position, &id, state, subjects.callId, subjects.bookingId',
      drafts: 'key',
      sets: 'name',
      meta: 'key',
    },
  },
  { number: 2, stores: { reference: 'id' } },
  { number: 3, stores: { call: 'id, shown.state' } },
  { number: 4, stores: { 'walk-in': 'id' } },
] as const;

export type DeskDatabase = {
  readonly dexie: Dexie;
  readonly mirror: { readonly [E in Entity]: Table<MirrorRow<E>, string> };
  readonly outbox: Table<OutboxRow, number, NewOutboxRow>;
  readonly drafts: Table<DraftRow, string>;
  readonly sets: Table<SetRow, string>;
  readonly meta: Table<MetaRow, string>;
};

/** One database an installation and account: demonstration and real data never meet. */
export function databaseName(installationId: string, accountId: string): string {
  return `aiguillage-${installationId}-${accountId}`;
}

/** Opens the desk's database; a write is durable before it is said to be saved. */
export function openDeskDatabase(name: string): DeskDatabase {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' });
  for (const { number, stores } of versions) dexie.version(number).stores(stores);
  const database: DeskDatabase = {
    dexie,
    mirror: {
      call: dexie.table('call'),
      referral: dexie.table('referral'),
      diary: dexie.table('diary'),
      booking: dexie.table('booking'),
      'walk-in': dexie.table('walk-in'),
      presence: dexie.table('presence'),
      reference: dexie.table('reference'),
    },
    outbox: dexie.table('outbox'),
    drafts: dexie.table('drafts'),
    sets: dexie.table('sets'),
    meta: dexie.table('meta'),
  };
  dexie.on('ready', () => dropForeignMirror(database));
  return database;
}

/** Stands for what the records of the mirror have, as this program reads them. */
export const mirrorShape = hashOf(z.toJSONSchema(z.strictObject(entityViews)));

/**
 * SY-20: a mirror that another version of the program wrote goes, before anything reads it, and all of it is read from
 * the hub again. What waits to be sent stays, and what was typed.
 */
function dropForeignMirror(database: DeskDatabase): Promise<void> {
  return inTransaction(database, async () => {
    if ((await remembered(database, 'shape')) === mirrorShape) return;
    await emptyMirror(database);
    await database.meta.put({ key: 'shape', value: mirrorShape });
  });
}

/** SY-21: nothing is kept of what the hub said. What waits to be sent stays, and what was typed. */
export function emptyMirror(database: DeskDatabase): Promise<void> {
  return inTransaction(database, async () => {
    for (const table of Object.values(database.mirror)) await table.clear();
    await database.meta.delete('cursor');
  });
}

/** Runs `work` in one transaction over everything that an act or an answer touches. */
export function inTransaction<T>(database: DeskDatabase, work: () => Promise<T>): Promise<T> {
  const { dexie, mirror, outbox, drafts, meta } = database;
  return dexie.transaction('rw', [...Object.values(mirror), outbox, drafts, meta], work);
}

/** One thing that the desk remembers of itself. */
export async function remembered<Key extends keyof DeskMemory>(
  database: DeskDatabase,
  key: Key,
): Promise<DeskMemory[Key] | undefined> {
  const row = await database.meta.get(key);
  return row !== undefined && isOf(row, key) ? row.value : undefined;
}

function isOf<Key extends keyof DeskMemory>(
  row: MetaRow,
  key: Key,
): row is MetaRow & { readonly key: Key; readonly value: DeskMemory[Key] } {
  return row.key === key;
}
