import { hashOf } from '#src/kernel';
import type { Condition } from './condition.ts';
import { compareLists } from './difference-lists.ts';
import type { ScriptNode } from './document.ts';

/** Which way out of a node. */
export type ExitName =
  | { readonly by: 'answer'; readonly answer: string }
  | { readonly by: 'case'; readonly when: Condition }
  | { readonly by: ExitPart };

/** What a part of a node or of an answer holds that is neither words nor a way out; `null`: nothing. */
export type Setting = string | number | boolean | null;

/** One thing that is not the same in a node of two versions of a script. `null`: a version has none. */
export type NodeChange = { readonly node: string } & (
  | { readonly change: 'kind'; readonly before: NodeKind; readonly after: NodeKind }
  | ({ readonly change: 'words'; readonly part: WordsPart } & Turned<string | null>)
  | ({ readonly change: 'setting'; readonly part: SettingPart } & Turned<Setting>)
  | ({ readonly change: 'answer-added' | 'answer-removed' } & Answer)
  | ({ readonly change: 'answer-words'; readonly part: 'label' | 'hint' } & Answer &
      Turned<string | null>)
  | ({ readonly change: 'answer-setting'; readonly part: 'value' | 'card' | 'exclusive' } & Answer &
      Turned<Setting>)
  /** Places count from 0. */
  | ({ readonly change: 'answer-moved' } & Answer & Turned<number>)
  /** A way out leads to another node. */
  | ({ readonly change: 'exit'; readonly exit: ExitName } & Turned<string | null>)
  | { readonly change: 'case-added' | 'case-removed'; readonly when: Condition }
  | ({ readonly change: 'case-condition' } & Turned<Condition>)
  /** Places count from 0. */
  | ({ readonly change: 'case-moved'; readonly when: Condition } & Turned<number>)
);

type NodeKind = ScriptNode['type'];
type Turned<Value> = { readonly before: Value; readonly after: Value };
/** Its id, and what it says: of a reworded one, now. */
type Answer = { readonly answer: string; readonly label: string };

type KeyOf<Part> = Part extends unknown ? keyof Part : never;
type WordsPart = (typeof wordsParts)[number];
type ExitPart = (typeof exitParts)[number];
/** Every part of a node that is not compared otherwise: one that the format gains is one of these. */
export type SettingPart = Exclude<
  KeyOf<ScriptNode>,
  WordsPart | ExitPart | 'type' | 'options' | 'cases'
>;

const wordsParts = ['title', 'say', 'help', 'label'] as const;
const exitParts = ['next', 'otherwise', 'again'] as const;
const settingParts = [
  'section',
  'fact',
  'showCard',
  'min',
  'max',
  'unit',
  'model',
  'script',
  'times',
  'result',
] as const satisfies readonly SettingPart[];

type Option = Extract<ScriptNode, { options: unknown }>['options'][number];
type Case = Extract<ScriptNode, { cases: unknown }>['cases'][number];

/** What changed in a node, the words first: what it is, what it says, its answers, where it leads, the rest. */
export function nodeDifference(
  node: string,
  before: ScriptNode,
  after: ScriptNode,
): readonly NodeChange[] {
  return [
    ...(before.type === after.type
      ? []
      : [{ node, change: 'kind' as const, before: before.type, after: after.type }]),
    ...turnedParts(wordsParts, wordsOf, before, after).map((words) => ({
      node,
      change: 'words' as const,
      ...words,
    })),
    ...answerChanges(node, optionsOf(before), optionsOf(after)),
    ...caseChanges(node, casesOf(before), casesOf(after)),
    ...turnedParts(exitParts, wordsOf, before, after).map(({ part, ...turned }) => ({
      node,
      change: 'exit' as const,
      exit: { by: part },
      ...turned,
    })),
    ...turnedParts(settingParts, settingOf, before, after).map((setting) => ({
      node,
      change: 'setting' as const,
      ...setting,
    })),
  ];
}

/** The parts whose value is not the same. */
function turnedParts<Part extends string, Value>(
  parts: readonly Part[],
  read: (holder: object, part: string) => Value,
  before: object,
  after: object,
): readonly ({ readonly part: Part } & Turned<Value>)[] {
  return parts
    .map((part) => ({ part, before: read(before, part), after: read(after, part) }))
    .filter((turned) => turned.before !== turned.after);
}

function wordsOf(holder: object, part: string): string | null {
  const value = settingOf(holder, part);
  return typeof value === 'string' ? value : null;
}

function settingOf(holder: object, part: string): Setting {
  const value = new Map<string, unknown>(Object.entries(holder)).get(part);
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      return null;
  }
}

function optionsOf(node: ScriptNode): readonly Option[] {
  return 'options' in node ? node.options : [];
}

function casesOf(node: ScriptNode): readonly Case[] {
  return 'cases' in node ? node.cases : [];
}

function answerChanges(
  node: string,
  before: readonly Option[],
  after: readonly Option[],
): readonly NodeChange[] {
  const { removed, added, kept, moved } = compareLists(before, after, ({ id }) => id);
  const named = ({ id, label }: Option) => ({ node, answer: id, label });
  return [
    ...removed.map((option) => ({ ...named(option), change: 'answer-removed' as const })),
    ...added.map((option) => ({ ...named(option), change: 'answer-added' as const })),
    ...kept.flatMap((option) => [
      ...turnedParts(['label', 'hint'], wordsOf, option.before, option.after).map((words) => ({
        ...named(option.after),
        change: 'answer-words' as const,
        ...words,
      })),
      ...turnedParts(['next'], wordsOf, option.before, option.after).map(({ part, ...turned }) => ({
        node,
        change: 'exit' as const,
        exit: { by: 'answer' as const, answer: option.after.id },
        ...turned,
      })),
      ...turnedParts(['value', 'card', 'exclusive'], settingOf, option.before, option.after).map(
        (setting) => ({ ...named(option.after), change: 'answer-setting' as const, ...setting }),
      ),
    ]),
    ...moved.map(({ item, ...turned }) => ({
      ...named(item),
      change: 'answer-moved' as const,
      ...turned,
    })),
  ];
}

/** Cases are told apart by their conditions. Of those that are in one version only, the first is taken for the first. */
function caseChanges(
  node: string,
  before: readonly Case[],
  after: readonly Case[],
): readonly NodeChange[] {
  const { removed, added, kept, moved } = compareLists(before, after, ({ when }) => hashOf(when));
  const reworded = removed.slice(0, added.length).flatMap((earlier, index) => {
    const later = added[index];
    return later === undefined ? [] : [{ before: earlier, after: later }];
  });
  return [
    ...reworded.map((each) => ({
      node,
      change: 'case-condition' as const,
      before: each.before.when,
      after: each.after.when,
    })),
    ...removed
      .slice(added.length)
      .map(({ when }) => ({ node, change: 'case-removed' as const, when })),
    ...added
      .slice(removed.length)
      .map(({ when }) => ({ node, change: 'case-added' as const, when })),
    ...[...kept, ...reworded]
      .filter((each) => each.before.next !== each.after.next)
      .map((each) => ({
        node,
        change: 'exit' as const,
        exit: { by: 'case' as const, when: each.after.when },
        before: each.before.next,
        after: each.after.next,
      })),
    ...moved.map(({ item, ...turned }) => ({
      node,
      change: 'case-moved' as const,
      when: item.when,
      ...turned,
    })),
  ];
}
