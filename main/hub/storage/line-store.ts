import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { type LineChange, type LineList, type LineRequest, lineSettings } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { canBeHeard, isOnNetwork, type LineKind, networkKinds } from '#src/routing';
import type { Queries, Transaction } from './database.ts';
import { shortenTerms } from './recording-store.ts';
import { line, sponsor, territory } from './schema.ts';
import { documentOf, publishedScript, publishedScripts } from './script-store.ts';

/** Which field of a line is wrong; `number-taken`: another line of a network is called by it. */
export type LineFault =
  | 'number'
  | 'number-taken'
  | 'rules'
  | 'rules.widening'
  | 'sponsorId'
  | 'territoryId'
  | 'scriptId';

/** RO-71: the lines, and what another one may be made of. */
export async function readLineList(queries: Queries): Promise<LineList> {
  const lines = await queries.select().from(line).orderBy(asc(line.name), asc(line.id));
  const sponsors = await queries.select().from(sponsor).orderBy(asc(sponsor.name));
  const scripts = (await publishedScripts(queries)).map(documentOf);
  return {
    lines: lines.map(({ formerScripts: _former, ...row }) => lineSettings.parse(row)),
    sponsors,
    scripts: scripts
      .map(({ id, title }) => ({ id, title }))
      .sort((one, other) => one.title.localeCompare(other.title, 'fr')),
  };
}

export async function addLine(
  tx: Transaction,
  lineId: string,
  request: LineRequest,
): Promise<Result<null, LineFault>> {
  const fault =
    (await faultOf(tx, { id: lineId, ...request })) ??
    ((await tx.$count(sponsor, eq(sponsor.id, request.sponsorId))) === 0 ? 'sponsorId' : null) ??
    ((await areTerritories(tx, [request.territoryId])) ? null : 'territoryId') ??
    ((await publishedScript(tx, request.scriptId)) === null ? 'scriptId' : null);
  if (fault !== null) return err(fault);
  await tx.insert(line).values({ id: lineId, ...request });
  return ok(null);
}

/** RO-72: what is changed holds for the calls that wait, too; whoever asked has the queue look again. */
export async function changeLine(
  tx: Transaction,
  lineId: string,
  change: LineChange,
): Promise<Result<null, LineFault | 'unknown-line'>> {
  const [before] = await tx.select().from(line).where(eq(line.id, lineId));
  if (before === undefined) return err('unknown-line');
  const fault = await faultOf(tx, { id: lineId, kind: before.kind, ...change });
  if (fault !== null) return err(fault);
  await tx.update(line).set(change).where(eq(line.id, lineId));
  const days = change.rules?.recordingDays ?? null;
  if (days !== null) await shortenTerms(tx, lineId, days);
  return ok(null);
}

/** Whether there was such a line with a queue. Closed a second time, it is closed since the first. */
export async function openOrClose(
  tx: Transaction,
  lineId: string,
  closedAt: string | null,
): Promise<boolean> {
  const since = closedAt === null ? null : sql`coalesce(${line.closedAt}, ${closedAt})`;
  const changed = await tx
    .update(line)
    .set({ closedAt: since })
    .where(and(eq(line.id, lineId), inArray(line.kind, [...networkKinds])))
    .returning({ id: line.id });
  return changed.length > 0;
}

type Numbered = LineChange & { readonly id: string; readonly kind: LineKind };

async function faultOf(tx: Transaction, wanted: Numbered): Promise<LineFault | null> {
  const isNetwork = isOnNetwork(wanted.kind);
  if (isNetwork !== (wanted.rules !== null)) return 'rules';
  const { recordingDays = null, isListenedTo = false } = wanted.rules ?? {};
  if ((recordingDays !== null || isListenedTo) && !canBeHeard(wanted.kind)) return 'rules';
  if (isNetwork && wanted.number === null) return 'number';
  if (isNetwork && (await isTaken(tx, wanted))) return 'number-taken';
  const named = (wanted.rules?.widening ?? []).flatMap(({ territories }) =>
    territories === 'all' ? [] : territories,
  );
  return (await areTerritories(tx, named)) ? null : 'rules.widening';
}

/** Two requests for one number come one after the other; calls go on meanwhile. */
async function isTaken(tx: Transaction, { id, number }: Numbered): Promise<boolean> {
  if (number === null) return false;
  await tx.execute(sql`lock table ${line} in share row exclusive mode`);
  const others = and(
    eq(line.number, number),
    inArray(line.kind, [...networkKinds]),
    ne(line.id, id),
  );
  return (await tx.$count(line, others)) > 0;
}

async function areTerritories(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  return (await tx.$count(territory, inArray(territory.id, wanted))) === wanted.length;
}
