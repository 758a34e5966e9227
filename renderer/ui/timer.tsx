import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/messages.tsx';

/** The present, read again every second while something on screen counts. ISO instant. */
export function useNow(everySeconds = 1): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const tick = setInterval(() => setNow(new Date().toISOString()), everySeconds * 1000);
    return () => clearInterval(tick);
  }, [everySeconds]);
  return now;
}

/** Seconds from `from` to `to`; negative where `to` is earlier. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** How long something has lasted, ticking: `4:37`. Stops at `until`; `beforeS` seconds of it were before `since`. */
export function Timer(props: {
  readonly since: string;
  readonly until?: string | null;
  readonly beforeS?: number;
}) {
  const format = useFormat();
  const now = useNow();
  const seconds = (props.beforeS ?? 0) + secondsBetween(props.since, props.until ?? now);
  return (
    <span className="timer num" role="timer">
      {format.stopwatch(seconds)}
    </span>
  );
}

/** How long is left, ticking: `4:38`. */
export function Countdown({ until }: { readonly until: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <span className="timer num" role="timer">
      {format.stopwatch(secondsBetween(now, until))}
    </span>
  );
}
