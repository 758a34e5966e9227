import { liveQuery } from 'dexie';
import { createActor } from 'xstate';
import type { Result } from '#src/kernel';
import {
  type DeskContext,
  type LinkEvent,
  type LinkState,
  linkMachine,
  linkStates,
} from '#src/sync';
import type { ApiFailure } from './api.ts';
import { type DeskDatabase, mirrorShape } from './database.ts';
import { exchange } from './exchange.ts';

/** Without a stream, or beside a silent one, changes are asked for this often. */
const pollMs = { withStream: 60_000, alone: 5_000 };

/** What was done is on screen before its sending takes the page's one thread: the next question comes first. */
const screenFirstMs = 80;

/** What the desk can ask of its link. */
export type Link = {
  /** Somebody signed in again on this page. */
  readonly signedIn: () => void;
  readonly close: () => void;
};

/**
 * Keeps one tab of the browser in touch with the hub, for all of them: the others read the same
 * database, and one of them takes over when this one goes.
 */
export function startLink(database: DeskDatabase, desk: DeskContext): Link {
  const closing = new AbortController();
  // A tab that another version of the program left open does not understand what this one reads: both keep in touch.
  const name = `${database.dexie.name}-link-${mirrorShape}`;
  const toTheLinkedTab = new BroadcastChannel(name);
  const signedIn = () => toTheLinkedTab.postMessage('signed-in');
  // Whoever opens a desk has a session: a tab that lost its own may go on.
  signedIn();
  const held = navigator.locks.request(name, { signal: closing.signal }, () =>
    keepInTouch(database, desk, name, closing.signal),
  );
  // Giving up the wait for the lock rejects: that is what closing asked for.
  held.catch(() => undefined);
  return {
    signedIn,
    close: () => {
      closing.abort();
      toTheLinkedTab.close();
    },
  };
}

async function keepInTouch(
  database: DeskDatabase,
  desk: DeskContext,
  channelName: string,
  signal: AbortSignal,
): Promise<void> {
  const actor = createActor(linkMachine, { input: { jitter: Math.random } });
  const turns = turnsOf(async () => {
    const { value } = actor.getSnapshot();
    // Offline, the next try is the machine's to decide; signed out, there is none.
    if (value !== 'connecting' && value !== 'online') return;
    actor.send({ type: whatHappened(await exchange(database, desk)) });
  });
  actor.subscribe(({ value }) => {
    void database.meta.put({ key: 'link', value: stateOf(value) });
    if (value === 'connecting') turns.ask();
  });
  actor.start();
  const stops = [
    whenWritten(database, turns.ask),
    hearOfMore(turns.ask, () => actor.send({ type: 'network-back' })),
    hearOfSignIn(channelName, () => actor.send({ type: 'signed-in' })),
    onWindow('online', () => actor.send({ type: 'network-back' })),
    onWindow('offline', () => actor.send({ type: 'lost' })),
  ];
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  for (const stop of stops) stop();
  actor.stop();
}

function whatHappened(result: Result<null, ApiFailure>): LinkEvent['type'] {
  if (result.ok) return 'reached';
  return result.error.code === 'not-signed-in' ? 'session-ended' : 'lost';
}

function stateOf(value: string): LinkState {
  return linkStates.find((state) => state === value) ?? 'connecting';
}

/** Runs `work` once at a time; asked for while it runs, it runs once more afterwards. */
function turnsOf(work: () => Promise<void>) {
  let isRunning = false;
  let isAskedAgain = false;
  async function run(): Promise<void> {
    isRunning = true;
    try {
      do {
        isAskedAgain = false;
        await work();
      } while (isAskedAgain);
    } finally {
      isRunning = false;
    }
  }
  return {
    ask: (): void => {
      if (isRunning) isAskedAgain = true;
      else void run();
    },
  };
}

/** Tells of every new act, whichever tab made it, once the screen had its time. */
function whenWritten(database: DeskDatabase, ask: () => void): () => void {
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscription = liveQuery(() => database.outbox.orderBy('position').last()).subscribe(
    (row) => {
      if (row === undefined || row.position <= newest) return;
      newest = row.position;
      clearTimeout(timer);
      timer = setTimeout(ask, screenFirstMs);
    },
  );
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
  };
}

/** Hears from the hub that there is more to read, and asks by itself when it hears nothing. */
function hearOfMore(ask: () => void, onOpen: () => void): () => void {
  const polling = pollingOf(ask);
  let stream: EventSource | null = null;
  function open(): void {
    const opened = new EventSource('/api/events');
    opened.addEventListener('open', () => {
      polling.every(pollMs.withStream);
      onOpen();
    });
    opened.addEventListener('more', ask);
    // RO-51: asking is how a desk says that it is there. A timer would not do: a browser slows those of a hidden page.
    opened.addEventListener('beat', ask);
    opened.addEventListener('error', () => {
      polling.every(pollMs.alone);
      // The browser opens a cut stream again by itself, but not one that the hub refused.
      if (opened.readyState === EventSource.CLOSED) stream = null;
    });
    stream = opened;
  }
  const reopening = setInterval(() => {
    if (stream === null) open();
  }, pollMs.alone);
  open();
  return () => {
    polling.stop();
    clearInterval(reopening);
    stream?.close();
  };
}

function pollingOf(ask: () => void) {
  let ms: number = pollMs.alone;
  let timer = setInterval(ask, ms);
  return {
    every: (next: number): void => {
      if (next === ms) return;
      clearInterval(timer);
      ms = next;
      timer = setInterval(ask, ms);
    },
    stop: (): void => clearInterval(timer),
  };
}

/** Hears from any tab that somebody signed in again. */
function hearOfSignIn(channelName: string, onSignIn: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', onSignIn);
  return () => channel.close();
}

function onWindow(event: 'online' | 'offline', listener: () => void): () => void {
  window.addEventListener(event, listener);
  return () => window.removeEventListener(event, listener);
}
