/** Says whether somebody may ask once more now. */
export type RateLimit = (who: string, now: string) => boolean;

/** Addresses are kept for one window only, and never more of them than this: about a megabyte. */
const keptAddresses = 10_000;

/** At most `max` in each stretch of `windowMs`, for each who asks; this hub alone counts. */
export function rateLimit({ max, windowMs }: { readonly max: number; readonly windowMs: number }) {
  const asked = new Map<string, { readonly since: number; count: number }>();
  const limit: RateLimit = (who, now) => {
    const at = Date.parse(now);
    const before = asked.get(who);
    if (before !== undefined && at - before.since < windowMs) {
      before.count += 1;
      return before.count <= max;
    }
    asked.delete(who);
    if (asked.size >= keptAddresses) forgetOldest(asked);
    asked.set(who, { since: at, count: 1 });
    return true;
  };
  return limit;
}

/** A map keeps the order in which it was written to. */
function forgetOldest(asked: Map<string, unknown>): void {
  const [oldest] = asked.keys();
  if (oldest !== undefined) asked.delete(oldest);
}
