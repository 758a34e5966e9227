import type { EventDelays } from '../config.ts';
import type { Journal } from '../operations/journal.ts';

const usualDelays: EventDelays = { heartbeatMs: 20_000, lifetimeMs: 10 * 60_000 };

type Parts = {
  readonly journal: Journal;
  readonly isSignedIn: () => Promise<boolean>;
  /** However it ends. */
  readonly onClosed: () => Promise<void>;
};

/**
 * SY-9: a stream that only says "there is more", with the newest change; it begins by saying the newest one so far. It beats: a desk answers
 * by asking for changes, which says that it is there (RO-51). That a stream is open does not: nobody tells of a machine that sleeps.
 *
 * A reader that is slow is told once, of the newest, when it reads again; nothing waits for it. The stream ends with
 * its lifetime or with the session, and the browser opens another.
 */
export function eventStream(
  { journal, isSignedIn, onClosed }: Parts,
  { heartbeatMs, lifetimeMs }: EventDelays = usualDelays,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const state: { untold: number | null; isOpen: boolean } = { untold: null, isOpen: true };
  const timers: NodeJS.Timeout[] = [];
  const stops: (() => void)[] = [];

  type Controller = ReadableStreamDefaultController<Uint8Array>;
  const isReading = (controller: Controller) => state.isOpen && (controller.desiredSize ?? 0) > 0;
  const tell = (controller: Controller): void => {
    if (state.untold === null || !isReading(controller)) return;
    controller.enqueue(encoder.encode(`event: more\ndata: ${state.untold}\n\n`));
    state.untold = null;
  };
  const stop = (): void => {
    if (!state.isOpen) return;
    state.isOpen = false;
    void onClosed();
    for (const timer of timers) clearTimeout(timer);
    for (const stopHearing of stops) stopHearing();
  };
  const end = (controller: Controller): void => {
    if (!state.isOpen) return;
    stop();
    controller.close();
  };
  const beat = async (controller: Controller): Promise<void> => {
    // Where the database cannot say, the stream ends: the desk comes back and is asked who it is.
    const isStill = await isSignedIn().catch(() => false);
    if (!isStill) end(controller);
    else if (isReading(controller))
      controller.enqueue(encoder.encode('event: beat\ndata: there\n\n'));
  };

  return new ReadableStream<Uint8Array>({
    async start(controller) {
      stops.push(
        journal.onMore((seq) => {
          state.untold = Math.max(seq, state.untold ?? 0);
          tell(controller);
        }),
      );
      timers.push(setInterval(() => void beat(controller), heartbeatMs));
      timers.push(setTimeout(() => end(controller), lifetimeMs));
      const newest = await journal.newest().catch((error: unknown) => {
        stop();
        throw error;
      });
      state.untold = Math.max(newest, state.untold ?? 0);
      tell(controller);
    },
    pull: tell,
    cancel: stop,
  });
}
