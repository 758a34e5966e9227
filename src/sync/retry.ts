const firstDelayMs = 1_000;
const longestDelayMs = 30_000;

/**
 * SY-15: how long to wait before trying again, in milliseconds: doubled at each failure up to half
 * a minute, and spread so that a room of desks does not come back at the same instant.
 *
 * @param failures failures in a row, 1 or more
 * @param jitter a number drawn between 0 and 1
 */
export function retryDelayMs(failures: number, jitter: number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(full / 2 + (full / 2) * jitter);
}
