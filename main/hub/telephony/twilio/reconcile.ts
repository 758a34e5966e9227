import { and, eq, inArray, lt, ne } from 'drizzle-orm';
import type { CallState } from '#src/calls';
import { logError } from '../../log-error.ts';
import { call, carrierEvent, leg, line } from '../../storage/schema.ts';
import type { LineEvent } from '../telephony.port.ts';
import type { Timers } from '../timers.ts';
import { ask, type HearingParts } from './events.ts';

/** TW-17: an end of which nothing was heard for so long is asked about. In milliseconds. */
const silenceMs = 120_000;
const everyMs = 60_000;
/** At the start: what Twilio told while no hub listened is not told again. What was told just now may still be at work. */
const startSilenceMs = 5_000;
/** Twilio sends nothing again after a day. */
const keptMs = 3 * 24 * 3_600_000;
const askedAtOnce = 10;

type Watch = { isClosed: boolean; stop: () => void; running: Promise<void> };

type Reconciler = { readonly close: () => Promise<void> };

/** Looks after what no event told, at the start and each minute, on whichever hubs there are. */
export function openReconciler(parts: HearingParts, timers: Timers): Reconciler {
  const state: Watch = {
    isClosed: false,
    stop: () => undefined,
    running: Promise.resolve(),
  };
  const look = async (olderThanMs: number) => {
    try {
      await reconcile(parts, olderThanMs);
    } catch (error) {
      logError(parts.ports, error, { job: 'twilio' });
    }
    if (!state.isClosed) state.stop = timers(everyMs, () => begin(silenceMs));
  };
  const begin = (olderThanMs: number) => {
    state.running = look(olderThanMs);
  };
  begin(startSilenceMs);
  return {
    close: async () => {
      state.isClosed = true;
      state.stop();
      await state.running;
    },
  };
}

/** TW-17: says again what the queue may have missed, asks about whoever was silent, and forgets old events. */
export async function reconcile(parts: HearingParts, olderThanMs: number): Promise<void> {
  const now = Date.parse(parts.ports.clock());
  const since = new Date(now - olderThanMs).toISOString();
  // Before anybody is asked: whoever answers is silent no longer.
  for (const event of await missed(parts, since)) await parts.tell(event);
  const silent = await silentLegs(parts, since);
  while (silent.length > 0) {
    await Promise.all(silent.splice(0, askedAtOnce).map((legId) => ask(parts, legId)));
  }
  const forgotten = new Date(now - keptMs).toISOString();
  await parts.database.db.delete(carrierEvent).where(lt(carrierEvent.receivedAt, forgotten));
}

async function silentLegs({ database }: HearingParts, since: string): Promise<string[]> {
  const rows = await database.db
    .select({ id: leg.id })
    .from(leg)
    .innerJoin(call, eq(call.id, leg.callId))
    .innerJoin(line, eq(line.id, call.lineId))
    .where(and(eq(line.kind, 'twilio'), ne(leg.state, 'ended'), lt(leg.heardAt, since)));
  return rows.map(({ id }) => id);
}

const open: CallState[] = ['waiting', 'ringing', 'live'];

/**
 * What the ends of open calls say, where a hub stopped between hearing it and telling the queue. Of a call that is spoken of at this
 * moment, nothing; told twice, it changes nothing.
 */
async function missed({ database }: HearingParts, since: string): Promise<readonly LineEvent[]> {
  const rows = await database.db
    .select({ call, leg })
    .from(leg)
    .innerJoin(call, eq(call.id, leg.callId))
    .innerJoin(line, eq(line.id, call.lineId))
    .where(and(eq(line.kind, 'twilio'), inArray(call.state, open)));
  const byCall = Map.groupBy(rows, ({ call: of }) => of.id);
  return [...byCall.values()].flatMap((ends) => {
    const [first] = ends;
    const isQuiet = ends.every(({ leg: { heardAt } }) => Date.parse(heardAt) < Date.parse(since));
    return first === undefined || !isQuiet
      ? []
      : missedOf(
          first.call,
          ends.map((end) => end.leg),
        );
  });
}

type CallRow = typeof call.$inferSelect;
type LegRow = typeof leg.$inferSelect;

function missedOf(of: CallRow, ends: readonly LegRow[]): readonly LineEvent[] {
  const { id: callId, adviserId } = of;
  const callers = ends.filter(({ role }) => role === 'caller');
  const desk = ends.filter(({ accountId, role }) => accountId === adviserId && role !== 'listener');
  const events: LineEvent[] = [];
  if (
    adviserId !== null &&
    of.state === 'ringing' &&
    desk.some(({ state }) => state === 'joined')
  ) {
    events.push({ kind: 'adviser-joined', callId, adviserId });
  }
  const listening = ends.filter(
    ({ role, accountId }) => role === 'listener' && accountId === of.listenerId,
  );
  if (of.listenerId !== null && isGone(listening)) {
    events.push({ kind: 'listener-left', callId, supervisorId: of.listenerId });
  }
  if (callers.length > 0 && callers.every(({ state }) => state === 'ended')) {
    events.push({ kind: 'caller-left', callId });
  } else if (adviserId !== null && of.state === 'live' && of.rejoinUntil === null && isGone(desk)) {
    events.push({ kind: 'adviser-left', callId, adviserId });
  }
  return events;
}

const isGone = (desk: readonly LegRow[]) =>
  desk.length > 0 && desk.every(({ state }) => state === 'ended');
