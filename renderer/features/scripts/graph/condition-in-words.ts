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
      return exits.compares(question, wordOf(form.comparisons, condition.op), valueOf(condition));
    case 'fact':
      return exits.fact(wordOf(form.facts, condition.fact), valueOf(condition));
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

function titleOf(node: string | undefined, { script }: NamesInScript): string {
  if (node === undefined) return '…';
  return script.nodes[node]?.title ?? node;
}

function answerOf(
  node: string | undefined,
  option: string | undefined,
  { script }: NamesInScript,
): string {
  const options = node === undefined ? undefined : script.nodes[node]?.options;
  return options?.find(({ id }) => id === option)?.label ?? option ?? '…';
}

function wordOf(words: Readonly<Record<string, string>>, key: string | undefined): string {
  return key === undefined ? '…' : (words[key] ?? key);
}

function valueOf({ value }: EditedCondition): string {
  return value === undefined ? '…' : String(value);
}
