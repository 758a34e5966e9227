import { isHoldValid } from '#src/booking';
import type { BookingView, OperationKind, RefusalCode } from '#src/contract';

/** What this desk's store says of the slot chosen here: what a reload finds again. */
export type HoldRecord = {
  readonly booking: BookingView | null;
  /** The acts on it, oldest first. */
  readonly acts: readonly {
    readonly kind: OperationKind;
    readonly state: 'waiting' | 'applied' | 'refused' | 'stopped' | 'superseded';
    readonly code: RefusalCode | null;
  }[];
};

/** How the chosen slot stands. */
export type HoldStatus =
  | { readonly state: 'none' | 'loading' | 'confirming' | 'booked' }
  /** `problem`: why it was not booked, where the slot itself is still held. */
  | { readonly state: 'held'; readonly until: string; readonly problem: RefusalCode | null }
  /** `because`: what the hub said; `null` where time simply ran out. */
  | { readonly state: 'lost'; readonly because: RefusalCode | null };

/** After these, the time is not ours any more; after others it still is. */
const endings: readonly RefusalCode[] = [
  'slot-taken',
  'slot-not-offered',
  'hold-expired',
  'unknown-booking',
  'unknown-diary',
];

/** How the slot chosen at this desk stands at `now`; `record` is `undefined` while the store is read. */
export function holdStatus(record: HoldRecord | null | undefined, now: string): HoldStatus {
  if (record === undefined) return { state: 'loading' };
  if (record === null) return { state: 'none' };
  const { booking } = record;
  if (booking?.state === 'booked') return { state: 'booked' };
  const last = record.acts.findLast(({ kind }) => kind !== 'slot.release');
  if (last?.kind === 'referral.book' && last.state === 'waiting') return { state: 'confirming' };
  const refusal = record.acts.findLast(({ code }) => code !== null && endings.includes(code));
  if (refusal !== undefined) return { state: 'lost', because: refusal.code };
  if (booking === null || booking.holdExpiresAt === null || !isHoldValid(booking, now)) {
    return { state: 'lost', because: null };
  }
  return { state: 'held', until: booking.holdExpiresAt, problem: last?.code ?? null };
}
