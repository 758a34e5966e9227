import type { Messages } from '../../../i18n/messages.tsx';
import type { EditedCondition, EditedScript } from '../edited/edited-script.ts';

/** Where a condition's ids find their words. */
export type NamesInScript = { readonly script: EditedScript; readonly messages: Messages };

/** A condition as one would say it: `Accord à l’oral : Oui`; where it is clear what it looks at, `Oui` alone. */
export function conditionInWords(
  condition: EditedCondition,
  names: NamesInScript,
  isNamed = true,
): string {
  const { exits } = names.messages.scriptsGraph;
  const parts = () => partsOf(condition).map((part) => partInWords(part, names, isNamed));
  switch (condition.predicate) {
    case 'not':
      return exits.not(parts().join(''));
    case 'all':
      return parts().join(exits.and);
    case 'any':
      return parts().join(exits.or);
    default: {
      const holds = holdsInWords(condition, names);
      return isNamed ? exits.about(askedBy(condition, names).join(), holds) : holds;
    }
  }
}

/** What has to be so, of that at which a simple condition looks. */
function holdsInWords(condition: EditedCondition, names: NamesInScript): string {
  const { exits } = names.messages.scriptsGraph;
  const { predicate, question, option, options = [], atLeast = 1, levels = [], op } = condition;
  switch (predicate) {
    case 'count':
      return exits.atLeast(atLeast);
    case 'level':
      return levels.join(' / ');
    case 'compare': {
      const comparison = wordOf(names.messages.scripts.form.comparisons, op);
      return `${comparison} ${comparedWith(condition)}`;
    }
    case 'fact':
      return factInWords(condition, names);
    default:
      return (option === undefined ? options : [option])
        .map((one) => answerOf(question, one, names))
        .join(' / ');
  }
}

/** What a condition looks at: the titles of its questions, and the call's facts. */
export function askedBy(condition: EditedCondition, names: NamesInScript): readonly string[] {
  const { facts } = names.messages.scripts.form;
  const { question, score, fact } = condition;
  return [
    ...partsOf(condition).flatMap((part) => askedBy(part, names)),
    ...[question, score].flatMap((id) => (id === undefined ? [] : [titleOf(id, names)])),
    ...(fact === undefined ? [] : [wordOf(facts, fact)]),
  ];
}

function partInWords(part: EditedCondition, names: NamesInScript, isNamed: boolean): string {
  const words = conditionInWords(part, names, isNamed);
  return part.of === undefined ? words : names.messages.scriptsGraph.exits.group(words);
}

function partsOf({ of: parts = [] }: EditedCondition): readonly EditedCondition[] {
  return 'predicate' in parts ? [parts] : parts;
}

/** The title of a node; a score has that of its section, and a script that it runs its id. */
export function titleOf(id: string | undefined, { script }: NamesInScript): string {
  const node = id === undefined ? undefined : script.nodes[id];
  if (node === undefined) return id ?? '…';
  const section = script.sections.find((one) => one.id === node.section);
  return node.title ?? node.script ?? (node.type === 'score' ? section?.title : id) ?? '…';
}

function answerOf(node: string | undefined, option: string, { script }: NamesInScript): string {
  const options = node === undefined ? undefined : script.nodes[node]?.options;
  return options?.find(({ id }) => id === option)?.label ?? option;
}

/** The first answer that gives a fact the value, as it is said. */
function factInWords(condition: EditedCondition, { script }: NamesInScript): string {
  const value = comparedWith(condition);
  const options = Object.values(script.nodes).flatMap(({ fact, options: own }) =>
    fact === condition.fact ? (own ?? []) : [],
  );
  return options.find((option) => (option.value ?? option.id) === value)?.label ?? value;
}

function wordOf(words: Readonly<Record<string, string>>, key: string | undefined): string {
  return key === undefined ? '…' : (words[key] ?? key);
}

function comparedWith({ value }: EditedCondition): string {
  return value === undefined ? '…' : String(value);
}
