import type { Timers } from '../timers.ts';
import type { Exchange } from './exchange.ts';
import { accountOf, type SavedLeg } from './leg.ts';
import type { Media } from './media.ts';

type Parts = {
  readonly media: Media;
  readonly exchange: Exchange;
  readonly timers: Timers;
  readonly onError: (error: unknown) => void;
};

/** How often the hub looks whether the ends that it holds are still there, in milliseconds. */
const lookMs = 5_000;
/** After how many looks in silence an end is gone. A desk always sends, muted too; a telephone may spare itself silence. */
const patience = { desk: 3, telephone: 12 };

/** SI-15: an end whose voice stopped is gone, though nobody said so. Gives the way to stop looking. */
export function watchEnds({ media, exchange, timers, onError }: Parts): () => void {
  /** What was last heard of each end, and at how many looks since it was the same. */
  const heard = new Map<string, { readonly mark: string; readonly looks: number }>();
  let isStopped = false;
  let cancel: () => void = () => undefined;

  const isSilent = (leg: SavedLeg, mark: string) => {
    const before = heard.get(leg.id);
    const looks = before?.mark === mark ? before.looks + 1 : 0;
    heard.set(leg.id, { mark, looks });
    if (accountOf(leg.owner) !== null) return looks >= patience.desk;
    return looks >= patience.telephone && !isOnHold(leg);
  };

  const look = async (): Promise<void> => {
    for (const leg of exchange.every()) {
      const pulse = await media.pulse(leg.voiceId);
      const isGone = pulse === 'gone' || (pulse !== 'unknown' && isSilent(leg, pulse.mark));
      if (isGone) await exchange.lost(leg);
    }
    const ids = new Set(exchange.every().map(({ id }) => id));
    for (const id of heard.keys()) if (!ids.has(id)) heard.delete(id);
  };
  const again = async (): Promise<void> => {
    await look().catch(onError);
    if (!isStopped) cancel = timers(lookMs, () => void again());
  };
  cancel = timers(0, () => void again());
  return () => {
    isStopped = true;
    cancel();
  };
}

/** Whose network put the call on hold sends no voice meanwhile. */
function isOnHold({ sdp }: SavedLeg): boolean {
  return /^a=(inactive|recvonly|sendonly)\s*$/m.test(sdp);
}
