import type { RoutingEvent } from '#src/routing';
import { logError } from '../log-error.ts';
import { type Effects, type HandlerContext, together } from '../operations/handler.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { Telephones } from '../telephony/telephony.port.ts';
import type { Timers } from '../telephony/timers.ts';
import { takeUpCallOuts } from './call-out.ts';
import { carryOutOn } from './carry-out.ts';
import { passOnLost } from './lost-adviser.ts';
import { type LineCommand, type Routed, route } from './route.ts';

/** The transaction in which something is told, and when that is. */
export type Telling = Pick<HandlerContext, 'tx' | 'now'>;

/** The calls that wait, as one hub tends them. What they are is in the database: any hub of it may go on. */
export type Queue = {
  readonly journal: Journal;
  readonly ports: Ports;
  readonly telephones: Telephones;
  /** Tells the queue what happened, in the transaction in which it does. See `lockQueue`. */
  readonly route: (telling: Telling, event: RoutingEvent) => Promise<Effects>;
  /** The same, in a transaction of its own. */
  readonly tell: (event: RoutingEvent) => Promise<void>;
  /** RO-40: ends what ran out and offers what waits. Turns asked for while one runs are one more. It never rejects. */
  readonly turn: () => Promise<void>;
  /** The hub stops, and its timer with it. What waits is another hub's, or the next one's. */
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly telephones: Telephones;
  readonly timers: Timers;
};

/**
 * RO-43: how often a hub looks at the queue without being asked, in milliseconds: another one may have stopped, with the timer that
 * it kept. An embedded database has one hub.
 */
const looksEveryMs = { shared: 5_000, embedded: 60_000 };

export function openQueue({ database, journal, ports, telephones, timers }: Parts): Queue {
  const mostMs = database.url === null ? looksEveryMs.embedded : looksEveryMs.shared;
  const tending: Tending = { stopTimer: null, running: null, isAsked: false, isClosed: false };

  const wake = (at: number | null) => {
    tending.stopTimer?.();
    if (tending.isClosed) return;
    const leftMs = at === null ? mostMs : Math.max(0, at - Date.parse(ports.clock()));
    tending.stopTimer = timers(Math.min(mostMs, leftMs), () => void turn());
  };

  const carryOut = async (command: LineCommand) => {
    const { callId } = command;
    try {
      await carryOutOn(telephones, command, ports.clock());
    } catch (error) {
      logError(ports, error, { callId });
      if (!('until' in command)) return;
      // Where the line cannot ring, nobody is to answer. Should this fail too, the ring ends by its time.
      const missed = tell({ kind: 'offer-missed', callId, adviserId: command.adviserId });
      await missed.catch((failure: unknown) => logError(ports, failure, { callId }));
    }
  };

  const effectsOf = ({ changed, commands, wakeAt }: Routed): Effects => ({
    changed,
    after: async () => {
      wake(wakeAt);
      await Promise.all(commands.map(carryOut));
    },
  });

  const tell = async (event: RoutingEvent) => {
    const now = ports.clock();
    const effects = await journal.write(now, async (tx) => {
      const passedOn = await passOnLost(tx, now);
      const callsOut = await takeUpCallOuts({ journal, ports, telephones }, { tx, now });
      const routed = effectsOf(await route(tx, event, now));
      const value = callsOut.reduce((all, after) => together(all, { changed: [], after }), routed);
      return { value, changed: [...passedOn, ...value.changed] };
    });
    await effects.after?.();
  };

  const turns = async () => {
    while (tending.isAsked && !tending.isClosed) {
      tending.isAsked = false;
      try {
        await tell({ kind: 'time-passed' });
      } catch (error) {
        logError(ports, error, { job: 'queue' });
        wake(null);
      }
    }
    tending.running = null;
  };

  const turn = () => {
    tending.isAsked = true;
    tending.running ??= turns();
    return tending.running;
  };

  return {
    ...{ journal, ports, telephones, tell, turn },
    route: async ({ tx, now }, event) => effectsOf(await route(tx, event, now)),
    close: async () => {
      tending.isClosed = true;
      tending.stopTimer?.();
      await tending.running;
    },
  };
}

type Tending = {
  stopTimer: (() => void) | null;
  running: Promise<void> | null;
  isAsked: boolean;
  isClosed: boolean;
};
