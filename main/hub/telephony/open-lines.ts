import { and, eq, inArray } from 'drizzle-orm';
import { conversationStart } from '#src/calls';
import type { Persona } from '#src/training';
import { logError } from '../log-error.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import { applyLineEvent } from '../queue/apply-line-event.ts';
import { openQueue, type Queue } from '../queue/queue.ts';
import { type ArrivingCall, type Reception, receiveCall } from '../queue/receive-call.ts';
import type { Database } from '../storage/database.ts';
import { call, line } from '../storage/schema.ts';
import { manualLine } from './manual.ts';
import { lineTimes } from './personas.ts';
import type { LineEvent, Telephones, Telephony } from './telephony.port.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTrainingLine } from './training.ts';

/** Whom the line of a network tells what happens there, and announces calls to. `tell` never rejects. */
export type LineEnds = {
  readonly tell: (event: LineEvent) => Promise<void>;
  readonly receive: (arriving: ArrivingCall) => Promise<Reception>;
};
/** Makes the line of a network. */
export type Carrier = (ends: LineEnds) => Telephony | Promise<Telephony>;
/** Those for which the operator has an account. */
export type LineCarriers = { readonly twilio?: Carrier; readonly sip?: Carrier };

type Parts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly timers?: Timers;
  readonly carriers?: LineCarriers;
};

/** The lines of the hub, and the queue of those that are on a network. */
export type Lines = {
  readonly telephones: Telephones;
  readonly queue: Queue;
  readonly close: () => Promise<void>;
};

/** The lines of the hub. What they tell goes through the same machine as what a desk asks. */
export async function openLines(parts: Parts): Promise<Lines> {
  const { ports, timers = systemTimers, carriers = {} } = parts;
  // A line may tell of something before the queue is open: it waits for it.
  const opened = Promise.withResolvers<Queue>();
  const tell = async (event: LineEvent) => {
    try {
      await applyLineEvent(await opened.promise, event);
    } catch (error) {
      logError(ports, error, { callId: event.callId });
    }
  };
  const receive = async (arriving: ArrivingCall) => receiveCall(await opened.promise, arriving);
  const ends = { tell, receive };
  const telephones: Telephones = {
    manual: manualLine,
    training: createTrainingLine((event) => void tell(event), timers),
    // Without an account there is nobody to command.
    twilio: (await carriers.twilio?.(ends)) ?? manualLine,
    sip: (await carriers.sip?.(ends)) ?? manualLine,
  };
  const queue = openQueue({ ...parts, telephones, timers });
  opened.resolve(queue);
  await takeUpTraining(parts, telephones);
  // RO-43: what rang or waited when a hub stopped goes on.
  await queue.turn();
  return {
    telephones,
    queue,
    close: async () => {
      await queue.close();
      await Promise.all(Object.values(telephones).map((telephone) => telephone.close()));
    },
  };
}

/**
 * CA-10: calls that rang or were live when a hub stopped go on by the clock; one whose time has passed meanwhile ends at once.
 * The hub that had them may still run beside this one: the machine lets the first event through, and only that one.
 */
async function takeUpTraining(
  { database, ports, personas }: Parts,
  { training }: Telephones,
): Promise<void> {
  const unfinished = await database.db
    .select({ call })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .where(and(eq(line.kind, 'training'), inArray(call.state, ['ringing', 'live'])));
  const now = Date.parse(ports.clock());
  for (const { call: open } of unfinished) {
    const persona = open.personaId === null ? undefined : personas.get(open.personaId);
    const times = persona === undefined ? { ringsForMs: 0, staysForMs: 0 } : lineTimes(persona);
    const left = (fullMs: number, since: string | null) =>
      Math.max(0, fullMs - (now - Date.parse(since ?? open.openedAt)));
    await training.ring({
      callId: open.id,
      adviserId: open.adviserId ?? '',
      ringsForMs: left(times.ringsForMs, open.openedAt),
      staysForMs:
        times.staysForMs === null ? null : left(times.staysForMs, conversationStart(open)),
    });
    if (open.state === 'live') await training.answer(open.id);
  }
}
