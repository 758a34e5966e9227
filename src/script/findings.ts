import { baseId } from './ids.ts';

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
  | 'compare-mismatch'
  /** SC-30 */
  | 'never-true'
  | 'always-true'
  /** SC-31 */
  | 'too-many-questions'
  /** SC-32 */
  | 'hard-to-read'
  /** SC-33 */
  | 'changed-without-version'
  | 'version-not-later'
  | 'other-script'
  /** SC-41 */
  | 'version-taken'
  /** SC-44 */
  | 'version-too-small'
  /** SC-34 */
  | 'example-fails'
  /** SC-35 */
  | 'unknown-script'
  | 'script-too-deep'
  /** SC-36 */
  | 'retry-without-loop'
  | 'nested-retry'
  /** SC-48 */
  | 'too-many-nodes';

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

/**
 * Findings in a script that was written out, at the places of its file: each once, whatever the round. An error
 * inside a sub-script stands at the node that runs it; a warning there is for the sub-script's own file.
 */
export function asWritten(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings.flatMap(placed)) seen.set(JSON.stringify(finding), finding);
  return [...seen.values()];
}

function placed(finding: Finding): readonly Finding[] {
  if (finding.node === null) return [finding];
  const [node = '', ...inside] = baseId(finding.node).split('/');
  if (inside.length === 0) {
    const rest = finding.place.slice(pointer(['nodes', finding.node]).length);
    return [{ ...finding, node, place: `${pointer(['nodes', node])}${rest}` }];
  }
  if (finding.severity === 'warning') return [];
  const message = `Inside, at "${inside.join('/')}": ${finding.message}`;
  return [{ ...finding, node, place: pointer(['nodes', node, 'script']), message }];
}
