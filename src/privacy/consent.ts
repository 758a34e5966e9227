/**
 * PR-1: whether the identity of the people on a call may be kept and sent to a venue: the last answer is yes.
 *
 * `trace` holds the answers to the consent questions of one call, in the order in which they were recorded; nothing said is no
 * consent. What a call says without naming anybody (need, level, outcome) may be kept in any case.
 */
export function mayKeepIdentity(trace: readonly { readonly given: boolean }[]): boolean {
  return trace.at(-1)?.given ?? false;
}
