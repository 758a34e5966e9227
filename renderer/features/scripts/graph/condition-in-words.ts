import type { Messages } from '../../../i18n/messages.tsx';
import type { EditedCondition, EditedScript } from '../edited/edited-script.ts';

/** Where a condition's ids find their words. */
export type NamesInScript = { readonly script: EditedScript; readonly messages: Messages };

/** A condition as one would say it: `Accord à l’oral : Oui`. */
export function conditionInWords(condition: EditedCondition, names: NamesInScript): string {
  const { exits } = names.messages.scriptsGraph;
  const { form } = names.messages.scripts;
  const question = titleOf(condition.question, names);
  switch (condition.predicate) {
    case 'is':
      return exits.is(question, answerOf(condition.question, condition.option, names));
    case 'in': {
      const answers = condition.options ?? [];
      return exits.is(
        question,
        answers.map((option) => answerOf(condition.question, option, names)).join(' / '),
      );
    }
    case 'count':
      return exits.atLeast(question, condition.atLeast ?? 1);
    case 'level':
      return exits.is(titleOf(condition.score, names), (condition.levels ?? []).join(' / '));
    case 'compare':
      return exits.compares(
        question,
        wordOf(form.comparisons, condition.op),
        comparedWith(condition),
      );
    case 'fact':
      return exits.fact(wordOf(form.facts, condition.fact), factInWords(condition, names));
    case 'not':
      return exits.not(
        partsOf(condition)
          .map((part) => conditionInWords(part, names))
          .join(''),
      );
    case 'all':
      return joined(condition, names, exits.and);
    case 'any':
      return joined(condition, names, exits.or);
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

function joined(condition: EditedCondition, names: NamesInScript, by: string): string {
  return partsOf(condition)
    .map((part) => {
      const words = conditionInWords(part, names);
      return part.of === undefined ? words : names.messages.scriptsGraph.exits.group(words);
    })
    .join(by);
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

function answerOf(
  node: string | undefined,
  option: string | undefined,
  { script }: NamesInScript,
): string {
  const options = node === undefined ? undefined : script.nodes[node]?.options;
  return options?.find(({ id }) => id === option)?.label ?? option ?? '…';
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
