import type { ExitName, ScriptChange, ScriptDocument, Setting, SettingPart } from '#src/script';
import type { Messages } from '../../../i18n/messages.tsx';
import { conditionInWords } from '../graph/condition-in-words.ts';
import { nodeName } from '../node-names.ts';

/** Both versions, where ids find their words. */
export type Compared = {
  readonly before: ScriptDocument;
  readonly after: ScriptDocument;
  readonly messages: Messages;
};

/** A change in a sentence; where words changed, those of both versions. */
export type ChangeWords = {
  readonly says: string;
  readonly turned?: { readonly before: string; readonly after: string };
};

/** Says a change as a supervisor would. One that is made of changes says only where they are. */
export function changeWords(change: ScriptChange, compared: Compared): ChangeWords {
  const { difference } = compared.messages.scriptsDifference;
  switch (change.change) {
    case 'words': {
      const { before, after, part } = change;
      const { added, removed, changed } = difference.words;
      const says = before === null ? added : after === null ? removed : changed;
      return { says: says(part), turned: { before: before ?? '', after: after ?? '' } };
    }
    case 'answer-words': {
      const { before, after, part, label } = change;
      const says = part === 'label' ? difference.answerWords : difference.answerHint(label);
      return { says, turned: { before: before ?? '', after: after ?? '' } };
    }
    case 'node-added':
      return { says: difference.nodeAdded, ...saidAt(compared.after, change.node, 'after') };
    case 'node-removed':
      return { says: difference.nodeRemoved, ...saidAt(compared.before, change.node, 'before') };
    case 'section-renamed':
      return { says: difference.sectionRenamed, turned: change };
    case 'script':
      return change.part === 'title'
        ? { says: difference.scriptTitle, turned: change }
        : { says: scriptSentence(change, compared) };
    default:
      return { says: sentence(change, compared) };
  }
}

/** The words of a step that is in one version only. */
function saidAt(
  { nodes }: ScriptDocument,
  id: string,
  side: 'before' | 'after',
): Pick<ChangeWords, 'turned'> {
  const node = nodes[id];
  if (node === undefined || !('say' in node)) return {};
  return { turned: { before: '', after: '', [side]: node.say } };
}

type Of<Name extends ScriptChange['change']> = Extract<ScriptChange, { change: Name }>;

function scriptSentence({ part, before, after }: Of<'script'>, compared: Compared): string {
  const { difference } = compared.messages.scriptsDifference;
  switch (part) {
    case 'start':
      return difference.start(
        nodeName(compared.after, after, compared.messages),
        nodeName(compared.before, before, compared.messages),
      );
    case 'title':
      return difference.scriptTitle;
    default:
      return difference[part](after, before);
  }
}

type Sentence = Exclude<
  ScriptChange,
  {
    change: 'words' | 'answer-words' | 'node-added' | 'node-removed' | 'section-renamed' | 'script';
  }
>;

function sentence(change: Sentence, compared: Compared): string {
  const { difference } = compared.messages.scriptsDifference;
  const now = { script: compared.after, messages: compared.messages };
  const then = { script: compared.before, messages: compared.messages };
  switch (change.change) {
    case 'section-added':
      return difference.sectionAdded(change.title);
    case 'section-removed':
      return difference.sectionRemoved(change.title);
    case 'section-moved':
      return difference.moved.section(
        change.title,
        compared.after.sections[change.after - 1]?.title ?? null,
      );
    case 'example-added':
      return difference.exampleAdded(change.title);
    case 'example-removed':
      return difference.exampleRemoved(change.title);
    case 'example-changed':
      return difference.exampleChanged(change.title);
    case 'example-moved':
      return difference.exampleMoved(change.title);
    case 'sub-script-added':
      return difference.subScriptAdded(change.script);
    case 'sub-script-removed':
      return difference.subScriptRemoved(change.script);
    case 'sub-script-changed':
      return difference.subScriptChanged(change.script);
    case 'empty-list':
      return difference.emptyList;
    case 'kind': {
      const { types } = compared.messages.scripts.form;
      return difference.kind(types[change.after].name, types[change.before].name);
    }
    case 'answer-added':
      return difference.answerAdded(change.label);
    case 'answer-removed':
      return difference.answerRemoved(change.label);
    case 'answer-moved':
      return difference.moved.answer(
        change.label,
        optionsOf(compared.after, change.node)[change.after - 1]?.label ?? null,
      );
    case 'answer-setting':
      return answerSentence(change, compared.messages);
    case 'exit':
      return exitSentence(change, compared);
    case 'case-added':
      return difference.caseAdded(conditionInWords(change.when, now));
    case 'case-removed':
      return difference.caseRemoved(conditionInWords(change.when, then));
    case 'case-condition':
      return difference.caseCondition(
        conditionInWords(change.after, now),
        conditionInWords(change.before, then),
      );
    case 'case-moved': {
      const earlier = casesOf(compared.after, change.node)[change.after - 1];
      return difference.moved.case(
        conditionInWords(change.when, now),
        earlier === undefined ? null : conditionInWords(earlier.when, now),
      );
    }
    case 'setting':
      return settingSentence(change, compared);
  }
}

function answerSentence(
  { part, label, before, after }: Of<'answer-setting'>,
  { scriptsDifference, scripts }: Messages,
): string {
  const { difference } = scriptsDifference;
  const shown = (value: Setting) =>
    value === null ? difference.nothing : (scripts.form.values[String(value)] ?? String(value));
  switch (part) {
    case 'value':
      return difference.answerValue(label, shown(after), shown(before));
    case 'card':
      return difference.answerCard(label, shown(after), shown(before));
    case 'exclusive':
      return after === true ? difference.answerAlone(label) : difference.answerTogether(label);
  }
}

function exitSentence({ node, exit, before, after }: Of<'exit'>, compared: Compared): string {
  const { difference } = compared.messages.scriptsDifference;
  const { leads, quoted, withOthers } = difference;
  const named = (script: ScriptDocument, target: string | null) =>
    target === null ? withOthers : quoted(nodeName(script, target, compared.messages));
  const [now, then] = [named(compared.after, after), named(compared.before, before)];
  switch (exit.by) {
    case 'answer':
      return leads.answer(answerLabel(compared.after, node, exit), now, then);
    case 'case': {
      const names = { script: compared.after, messages: compared.messages };
      return leads.case(conditionInWords(exit.when, names), now, then);
    }
    default:
      return leads[exit.by](now, then);
  }
}

function answerLabel(
  script: ScriptDocument,
  node: string,
  { answer }: Extract<ExitName, { by: 'answer' }>,
): string {
  return optionsOf(script, node).find(({ id }) => id === answer)?.label ?? answer;
}

function optionsOf({ nodes }: ScriptDocument, id: string) {
  const node = nodes[id];
  return node !== undefined && 'options' in node ? node.options : [];
}

function casesOf({ nodes }: ScriptDocument, id: string) {
  const node = nodes[id];
  return node !== undefined && 'cases' in node ? node.cases : [];
}

function settingSentence(
  { part, before, after }: Of<'setting'>,
  { messages, ...compared }: Compared,
): string {
  const { difference } = messages.scriptsDifference;
  const shown = (value: Setting, script: ScriptDocument) =>
    value === null ? difference.nothing : settingWords(part, value, script, messages);
  return difference.setting(
    settingName(part, messages),
    shown(after, compared.after),
    shown(before, compared.before),
  );
}

function settingName(part: SettingPart, { scripts: { form } }: Messages): string {
  return part === 'script' ? form.subScript : form[part];
}

function settingWords(
  part: SettingPart,
  value: string | number | boolean,
  script: ScriptDocument,
  { scripts: { form }, scriptsDifference: { difference } }: Messages,
): string {
  if (typeof value === 'boolean') return value ? difference.yes : difference.no;
  const words = String(value);
  switch (part) {
    case 'section':
      return difference.quoted(script.sections.find(({ id }) => id === words)?.title ?? words);
    case 'fact':
      return form.facts[words] ?? words;
    case 'result': {
      const outcomes: Readonly<Record<string, string>> = form.outcomes;
      return outcomes[words] ?? words;
    }
    default:
      return words;
  }
}
