/** Runs something later. Gives the way to cancel it. */
export type Timers = (delayMs: number, run: () => void) => () => void;

/** The machine's own timers. They do not keep a hub alive that is otherwise done. */
export const systemTimers: Timers = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};
