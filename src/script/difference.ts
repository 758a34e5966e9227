import { hashOf } from '#src/kernel';
import { compareLists } from './difference-lists.ts';
import { type NodeChange, nodeDifference } from './difference-nodes.ts';
import type { ScriptDocument } from './document.ts';

/** One thing that is not the same in two versions of a script. `node`: where, or `null` for the script as a whole. */
export type ScriptChange =
  | NodeChange
  | { readonly node: string; readonly change: 'node-added' | 'node-removed' }
  | ({ readonly node: null } & WholeChange);

type WholeChange =
  | {
      readonly change: 'script';
      /** `version`: of a script that runs inside. */
      readonly part: ScriptPart;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly change: 'section-added' | 'section-removed';
      readonly section: string;
      readonly title: string;
    }
  | {
      readonly change: 'section-renamed';
      readonly section: string;
      readonly before: string;
      readonly after: string;
    }
  /** Places count from 0. */
  | {
      readonly change: 'section-moved';
      readonly section: string;
      readonly title: string;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly change: 'example-added' | 'example-removed' | 'example-changed' | 'example-moved';
      readonly title: string;
    }
  | { readonly change: 'sub-script-added' | 'sub-script-removed'; readonly script: string }
  | {
      readonly change: 'sub-script-changed';
      readonly script: string;
      readonly changes: readonly ScriptChange[];
    }
  /** A list that holds nothing is written in one version only. */
  | { readonly change: 'empty-list'; readonly list: 'examples' | 'scripts' };

type ScriptPart = 'id' | 'title' | 'language' | 'start' | 'version';
const scriptParts = ['id', 'title', 'language', 'start'] as const;

type SingleScript = Omit<ScriptDocument, 'scripts'>;

/**
 * SC-43: everything that is not the same in two versions of a script, but the number of the version: empty where, with
 * the same number, they hash the same. The whole first, then node by node in the order of the later version and those
 * that are gone; the examples last.
 */
export function scriptDifference(
  before: ScriptDocument,
  after: ScriptDocument,
): readonly ScriptChange[] {
  return [...partDifference(before, after, scriptParts), ...subScriptChanges(before, after)];
}

function partDifference(
  before: SingleScript,
  after: SingleScript,
  parts: readonly ScriptPart[],
): readonly ScriptChange[] {
  return [
    ...parts
      .filter((part) => before[part] !== after[part])
      .map((part) => ({
        node: null,
        change: 'script' as const,
        part,
        before: before[part],
        after: after[part],
      })),
    ...sectionChanges(before.sections, after.sections),
    ...nodeChanges(before.nodes, after.nodes),
    ...exampleChanges(before.examples, after.examples),
  ];
}

type Sections = ScriptDocument['sections'];

function sectionChanges(before: Sections, after: Sections): readonly ScriptChange[] {
  const { removed, added, kept, moved } = compareLists(before, after, ({ id }) => id);
  const named = ({ id, title }: Sections[number]) => ({ node: null, section: id, title });
  return [
    ...removed.map((each) => ({ ...named(each), change: 'section-removed' as const })),
    ...added.map((each) => ({ ...named(each), change: 'section-added' as const })),
    ...kept
      .filter((each) => each.before.title !== each.after.title)
      .map((each) => ({
        node: null,
        change: 'section-renamed' as const,
        section: each.after.id,
        before: each.before.title,
        after: each.after.title,
      })),
    ...moved.map(({ item, ...turned }) => ({
      ...named(item),
      change: 'section-moved' as const,
      ...turned,
    })),
  ];
}

type Examples = ScriptDocument['examples'];

function exampleChanges(before: Examples, after: Examples): readonly ScriptChange[] {
  const lists = compareLists(before ?? [], after ?? [], ({ title }) => title);
  const changed = lists.kept.filter((each) => hashOf(each.before) !== hashOf(each.after));
  return [
    ...emptyList('examples', before, after),
    ...lists.removed.map(({ title }) => exampleChange('example-removed', title)),
    ...lists.added.map(({ title }) => exampleChange('example-added', title)),
    ...changed.map((each) => exampleChange('example-changed', each.after.title)),
    ...lists.moved.map(({ item }) => exampleChange('example-moved', item.title)),
  ];
}

function exampleChange<Change extends string>(change: Change, title: string) {
  return { node: null, change, title };
}

/** `[]` or `{}` in one version, and nothing at all in the other: the same to a reader, and not to the hash. */
function emptyList(
  list: 'examples' | 'scripts',
  before: object | undefined,
  after: object | undefined,
): readonly ScriptChange[] {
  const isEmpty = [before, after].every((each) => Object.keys(each ?? {}).length === 0);
  const isWritten = (before === undefined) !== (after === undefined);
  return isEmpty && isWritten ? [{ node: null, change: 'empty-list', list }] : [];
}

function nodeChanges(
  before: ScriptDocument['nodes'],
  after: ScriptDocument['nodes'],
): readonly ScriptChange[] {
  const earlier = new Map(Object.entries(before));
  const removed = [...earlier.keys()].filter((id) => !Object.hasOwn(after, id));
  return [
    ...Object.entries(after).flatMap(([node, written]): readonly ScriptChange[] => {
      const known = earlier.get(node);
      return known === undefined
        ? [{ node, change: 'node-added' }]
        : nodeDifference(node, known, written);
    }),
    ...removed.map((node) => ({ node, change: 'node-removed' as const })),
  ];
}

function subScriptChanges(before: ScriptDocument, after: ScriptDocument): readonly ScriptChange[] {
  const earlier = new Map(Object.entries(before.scripts ?? {}));
  const later = new Map(Object.entries(after.scripts ?? {}));
  return [
    ...emptyList('scripts', before.scripts, after.scripts),
    ...[...earlier.keys()]
      .filter((script) => !later.has(script))
      .map((script) => ({ node: null, change: 'sub-script-removed' as const, script })),
    ...[...later].flatMap(([script, written]): readonly ScriptChange[] => {
      const known = earlier.get(script);
      if (known === undefined) return [{ node: null, change: 'sub-script-added', script }];
      const changes = partDifference(known, written, [...scriptParts, 'version']);
      return changes.length === 0
        ? []
        : [{ node: null, change: 'sub-script-changed', script, changes }];
    }),
  ];
}
