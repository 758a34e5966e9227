import { type DistanceModel, distanceAnswers } from '#src/distance';
import { present } from '#src/kernel';
import type { SpokenNode } from './document.ts';
import type { Fact } from './facts.ts';
import type { FlatScript } from './flat-script.ts';
import { scoreQuestion, unknownOption } from './ids.ts';
import { isWithin, type Limits, magnitude, measureInWords, recorded } from './measures.ts';

/** An answer: an option's id, several of them, or what was typed (a commune is its INSEE code, a date ISO, a number has a point). */
export type AnswerValue = string | readonly string[];

/** The digit that chooses an option: 1 to 9 in order, 0 for "ne sait pas". */
export const optionKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type OptionKey = (typeof optionKeys)[number];

/** An answer to choose. */
export type Option = {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly key: OptionKey;
  /** Among several answers: stands alone. */
  readonly exclusive: boolean;
};

/** What kind of answer a step takes; an outcome takes none. */
export type StepKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'number'
  | 'date'
  | 'commune'
  | 'instruction'
  | 'orientation'
  | 'outcome';

/** A place in the script where the adviser says something. All but an outcome take an answer. */
export type Question = {
  /** The node's id; inside a score node `<node>.<question of the model>`. */
  readonly id: string;
  readonly kind: StepKind;
  /** The section's title. */
  readonly section: string;
  readonly title: string;
  readonly say: string;
  readonly help: string | null;
  readonly options: readonly Option[];
  /** Of a number or a date. */
  readonly limits: Limits | null;
  readonly showCard: boolean;
  readonly fact: Fact | null;
  /** What each option says of the call: the fact's value and the card. */
  readonly meaning: ReadonlyMap<string, Meaning>;
};
type Meaning = { readonly value: string | null; readonly card: string | null };

/** Every question of a script by id, those of its distance models among them. */
export function questionsOf(
  script: FlatScript,
  models: readonly DistanceModel[],
): ReadonlyMap<string, Question> {
  const sections = new Map(script.sections.map(({ id, title }) => [id, title]));
  const questions = new Map<string, Question>();
  for (const [id, node] of script.nodes) {
    if (node.type === 'decision') continue;
    const section = present(sections.get(node.section), 'a checked script names its sections');
    if (node.type === 'score') {
      for (const question of scoreQuestions(id, section, modelOf(models, node.model))) {
        questions.set(question.id, question);
      }
    } else {
      questions.set(id, questionOf(id, section, node));
    }
  }
  return questions;
}

/** The model that a score node names. */
export function modelOf(models: readonly DistanceModel[], stamp: string): DistanceModel {
  const model = models.find((candidate) => candidate.stamp === stamp);
  return present(model, 'a checked script names models that are there');
}

/** An option as any kind of node writes it. */
type WrittenOption = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null | undefined;
  readonly value?: string | undefined;
  readonly card?: string | undefined;
  readonly exclusive?: boolean | undefined;
  readonly next?: string | undefined;
};

function questionOf(id: string, section: string, node: SpokenNode): Question {
  const written = writtenOptions(node);
  const fact = 'fact' in node ? (node.fact ?? null) : null;
  return {
    id,
    kind: node.type,
    section,
    title: node.title,
    say: node.say,
    help: node.help ?? null,
    options: numbered(written, node.type === 'choices'),
    limits: limitsOf(node),
    showCard: node.type === 'choice' && node.showCard === true,
    fact,
    meaning: new Map(
      written.map((option) => [
        option.id,
        { value: factValue(fact, option, node.type === 'choices'), card: option.card ?? null },
      ]),
    ),
  };
}

function scoreQuestions(node: string, section: string, model: DistanceModel): readonly Question[] {
  const options = numbered(
    distanceAnswers.map((id) => ({ id, ...model.answers[id] })),
    false,
  );
  return Object.entries(model.questions).map(([id, { title, say, help }]) => ({
    id: scoreQuestion(node, id),
    kind: 'choice',
    section,
    title,
    say,
    help,
    options,
    limits: null,
    showCard: false,
    fact: null,
    meaning: new Map(),
  }));
}

/** The limits of a number or a date as the script writes them; `null` for any other kind. */
export function limitsOf(node: SpokenNode): Limits | null {
  if (node.type === 'number') {
    return { min: node.min ?? null, max: node.max ?? null, unit: node.unit ?? null };
  }
  if (node.type !== 'date') return null;
  const days = (date: string | undefined) => (date === undefined ? null : magnitude('date', date));
  return { min: days(node.min), max: days(node.max), unit: null };
}

/** The options of a node; an instruction's one way on counts as one, with the id `next`. */
export function writtenOptions(node: SpokenNode): readonly WrittenOption[] {
  switch (node.type) {
    case 'outcome':
      return [];
    case 'instruction':
      return [{ id: 'next', label: node.label }];
    default:
      return node.options;
  }
}

/** SC-16: the digits, in the order in which the options are written. */
function numbered(options: readonly WrittenOption[], several: boolean): readonly Option[] {
  let position = 0;
  return options.map((option) => ({
    id: option.id,
    label: option.label,
    hint: option.hint ?? null,
    key:
      option.id === unknownOption
        ? '0'
        : present(optionKeys[position++], 'a checked script has nine options at most'),
    exclusive: several && standsAlone(option),
  }));
}

/** Among several answers: says something about the question as a whole, or leads elsewhere. */
export function standsAlone(option: WrittenOption): boolean {
  return option.exclusive === true || option.next !== undefined || option.id === unknownOption;
}

/** SC-14: what choosing the option says of the call; `null`: nothing. */
export function factValue(
  fact: Fact | null,
  option: WrittenOption,
  several: boolean,
): string | null {
  if (fact === null || option.id === unknownOption || (several && standsAlone(option))) return null;
  return option.value ?? (fact === 'theme' ? option.label : option.id);
}

/** INSEE code of a commune. */
const communeCode = /^(\d{2}|2[AB])\d{3}$/;
const longestText = 500;

/** As much of a question as says what answers it. */
type Asked = Pick<Question, 'kind' | 'options' | 'limits'>;

/** What the adviser typed, as it is recorded; `null`: it does not answer the question. */
export function readTyped(question: Asked, typed: string): string | null {
  const { kind } = question;
  const value = kind === 'number' || kind === 'date' ? recorded(kind, typed) : typed.trim();
  return accepts(question, value) ? value : null;
}

/** SC-24: whether the value answers the question. */
export function accepts(question: Asked, value: AnswerValue): boolean {
  const isOption = (id: string) => question.options.some((option) => option.id === id);
  if (question.kind === 'choices') {
    const chosen = chosenOptions(value);
    const alone = question.options.some(({ id, exclusive }) => exclusive && chosen.includes(id));
    return (
      chosen.length > 0 &&
      chosen.every(isOption) &&
      new Set(chosen).size === chosen.length &&
      (!alone || chosen.length === 1)
    );
  }
  if (typeof value !== 'string') return false;
  switch (question.kind) {
    case 'text':
      return value.trim() !== '' && value.length <= longestText;
    case 'number':
    case 'date':
      return (
        isOption(value) ||
        (question.limits !== null && isWithin(question.kind, question.limits, value))
      );
    case 'commune':
      return isOption(value) || communeCode.test(value);
    default:
      return isOption(value);
  }
}

/** The ids in an answer. One alone may come without its list. */
export function chosenOptions(value: AnswerValue): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** An answer in words: the options' labels, each with its capital, or what was typed. */
export function answerLabel(question: Question, value: AnswerValue): string {
  return chosenOptions(value)
    .map(
      (id) =>
        question.options.find((option) => option.id === id)?.label ?? typedLabel(question, id),
    )
    .join(' · ');
}

function typedLabel({ kind, limits }: Question, value: string): string {
  const isMeasure = (kind === 'number' || kind === 'date') && limits !== null;
  return isMeasure ? measureInWords(kind, limits, value) : value;
}
