import { type Assessment, assess } from '#src/distance';
import { err, ok, present, type Result } from '#src/kernel';
import type { CompiledScript, Walk } from './compile.ts';
import type { ScriptOutcome } from './document.ts';
import { type Facts, toFacts } from './facts.ts';
import { splitQuestion } from './ids.ts';
import { factValues, scoreAnswers } from './path.ts';
import {
  type AnswerValue,
  accepts,
  answerLabel,
  type Option,
  type Question,
  type StepKind,
} from './questions.ts';

/** An answer as it was recorded. The log only grows: a changed answer is one more entry. */
export type LoggedAnswer = {
  readonly question: string;
  readonly value: AnswerValue;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
};

/** What to say and ask now. */
export type Step = {
  readonly kind: StepKind;
  /** What an answer is recorded under. */
  readonly question: string;
  /** The section's title. */
  readonly section: string;
  readonly title: string;
  readonly say: string;
  readonly help: string | null;
  readonly options: readonly Option[];
  /** Of a number or a date. */
  readonly limits: Question['limits'];
  /** Inside the distance questions: how many are still to come, this one included. */
  readonly remaining: { readonly min: number; readonly max: number } | null;
  /** Whether the card in `facts.card` is shown beside the question. */
  readonly showCard: boolean;
};

/** An answered question on the path. */
export type PathStep = {
  readonly question: string;
  readonly section: string;
  readonly title: string;
  readonly answerLabel: string;
  readonly value: AnswerValue;
};

/** A call's script, as its answers leave it. */
export type ScriptRun = {
  readonly current: Step;
  readonly path: readonly PathStep[];
  /** Answers that the path does not pass. They count for nothing, and come back if the path does. */
  readonly inactive: readonly LoggedAnswer[];
  /** Titles of the sections that can still come. */
  readonly ahead: readonly string[];
  readonly facts: Facts;
  /** Of the latest score node on the path; `null` before there is one. */
  readonly assessment: Assessment | null;
  /** Set where the script has come to its end. */
  readonly outcome: ScriptOutcome | null;
};

/**
 * Where a call stands: its answers followed from the start. Of several answers to one question the last
 * in the log counts. Going back is leaving answers out; changing one is adding one.
 */
export function runScript(script: CompiledScript, answers: readonly LoggedAnswer[]): ScriptRun {
  const latest = new Map(answers.map((answer) => [answer.question, answer]));
  const walk = script.follow(
    new Map([...latest].map(([question, { value }]) => [question, value])),
  );
  const passed = new Set(walk.path.map(({ question }) => question));
  const assessment = assessmentOf(script, walk);
  const isScored = splitQuestion(walk.current.id)[1] !== null;
  return {
    current: stepOf(walk.current, isScored ? assessment : null),
    path: walk.path.map(({ question, value }) => pathStep(script, question, value)),
    inactive: [...latest.values()].filter(({ question }) => !passed.has(question)),
    ahead: script.ahead(walk.current.id),
    facts: toFacts(factValues(walk.path, script.questions)),
    assessment,
    outcome: script.outcome(walk.current.id),
  };
}

/** The outcome to which an answer would lead at once; `null` where questions follow, or it is no answer. */
export function outcomeAfter(
  script: CompiledScript,
  answers: readonly LoggedAnswer[],
  question: string,
  value: AnswerValue,
): ScriptOutcome | null {
  // The time of an answer does not lead anywhere.
  const answered = { question, value, at: answers.at(-1)?.at ?? '' };
  return runScript(script, [...answers, answered]).outcome;
}

/** SC-24: whether the script has the question, and the question such an answer. */
export function checkAnswer(
  script: CompiledScript,
  question: string,
  value: AnswerValue,
): Result<null, 'unknown-question' | 'unknown-answer'> {
  const asked = script.questions.get(question);
  if (asked === undefined || asked.kind === 'outcome') return err('unknown-question');
  return accepts(asked, value) ? ok(null) : err('unknown-answer');
}

function stepOf(question: Question, assessment: Assessment | null): Step {
  const { id, kind, section, title, say, help, options, limits, showCard } = question;
  const remaining = assessment?.remaining ?? null;
  return { kind, question: id, section, title, say, help, options, limits, remaining, showCard };
}

function pathStep(script: CompiledScript, id: string, value: AnswerValue): PathStep {
  const question = present(script.questions.get(id), 'the path passes the script’s own questions');
  const { section, title } = question;
  return { question: id, section, title, answerLabel: answerLabel(question, value), value };
}

/** What the latest score node on the way has found so far; `null` before there is one. */
export function assessmentOf(script: CompiledScript, { path, current }: Walk): Assessment | null {
  const score = [...path.map(({ question }) => question), current.id]
    .map((question) => splitQuestion(question)[0])
    .findLast((node) => script.models.has(node));
  const model = score === undefined ? undefined : script.models.get(score);
  if (score === undefined || model === undefined) return null;
  return assess(model, scoreAnswers(path, score));
}
