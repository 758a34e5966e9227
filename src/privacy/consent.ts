/** One answer to a consent question. What was said is the question's text in the pinned, immutable script. */
export type ConsentEntry = {
  /** The question's id in the script. */
  readonly question: string;
  /** SHA-256 of the script document that was read aloud. */
  readonly scriptHash: string;
  readonly given: boolean;
  /** When it was answered. An instant, ISO 8601. */
  readonly at: string;
};

/**
 * PR-1: whether the identity of the people on a call may be kept and sent to a venue: the last answer is yes.
 *
 * `trace` is in the order of recording, which is the order of the desk; nothing said is no consent. What a call says without
 * naming anybody (need, level, outcome) may be kept in any case.
 */
export function mayKeepIdentity(trace: readonly Pick<ConsentEntry, 'given'>[]): boolean {
  return trace.at(-1)?.given ?? false;
}
