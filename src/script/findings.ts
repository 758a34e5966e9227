/** What is wrong with a script. The numbers are the rules of docs/spec/script.md. */
export type FindingCode =
  /** SC-1 */
  | 'shape'
  /** SC-2 */
  | 'unknown-target'
  /** SC-3 */
  | 'unreachable'
  /** SC-4 */
  | 'dead-end'
  /** SC-5 */
  | 'answer-without-exit'
  /** SC-6 */
  | 'missing-nsp'
  /** SC-7 */
  | 'decision-without-otherwise'
  /** SC-8 */
  | 'unknown-predicate'
  /** SC-9 */
  | 'duplicate-id'
  | 'duplicate-label'
  /** SC-10 */
  | 'cycle'
  /** SC-11 */
  | 'unknown-question'
  | 'unknown-option'
  | 'condition-not-asked'
  /** SC-12 */
  | 'unknown-model'
  /** SC-13 */
  | 'unknown-card'
  | 'card-not-chosen'
  /** SC-14 */
  | 'unknown-fact-value'
  /** SC-15 */
  | 'say-too-long'
  /** SC-16 */
  | 'too-many-options'
  /** SC-17 */
  | 'unknown-section'
  | 'empty-section'
  /** SC-18 */
  | 'empty-range'
  | 'compare-mismatch';

/** One thing that is wrong, and where. */
export type Finding = {
  /** A script with an error runs on no call. */
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** The node, or `null` where it is about the script as a whole. */
  readonly node: string | null;
  /** JSON pointer (RFC 6901) into the script's file. */
  readonly place: string;
  readonly message: string;
};

/** JSON pointer of a path. */
export function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** An error at a place; the node is read from it. */
export function problem(
  code: FindingCode,
  path: readonly PropertyKey[],
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  const node = path[0] === 'nodes' && path[1] !== undefined ? String(path[1]) : null;
  return { severity, code, node, place: pointer(path), message };
}
