import {
  type AnswerValue,
  type CompiledScript,
  distanceSoFar,
  type LoggedAnswer,
  ownNode,
  type ScriptRun,
  sayingSeconds,
} from '#src/script';

/** An answer of a trial, as an example of the script writes it. */
export type TriedAnswer = { readonly question: string; readonly answer: AnswerValue };

/** A trial is timed by nobody: where it leads does not depend on when. */
const anyTime = '1970-01-01T00:00:00Z';

/** The answers with one more, or changed. */
export function answered(
  answers: readonly LoggedAnswer[],
  question: string,
  value: AnswerValue,
): readonly LoggedAnswer[] {
  return [...answers, { question, value, at: anyTime }];
}

/** The script's own nodes at which something was said so far, the one that is asked now last. */
export function nodesSaid({ path, current }: ScriptRun): readonly string[] {
  return [...path, current]
    .map(({ question }) => ownNode(question))
    .filter((node, index, all) => node !== all[index - 1]);
}

/** How long it all takes to say up to here, in seconds. */
export function secondsSaid(script: CompiledScript, { path, current }: ScriptRun): number {
  return [...path, current].reduce(
    (sum, { question }) => sum + sayingSeconds(script.questions.get(question)?.say ?? ''),
    0,
  );
}

/** What an example of the script would write: instructions ask nothing. */
export function triedAnswers(script: CompiledScript, { path }: ScriptRun): readonly TriedAnswer[] {
  return path.flatMap(({ question, value }) =>
    script.questions.get(question)?.kind === 'instruction' ? [] : [{ question, answer: value }],
  );
}

/** A fact and the answer that gave it, in words. */
export type Gathered = { readonly fact: string; readonly answer: string };

/** What the answers say of the call, each fact by the last answer that gave it. */
export function factsGathered(script: CompiledScript, { path }: ScriptRun): readonly Gathered[] {
  const facts = new Map<string, string>();
  for (const { question, answerLabel } of path) {
    const fact = script.questions.get(question)?.fact;
    if (fact !== null && fact !== undefined) facts.set(fact, answerLabel);
  }
  return [...facts].map(([fact, answer]) => ({ fact, answer }));
}

/** The level that was found, or those still possible; none before a first question of the distance was answered. */
export function levelsSoFar(script: CompiledScript, run: ScriptRun) {
  const assessment = distanceSoFar(script, run)?.assessment;
  return assessment === undefined || assessment.asked.length === 0 ? [] : assessment.possible;
}
