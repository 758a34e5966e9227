import { assess, type DistanceAnswer, type DistanceModel, distanceAnswers } from '#src/distance';
import type { Known } from './condition.ts';
import type { Fact, FactValues } from './facts.ts';
import { baseId, splitQuestion } from './ids.ts';
import { magnitude } from './measures.ts';
import { type AnswerValue, chosenOptions, type Question } from './questions.ts';

/** An answer on the path. */
export type PathAnswer = { readonly question: string; readonly value: AnswerValue };

/** The answers given inside a score node, by the model's question. */
export function scoreAnswers(
  path: readonly PathAnswer[],
  score: string,
): Readonly<Record<string, DistanceAnswer>> {
  const answers = path.flatMap(({ question, value }): readonly [string, DistanceAnswer][] => {
    const [node, asked] = splitQuestion(question);
    const answer = distanceAnswers.find((candidate) => candidate === value);
    return node === score && asked !== null && answer !== undefined ? [[asked, answer]] : [];
  });
  return Object.fromEntries(answers);
}

/** What the answers say of the call. A later one replaces an earlier one of the same fact. */
export function factValues(
  path: readonly PathAnswer[],
  questions: ReadonlyMap<string, Question>,
): FactValues {
  const values = new Map<Fact, readonly string[]>();
  let card: string | null = null;
  for (const answer of path) {
    const question = questions.get(answer.question);
    if (question === undefined) continue;
    const meanings = chosenOptions(answer.value).map((id) => question.meaning.get(id));
    card = meanings.find((meaning) => meaning?.card)?.card ?? card;
    if (question.fact === null) continue;
    const given = meanings.flatMap((meaning) => meaning?.value ?? []);
    values.set(question.fact, isTypedCommune(question, answer.value) ? [answer.value] : given);
  }
  return { values, card };
}

function isTypedCommune(question: Question, value: AnswerValue): value is string {
  return question.kind === 'commune' && typeof value === 'string' && !question.meaning.has(value);
}

/** The path as a condition sees it: of several rounds of a retry, the last. */
export function knownFrom(
  path: readonly PathAnswer[],
  questions: ReadonlyMap<string, Question>,
  models: ReadonlyMap<string, DistanceModel>,
): Known {
  const chosen = (question: string) => {
    const answer = path.findLast((candidate) => baseId(candidate.question) === question);
    return answer === undefined ? [] : chosenOptions(answer.value);
  };
  return {
    chosen,
    counted: (question) => {
      const options = questions.get(question)?.options ?? [];
      return chosen(question).filter((id) =>
        options.some((option) => option.id === id && !option.exclusive && option.key !== '0'),
      ).length;
    },
    size: (question) => {
      const kind = questions.get(question)?.kind;
      const [value] = chosen(question);
      if (value === undefined || (kind !== 'number' && kind !== 'date')) return null;
      return magnitude(kind, value);
    },
    level: (score) => {
      const asked = path
        .map((answer) => splitQuestion(answer.question)[0])
        .findLast((node) => baseId(node) === score);
      const model = asked === undefined ? undefined : models.get(asked);
      if (asked === undefined || model === undefined) return null;
      return assess(model, scoreAnswers(path, asked)).level;
    },
    fact: (fact) => factValues(path, questions).values.get(fact) ?? [],
  };
}
