import { assess, type DistanceModel } from '#src/distance';
import { type CompiledScript, compileSound, type Walk } from './compile.ts';
import { holds, partsOf, type SimpleCondition } from './condition.ts';
import type { ScriptDocument } from './document.ts';
import { flatten } from './flat-script.ts';
import { splitQuestion } from './ids.ts';
import { dayOf } from './measures.ts';
import { knownFrom, scoreAnswers } from './path.ts';
import type { AnswerValue, Question } from './questions.ts';

/** One answer to one question, and where it leads; before it, the fewest answers that come to the question. */
export type Transition = {
  readonly before: ReadonlyMap<string, AnswerValue>;
  readonly question: string;
  readonly answer: AnswerValue;
  /** The question that comes next, or the outcome. */
  readonly leadsTo: string;
};

/**
 * SC-38: every answer to every question once, each tried at the end of a shortest way to its question. Whole ways
 * are never listed: there are millions. Of what is typed, one answer stands for all.
 *
 * @param document linked, and without error
 */
export function transitionsOf(
  document: ScriptDocument,
  models: readonly DistanceModel[],
): readonly Transition[] {
  const script = compileSound(document, models);
  const parts = conditionsIn(document);
  const start = script.follow(new Map());
  const ways = new Map([
    [
      standingOf(script, parts, start),
      { before: new Map<string, AnswerValue>(), id: start.current.id },
    ],
  ]);
  const tried = new Set<string>();
  const transitions: Transition[] = [];
  for (const { before, id } of ways.values()) {
    const question = script.questions.get(id);
    for (const answer of question === undefined ? [] : answersTo(question)) {
      const after = new Map([...before, [id, answer] as const]);
      const walk = script.follow(after);
      const standing = standingOf(script, parts, walk);
      if (!ways.has(standing)) ways.set(standing, { before: after, id: walk.current.id });
      const name = JSON.stringify([id, answer]);
      if (tried.has(name)) continue;
      tried.add(name);
      transitions.push({ before, question: id, answer, leadsTo: walk.current.id });
    }
  }
  return transitions;
}

/** Everything that some decision asks. */
function conditionsIn(document: ScriptDocument): readonly SimpleCondition[] {
  return [...flatten(document).script.nodes.values()].flatMap((node) =>
    node.type === 'decision' ? node.cases.flatMap(({ when }) => partsOf(when)) : [],
  );
}

/** Two ways that stand alike go on alike: the same question, and the same to every decision still to come. */
function standingOf(
  script: CompiledScript,
  parts: readonly SimpleCondition[],
  { path, current }: Walk,
): string {
  const known = knownFrom(path, script.questions, script.models);
  const [node, asked] = splitQuestion(current.id);
  const model = asked === null ? undefined : script.models.get(node);
  const score = model === undefined ? null : assess(model, scoreAnswers(path, node));
  return JSON.stringify([
    current.id,
    parts.map((part) => (holds(part, known) ? 1 : 0)),
    score && [score.routing.alone, score.second.alone],
  ]);
}

/** Each option alone; all together where several may be; one answer that is typed. */
function answersTo({ kind, options, limits }: Question): readonly AnswerValue[] {
  const chosen = options.map(({ id }) => (kind === 'choices' ? [id] : id));
  const together = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  switch (kind) {
    case 'choices':
      return together.length > 1 ? [...chosen, together] : chosen;
    case 'text':
      return [...chosen, 'Avec ses mots'];
    case 'commune':
      return [...chosen, '48095'];
    case 'number':
      return [...chosen, String(limits?.min ?? limits?.max ?? 1)];
    case 'date':
      return [...chosen, dayOf(limits?.min ?? limits?.max ?? 0)];
    default:
      return chosen;
  }
}
