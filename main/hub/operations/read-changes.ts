import { asc, gt } from 'drizzle-orm';
import { type Action, can } from '#src/access';
import { type ChangePage, changePage, type Entity } from '#src/contract';
import type { Database, Transaction } from '../storage/database.ts';
import { change } from '../storage/schema.ts';
import type { Account, LoadViews } from './handler.ts';

type ChangeRow = typeof change.$inferSelect;

/** What an account needs in order to be told of a change. */
const readActions: Readonly<Record<Entity, Action>> = {
  call: 'call.read',
  referral: 'referral.read',
  diary: 'diary.read',
  booking: 'diary.read',
  'walk-in': 'walk-in.read',
  presence: 'presence.read',
  reference: 'change.read',
};

const pageSize = 500;

/** SY-7, SY-8: what changed after `after`, in order, as far as `actor` may know of it. */
export async function readChanges(
  database: Database,
  loadViews: LoadViews,
  actor: Account,
  after: number,
): Promise<ChangePage> {
  return database.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(change)
      .where(gt(change.seq, after))
      .orderBy(asc(change.seq))
      .limit(pageSize);
    const told = latestOfEach(rows.filter((row) => mayKnow(actor, row)));
    const views = await viewsOf(tx, loadViews, actor, told);
    return changePage.parse({
      changes: told.map((row) => ({
        seq: row.seq,
        entity: row.entity,
        id: row.entityId,
        value: views.get(keyOf(row)) ?? null,
      })),
      cursor: rows.at(-1)?.seq ?? after,
      more: rows.length === pageSize,
    });
  });
}

function mayKnow(actor: Account, row: ChangeRow): boolean {
  return can(actor, readActions[row.entity], {
    ...(row.territoryId === null ? {} : { territoryId: row.territoryId }),
    ...(row.venueId === null ? {} : { venueId: row.venueId }),
    adviserId: row.adviserId,
  });
}

function keyOf(row: ChangeRow): string {
  return `${row.entity} ${row.entityId}`;
}

/** A value is always the present one: of several changes to one entity the last says everything. */
function latestOfEach(rows: readonly ChangeRow[]): readonly ChangeRow[] {
  const latest = new Map(rows.map((row) => [keyOf(row), row.seq]));
  return rows.filter((row) => latest.get(keyOf(row)) === row.seq);
}

async function viewsOf(
  tx: Transaction,
  loadViews: LoadViews,
  actor: Account,
  rows: readonly ChangeRow[],
): Promise<ReadonlyMap<string, unknown>> {
  const views = new Map<string, unknown>();
  for (const [entity, ofEntity] of Map.groupBy(rows, (row) => row.entity)) {
    const ids = ofEntity.map((row) => row.entityId);
    for (const [id, view] of await loadViews(tx, actor, entity, ids)) {
      views.set(`${entity} ${id}`, view);
    }
  }
  return views;
}
