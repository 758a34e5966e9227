import { z } from 'zod';
import type { CompiledScript } from './compile.ts';
import { passInstructions } from './pass-instructions.ts';
import type { AnswerValue, Question } from './questions.ts';
import { checkAnswer } from './run.ts';

/** One line of `script run`: the question that comes next, or the outcome's node. */
export type LineRun = { readonly next: string } | { readonly outcome: string };

const lineAnswers = z.strictObject({
  answers: z.array(
    z.strictObject({
      question: z.string(),
      answer: z.union([z.string(), z.number().transform(String), z.array(z.string())]),
    }),
  ),
});

/**
 * SC-27: where the answers of one line lead. An instruction asks nothing and is passed without an answer.
 * An answer that the script does not know is an error, wherever it stands; one off the path is not.
 */
export function runLine(
  script: CompiledScript,
  line: Readonly<Record<string, unknown>>,
): LineRun | { readonly error: string } {
  const parsed = lineAnswers.safeParse(line);
  if (!parsed.success) return { error: shapeError(parsed.error) };
  const answers = new Map<string, AnswerValue>();
  for (const [index, { question, answer }] of parsed.data.answers.entries()) {
    const checked = checkAnswer(script, question, answer);
    if (!checked.ok) return { error: answerError(script, index, question) };
    answers.set(question, answer);
  }
  const { current } = passInstructions(script, answers);
  return script.outcome(current.id) === null ? { next: current.id } : { outcome: current.id };
}

function shapeError(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('/') || 'line'}: ${issue?.message ?? 'not understood'}`;
}

function answerError(script: CompiledScript, index: number, id: string): string {
  const question = script.questions.get(id);
  if (question === undefined || question.kind === 'outcome') {
    return `answers/${index}/question: there is no question "${id}"`;
  }
  return `answers/${index}/answer: "${id}" takes ${taken(question)}`;
}

function taken({ kind, options, limits }: Question): string {
  const ids = options.map(({ id }) => id);
  switch (kind) {
    case 'text':
      return ['1 to 500 characters', ...ids].join(', ');
    case 'number':
    case 'date': {
      const bounds = limits === null ? [] : [limits.min, limits.max];
      const format = kind === 'number' ? 'a number' : 'a date YYYY-MM-DD';
      return [
        bounds.some((bound) => bound !== null) ? `${format} within its limits` : format,
        ...ids,
      ].join(', ');
    }
    case 'commune':
      return ['an INSEE code', ...ids].join(', ');
    case 'choices':
      return `a list of ${ids.join(', ')}`;
    default:
      return ids.join(', ');
  }
}
