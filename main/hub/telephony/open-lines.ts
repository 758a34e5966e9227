import { and, eq, inArray } from 'drizzle-orm';
import { type CallEvent, conversationStart } from '#src/calls';
import type { Persona } from '#src/training';
import { logError } from '../log-error.ts';
import { lockCall, moveCall } from '../operations/call-record.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { call, line } from '../storage/schema.ts';
import { manualLine } from './manual.ts';
import { lineTimes } from './personas.ts';
import type { LineEvent, Telephones } from './telephony.port.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTrainingLine } from './training.ts';

type Parts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly timers?: Timers;
};

/** The lines of the hub. What they tell goes through the same machine as what a desk asks. */
export async function openLines(parts: Parts): Promise<Telephones> {
  const { journal, ports, timers = systemTimers } = parts;
  const onEvent = (event: LineEvent) => {
    applyLineEvent(journal, ports.clock(), event).catch((error: unknown) => {
      logError(ports, error, { callId: event.callId });
    });
  };
  const telephones = {
    manual: manualLine,
    training: createTrainingLine(onEvent, timers),
    // Without an account there is nobody to command.
    twilio: manualLine,
    sip: manualLine,
  };
  await takeUpTraining(parts, telephones);
  return telephones;
}

export async function closeLines(telephones: Telephones): Promise<void> {
  await Promise.all(Object.values(telephones).map((telephone) => telephone.close()));
}

const events: Readonly<Partial<Record<LineEvent['kind'], CallEvent>>> = {
  'rang-out': { type: 'ring-out' },
  'caller-left': { type: 'hang-up', by: 'caller' },
};

/** What comes too late changes nothing: the desk was first, or another hub. */
async function applyLineEvent(journal: Journal, now: string, event: LineEvent): Promise<void> {
  const told = events[event.kind];
  if (told === undefined) return;
  await journal.write(now, async (tx) => {
    const locked = await lockCall(tx, event.callId);
    const moved = locked === null ? null : await moveCall(tx, locked, told, now);
    return { value: null, changed: moved?.ok ? moved.value : [] };
  });
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
