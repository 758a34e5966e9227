import {
  type AnswerValue,
  type CompiledScript,
  checkAnswer,
  type LoggedAnswer,
  type Question,
  runScript,
  type ScriptRun,
} from '#src/script';
import { type Persona, type Reply, replyTo } from './persona.ts';

/**
 * The call as it was to be: the script followed with the person's own answers, to its end or to the question after
 * which the call is closed. `given` are the answers of a call: where one of them is as good as the person's, the
 * path goes its way. It stops early where the script asks what the person's answer does not fit, as after a change
 * of script.
 */
export function goodRun(
  script: CompiledScript,
  persona: Persona,
  given: ReadonlyMap<string, AnswerValue> = new Map(),
): ScriptRun {
  const { end } = persona.expected;
  const answers: LoggedAnswer[] = [];
  for (;;) {
    const run = runScript(script, answers);
    const { question } = run.current;
    const asked = script.questions.get(question);
    if (end.kind === 'no-request' && run.path.at(-1)?.question === end.after) return run;
    if (asked === undefined || run.outcome !== null) return run;
    const reply = replyTo(persona, question);
    const said = given.get(question);
    const value = said !== undefined && isAsGood(asked, reply, said) ? said : reply.choice;
    if (!checkAnswer(script, question, value).ok) return run;
    // The time of an answer leads nowhere.
    answers.push({ question, value, at: '' });
  }
}

/** Whether the answer is one to which the person's words amount; what is typed, nobody types in the same words. */
function isAsGood(question: Question, { choice, orElse = [] }: Reply, said: AnswerValue): boolean {
  const good = [choice, ...orElse];
  const isTyped = (value: AnswerValue) => !question.options.some(({ id }) => id === value);
  if (question.kind === 'text' && isTyped(said)) return good.some(isTyped);
  return good.some((value) => isSameAnswer(value, said));
}

/** Whether two answers say the same: several of them in any order. */
export function isSameAnswer(one: AnswerValue, other: AnswerValue): boolean {
  return orderless(one) === orderless(other);
}

function orderless(value: AnswerValue): string {
  return JSON.stringify(typeof value === 'string' ? [value] : value.toSorted());
}
