import { and, eq, inArray } from 'drizzle-orm';
import type { CallParty } from '#src/contract';
import { present } from '#src/kernel';
import type { Transaction } from './database.ts';
import { callParty, user } from './schema.ts';

export type PartyRow = typeof callParty.$inferSelect;

export async function partiesOf(tx: Transaction, callId: string): Promise<readonly PartyRow[]> {
  return tx
    .select()
    .from(callParty)
    .where(eq(callParty.callId, callId))
    .orderBy(callParty.since, callParty.id);
}

/** TE-35: nothing is kept of who was brought in. Gives those who were. */
export async function forgetParties(
  tx: Transaction,
  callId: string,
  partyId?: string,
): Promise<readonly PartyRow[]> {
  const one = partyId === undefined ? undefined : eq(callParty.id, partyId);
  return tx
    .delete(callParty)
    .where(and(eq(callParty.callId, callId), one))
    .returning();
}

/** The calls into which that account was brought. */
export async function callsJoinedBy(
  tx: Transaction,
  accountId: string,
  callIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ callId: callParty.callId })
    .from(callParty)
    .where(and(eq(callParty.adviserId, accountId), inArray(callParty.callId, [...callIds])));
  return new Set(rows.map(({ callId }) => callId));
}

/** Who was brought into each of the calls. Numbers are left out for the caller to add where they may be read. */
export async function readParties(
  tx: Transaction,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CallParty[]>> {
  const rows = await tx
    .select()
    .from(callParty)
    .where(inArray(callParty.callId, [...callIds]))
    .orderBy(callParty.since, callParty.id);
  const named = rows.flatMap(({ adviserId, addedBy }) =>
    adviserId === null ? [addedBy] : [adviserId, addedBy],
  );
  const names = await namesOf(tx, named);
  const nameOf = (id: string) => present(names.get(id), 'a foreign key holds the account');
  const views = rows.map(({ callId, addedBy, ...row }) => ({
    callId,
    party: {
      ...row,
      name: row.adviserId === null ? null : nameOf(row.adviserId),
      askedBy: nameOf(addedBy),
    },
  }));
  const byCall = Map.groupBy(views, ({ callId }) => callId);
  return new Map([...byCall].map(([id, all]) => [id, all.map(({ party }) => party)]));
}

async function namesOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
