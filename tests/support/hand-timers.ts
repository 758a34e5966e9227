/** Timers that a test moves by hand. */
export function handTimers() {
  let now = 0;
  let pending: { readonly at: number; readonly run: () => void }[] = [];
  return {
    timers: (delayMs: number, run: () => void) => {
      const timer = { at: now + delayMs, run };
      pending.push(timer);
      return () => {
        pending = pending.filter((other) => other !== timer);
      };
    },
    /** Lets time pass: what is due runs, in order. */
    pass: (ms: number) => {
      now += ms;
      const due = pending.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
      pending = pending.filter((timer) => timer.at > now);
      for (const timer of due) timer.run();
    },
  };
}
