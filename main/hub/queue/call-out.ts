import { and, eq, gte, lte, min } from 'drizzle-orm';
import { numberToCall } from '#src/calls';
import type { LineKind } from '#src/routing';
import type { LockedCall } from '../operations/call-record.ts';
import { readPersons } from '../operations/call-views.ts';
import type { Effects, HandlerContext } from '../operations/handler.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { Transaction } from '../storage/database.ts';
import { call, callIdentity, leg, line } from '../storage/schema.ts';
import type { Telephones } from '../telephony/telephony.port.ts';

/** RO-52: a line has taken a call by then, or the hub that was to command it is no more. In milliseconds. */
const takenWithinMs = 10_000;

type Parts = {
  readonly journal: Journal;
  readonly ports: Ports;
  readonly telephones: Telephones;
};
type Telling = Pick<HandlerContext, 'tx' | 'now'>;
type After = NonNullable<Effects['after']>;
type Called = Pick<LockedCall, 'id' | 'lineId' | 'lineKind'>;

/** RO-52: whoever is to be called is, once that they are is committed. Nothing where nobody knows at which number. */
export async function callOut(
  parts: Parts,
  { tx, now }: Telling,
  called: Called,
  adviserId: string,
): Promise<Effects> {
  const dialled = await numbersOf(tx, called);
  const { id, lineKind } = called;
  if (dialled.number === null) return { changed: [] };
  await tx.update(call).set({ callsOutSince: now }).where(eq(call.id, id));
  const { number, from } = dialled;
  return { changed: [], after: dial(parts, lineKind, { callId: id, adviserId, number, from }) };
}

/** RO-52: those whom a hub was to call that stopped meanwhile. The queue is locked, so that one hub takes each of them up. */
export async function takeUpCallOuts(parts: Parts, telling: Telling): Promise<readonly After[]> {
  const { tx, now } = telling;
  const forgotten = new Date(Date.parse(now) - takenWithinMs).toISOString();
  const rows = await tx
    .select({ call, lineKind: line.kind })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .where(and(eq(call.state, 'live'), lte(call.callsOutSince, forgotten)));
  const taken: After[] = [];
  for (const { call: row, lineKind } of rows) {
    const { adviserId, callsOutSince } = row;
    if (adviserId === null || callsOutSince === null) continue;
    // Somebody was called, whether they answered or not: only the note of it is missing.
    const isDone = (await callersSince(tx, row.id, callsOutSince)) > 0;
    await tx.update(call).set({ callsOutSince: null }).where(eq(call.id, row.id));
    if (isDone) continue;
    const again = await callOut(parts, telling, { ...row, lineKind }, adviserId);
    if (again.after !== undefined) taken.push(again.after);
  }
  return taken;
}

function callersSince(tx: Transaction, callId: string, since: string): Promise<number> {
  return tx.$count(
    leg,
    and(eq(leg.callId, callId), eq(leg.role, 'caller'), gte(leg.beganAt, since)),
  );
}

/** When the first of those is to be taken up, in milliseconds since 1970; `null`: there is none. */
export async function nextCallOut(tx: Transaction): Promise<number | null> {
  const [row] = await tx
    .select({ since: min(call.callsOutSince) })
    .from(call)
    .where(eq(call.state, 'live'));
  return row?.since ? Date.parse(row.since) + takenWithinMs : null;
}

type Dialled = {
  readonly callId: string;
  readonly adviserId: string;
  readonly number: string;
  readonly from: string | null;
};

/** Where the line refuses, it is done too: the adviser says that nobody answered. */
function dial({ journal, ports, telephones }: Parts, lineKind: LineKind, dialled: Dialled): After {
  return async () => {
    try {
      await telephones[lineKind].callOut(dialled);
    } finally {
      await journal.write(ports.clock(), async (tx) => {
        await tx.update(call).set({ callsOutSince: null }).where(eq(call.id, dialled.callId));
        return { value: null, changed: [] };
      });
    }
  };
}

/** CA-12: at which number they are called, and which one they see. */
export async function numbersOf(
  tx: Transaction,
  { id, lineId }: Pick<LockedCall, 'id' | 'lineId'>,
): Promise<{ readonly number: string | null; readonly from: string | null }> {
  const [called] = await tx.select().from(line).where(eq(line.id, lineId));
  const [identity] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, id));
  if (identity === undefined) return { number: null, from: null };
  const people = await readPersons(tx, [identity]);
  const number = numberToCall({ ...identity, people: [...people.values()] });
  return { number, from: called?.number ?? null };
}
