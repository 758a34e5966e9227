import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { lineRules } from '#src/contract';
import { type HoursPlace, hoursPlaceOf, nextOpening, openAt, readHours } from '#src/hours';
import { present } from '#src/kernel';
import { type LineRules, networkKinds } from '#src/routing';
import type { Transaction } from '../storage/database.ts';
import { line, territory } from '../storage/schema.ts';

/** A line whose calls wait. */
export type QueueLine = Omit<typeof line.$inferSelect, 'rules'> & {
  readonly rules: LineRules;
  /** Where it is, by INSEE code of the first département: its hours are on the clock and the holidays there. */
  readonly departement: string;
};

/** The line of a network that this number calls. */
export async function findCalledLine(tx: Transaction, number: string): Promise<QueueLine | null> {
  const [found] = await readQueueLines(tx, eq(line.number, number));
  return found ?? null;
}

/** Those lines whose calls wait, or every one. */
export async function readQueueLines(tx: Transaction, which?: SQL): Promise<readonly QueueLine[]> {
  const rows = await tx
    .select({ line, departements: territory.departements })
    .from(line)
    .innerJoin(territory, eq(territory.id, line.territoryId))
    .where(and(inArray(line.kind, [...networkKinds]), which));
  return rows.map(({ line: row, departements }) => ({
    ...row,
    rules: lineRules.parse(row.rules),
    departement: present(departements[0], 'a territory has a département'),
  }));
}

/**
 * RO-42: whether who calls now is answered. Where the hours do not say so of a day, they are: a call that waits in vain is offered
 * something else, one that is refused is lost.
 */
export function isOpen(called: QueueLine, now: string): boolean {
  if (called.closedAt !== null) return false;
  return openAt(readHours(called.rules.hours), placeOf(called), now, disputedDays).open !== false;
}

/** When its hours begin again; `null`: not in a year. */
export function opensNext(called: QueueLine, now: string): string | null {
  return nextOpening(readHours(called.rules.hours), placeOf(called), now, disputedDays);
}

/** A day that only some keep as a holiday: whoever is there answers. */
const disputedDays = 'working-day';

function placeOf({ departement }: QueueLine): HoursPlace {
  return hoursPlaceOf(departement.padEnd(5, '0'), '');
}

/** The rules of a line; `null`: its calls do not wait. */
export async function readRules(tx: Transaction, lineId: string): Promise<LineRules | null> {
  const [row] = await tx.select({ rules: line.rules }).from(line).where(eq(line.id, lineId));
  return lineRules.nullable().parse(row?.rules ?? null);
}
