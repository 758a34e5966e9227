import { and, asc, eq, lt } from 'drizzle-orm';
import { changedCall } from '../operations/call-record.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { dueRecordings, markDeleted } from '../storage/recording-store.ts';
import { call, leg, line } from '../storage/schema.ts';
import type { LineEvent } from '../telephony/telephony.port.ts';
import { recordedEvent } from '../telephony/twilio/recording-news.ts';
import type { CarriedRecordings } from '../telephony/twilio/recordings.port.ts';

/** What it takes to look after recordings. */
export type RecordingParts = {
  readonly database: Pick<Database, 'db'>;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly carried: CarriedRecordings;
  /** What the queue then does about it. */
  readonly tell: (event: LineEvent) => Promise<void>;
};

/** What is left goes with the next minute. */
const mostAtOnce = 200;
/** By then a carrier has told by itself what it recorded. */
const patienceMs = 60_000;

/** Each minute: asks what nothing told of, and has deleted what is kept no more. */
export async function tendRecordings(parts: RecordingParts): Promise<void> {
  await findUntold(parts);
  const due = await dueRecordings(parts.database.db, parts.ports.clock(), mostAtOnce);
  for (const { id } of due) {
    // Where one cannot be deleted the next one hardly can: all are tried again in a minute.
    if (!(await deleteRecording(parts, id))) {
      parts.ports.log.warn({ twilio: 'recordings-not-deleted', left: due.length });
      return;
    }
  }
}

/** TW-73: has its carrier delete it, and says so at the desks. Whether it is gone; done again, it changes nothing. */
export async function deleteRecording(
  { carried, journal, ports }: Pick<RecordingParts, 'carried' | 'journal' | 'ports'>,
  id: string,
): Promise<boolean> {
  if (!(await carried.remove(id))) return false;
  const now = ports.clock();
  await journal.write(now, async (tx) => {
    const of = await markDeleted(tx, id, now);
    return { value: null, changed: of === null ? [] : [changedCall(of)] };
  });
  return true;
}

/** TW-70: of each caller's end that is over, its carrier is asked once what it recorded: what it told of may have been lost. */
async function findUntold({ database: { db }, carried, ports, tell }: RecordingParts) {
  const since = new Date(Date.parse(ports.clock()) - patienceMs).toISOString();
  const ends = await db
    .select({ id: leg.id, callId: leg.callId })
    .from(leg)
    .innerJoin(call, eq(call.id, leg.callId))
    .innerJoin(line, eq(line.id, call.lineId))
    .where(
      and(
        eq(line.kind, 'twilio'),
        eq(leg.role, 'caller'),
        eq(leg.state, 'ended'),
        eq(leg.recordingsRead, false),
        lt(leg.heardAt, since),
      ),
    )
    .orderBy(asc(leg.heardAt))
    .limit(mostAtOnce);
  for (const { id, callId } of ends) {
    const found = await carried.ofLeg(id);
    if (!found.ok && found.error === 'unreachable') return;
    if (!found.ok) continue;
    for (const one of found.value) await tell(recordedEvent(callId, one));
    await db.update(leg).set({ recordingsRead: true }).where(eq(leg.id, id));
  }
}
