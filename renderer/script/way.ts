import {
  type AnswerValue,
  answerLabel,
  type CompiledScript,
  type LoggedAnswer,
  outcomeAfter,
  type PathStep,
  type ScriptRun,
  type Step,
} from '#src/script';

/** A stop of the way: an answered question, or the one that is asked. */
export type Stop = {
  readonly question: string;
  readonly title: string;
  /** What was answered, in words; `null` while it is asked, and for words that ask nothing. */
  readonly answer: string | null;
  /** On screen now. */
  readonly isShown: boolean;
};
export type WaySection = {
  /** The question of its first stop: a section may come back later on the way. */
  readonly id: string;
  readonly title: string;
  readonly stops: readonly Stop[];
};

/** The answered steps by section, in order, with the question that the script asks last. */
export function waySections(
  script: CompiledScript,
  run: ScriptRun,
  shown: string,
): readonly WaySection[] {
  const steps = [...run.path, { ...run.current, answerLabel: null }];
  const sections: { id: string; title: string; stops: Stop[] }[] = [];
  for (const { question, section, title, answerLabel: label } of steps) {
    const isSaid = script.questions.get(question)?.kind === 'instruction';
    const stop = { question, title, answer: isSaid ? null : label, isShown: question === shown };
    const last = sections.at(-1);
    if (last?.title === section) last.stops.push(stop);
    else sections.push({ id: question, title: section, stops: [stop] });
  }
  return sections;
}

/** The question answered before `shown`; `null` at the beginning. */
export function questionBefore(path: readonly PathStep[], shown: string): string | null {
  const position = path.findIndex(({ question }) => question === shown);
  const before = position === -1 ? path : path.slice(0, position);
  return before.at(-1)?.question ?? null;
}

/** The earlier question that is being changed, as it was asked; else what the script asks now. */
export function stepShown(script: CompiledScript, run: ScriptRun, revised: string | null): Step {
  const isOnPath = run.path.some(({ question }) => question === revised);
  const question = revised === null || !isOnPath ? undefined : script.questions.get(revised);
  if (question === undefined) return run.current;
  return { ...question, question: question.id, remaining: null };
}

/** Without the answer that says that somebody is expected: while nothing is booked or asked for, it is not true. */
export function withoutReferring(
  script: CompiledScript,
  answers: readonly LoggedAnswer[],
  step: Step,
): Step {
  if (step.kind !== 'orientation') return step;
  const options = step.options.filter(
    ({ id }) => outcomeAfter(script, answers, step.question, id) !== 'referred',
  );
  return { ...step, options };
}

/** An answer off the way, in words. */
export type AnswerAside = {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
};

/** The answers that the way does not pass any more: kept, and counted for nothing. */
export function answersAside(script: CompiledScript, run: ScriptRun): readonly AnswerAside[] {
  return run.inactive.flatMap(({ question: id, value }) => {
    const question = script.questions.get(id);
    if (question === undefined || id === run.current.question) return [];
    return [{ question: id, title: question.title, answer: answerLabel(question, value) }];
  });
}

/** The obstacles that will be kept, as the script words them: an answer that asks not to note any leaves none. */
export function obstaclesInWords(script: CompiledScript, run: ScriptRun): readonly string[] {
  const asked = [...script.questions.values()].filter(({ fact }) => fact === 'obstacles');
  const labels = new Map(
    asked.flatMap(({ options }) => options.map(({ id, label }) => [id, label])),
  );
  return run.facts.obstacles.map((id) => labels.get(id) ?? id);
}

/** Whether two answers say the same. */
export function isSameAnswer(one: AnswerValue, other: AnswerValue | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
