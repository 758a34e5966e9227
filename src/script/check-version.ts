import { hashOf } from '#src/kernel';
import { scriptDifference } from './difference.ts';
import { neededVersion } from './difference-version.ts';
import type { ScriptDocument } from './document.ts';
import { type Finding, problem } from './findings.ts';

/**
 * SC-33, SC-44: what says something else than the published version, without a version of its own, or with one that
 * promises more than it keeps.
 */
export function checkVersion(
  document: ScriptDocument,
  published: ScriptDocument,
): readonly Finding[] {
  if (document.id !== published.id) {
    const message = `The published script is "${published.id}".`;
    return [problem('other-script', ['id'], message)];
  }
  if (hashOf(document) === hashOf(published)) return [];
  const later = compareVersions(document.version, published.version);
  if (later > 0) return checkStep(document, published);
  if (later < 0) {
    const message = `Version ${published.version} was published: the next is later.`;
    return [problem('version-not-later', ['version'], message)];
  }
  return changedPlaces(document, published).map((path) =>
    problem(
      'changed-without-version',
      path,
      `This is not what version ${published.version} says: give it a new version.`,
    ),
  );
}

/** SC-44 */
function checkStep(document: ScriptDocument, published: ScriptDocument): readonly Finding[] {
  const needed = neededVersion(published, scriptDifference(published, document));
  if (compareVersions(document.version, needed) >= 0) return [];
  const message = `After version ${published.version}, what changed here needs version ${needed}.`;
  return [problem('version-too-small', ['version'], message)];
}

/** SC-41: a number stands for one version for ever. `taken`: the numbers that others of the script have. */
export function checkNumber(
  { version }: Pick<ScriptDocument, 'version'>,
  taken: readonly string[],
): readonly Finding[] {
  if (!taken.includes(version)) return [];
  const message = `There is a version ${version} already: this one needs another number.`;
  return [problem('version-taken', ['version'], message)];
}

/** Whether a version's number comes after another's. */
export function isLaterVersion(version: string, other: string): boolean {
  return compareVersions(version, other) > 0;
}

function compareVersions(one: string, other: string): number {
  const parts = other.split('.').map(Number);
  const differences = one.split('.').map((part, index) => Number(part) - (parts[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** Nodes that are not the same, or that are gone; and every other part of the file. */
function changedPlaces(
  { nodes, ...rest }: ScriptDocument,
  { nodes: before, ...restBefore }: ScriptDocument,
): readonly (readonly string[])[] {
  return [
    ...changedKeys(rest, restBefore).map((key) => [key]),
    ...changedKeys(nodes, before).map((id) => ['nodes', id]),
  ];
}

function changedKeys(one: object, other: object): readonly string[] {
  const now = new Map<string, unknown>(Object.entries(one));
  const before = new Map<string, unknown>(Object.entries(other));
  return [...new Set([...now.keys(), ...before.keys()])].filter(
    (key) => hashOf(now.get(key) ?? null) !== hashOf(before.get(key) ?? null),
  );
}
