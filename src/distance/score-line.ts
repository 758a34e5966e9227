import { z } from 'zod';
import { parseJson } from '#src/kernel';
import { assess } from './assess.ts';
import type { Level } from './levels.ts';
import { type DistanceModel, distanceAnswers } from './model.ts';

/** One line of `distance score`: the result, or why the answers cannot be scored. */
export type ScoredLine =
  | {
      readonly level: Level;
      readonly asked: readonly string[];
      readonly fragile: boolean;
      readonly model: string;
    }
  | { readonly error: string };

const answerRecord = z.record(z.string(), z.enum(distanceAnswers));

/**
 * DI-9: scores one set of answers, given as a JSON object. An unknown question or value anywhere in it is
 * an error, even where the path would not have asked; so is an answer missing that the path needs.
 */
export function scoreLine(model: DistanceModel, line: string): ScoredLine {
  const json = parseJson(line);
  if (!json.ok) return { error: 'not JSON' };
  const parsed = answerRecord.safeParse(json.value);
  if (!parsed.success) return { error: describeIssue(parsed.error) };
  // The keys as written: the parsed record leaves out names that mean something to the language.
  const stranger = Object.keys(Object(json.value)).find(
    (id) => !Object.hasOwn(model.questions, id),
  );
  if (stranger !== undefined) return { error: `unknown question: ${stranger}` };
  const answers = parsed.data;
  const { level, next, asked, fragile } = assess(model, answers);
  if (level === null) return { error: `answer missing: ${next}` };
  return { level, asked, fragile, model: model.stamp };
}

function describeIssue(error: z.ZodError): string {
  const question = error.issues[0]?.path.join('.') ?? '';
  return question === ''
    ? 'not an object of answers'
    : `unknown answer to ${question}: one of ${distanceAnswers.join(', ')} is needed`;
}
