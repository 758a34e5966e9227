import type { MessageChannel } from '#src/messages';

/** A message as it is handed over. */
export type Parcel = {
  /** The message's own id: a carrier that keeps one knows it again by it. */
  readonly reference: string;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
  /** The appointment, for the calendar of whoever reads an e-mail. */
  readonly calendar: { readonly type: string; readonly text: string } | null;
};

/**
 * What the carrier said. `taken`: it is the carrier's now; `refused`: it never will be, as it is; `later`: it was surely not
 * taken, and may be another time; `unknown`: it may have been.
 */
export type Handed =
  | { readonly outcome: 'taken'; readonly providerId: string }
  | { readonly outcome: 'refused' | 'later' | 'unknown' };

/** What a carrier has of a message that a hub was sending when it stopped. */
export type Traced =
  | { readonly outcome: 'taken'; readonly providerId: string }
  | { readonly outcome: 'absent' | 'unknown' };

/** Who carries messages of one channel. Each call answers within `carrierTimeoutMs`, and never throws. */
export type Carrier = {
  readonly send: (parcel: Parcel) => Promise<Handed>;
  /** Looks for what was sent to `to` since an instant; `textHash` is the SHA-256 of its words. */
  readonly trace: (asked: {
    readonly to: string;
    readonly since: string;
    readonly textHash: string;
  }) => Promise<Traced>;
  /** What became of it, `null` while that is not known. `null` itself: this carrier never says. */
  readonly fate: ((providerId: string) => Promise<'delivered' | 'undelivered' | null>) | null;
  readonly close: () => void;
};

/** Who carries what; nobody carries a letter, nor a channel for which the operator has no account. */
export type Carriers = Partial<Record<Exclude<MessageChannel, 'letter'>, Carrier>>;

/** How long a carrier is waited for. */
export const carrierTimeoutMs = 15_000;
