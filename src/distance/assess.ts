import { present } from '#src/kernel';
import { type Level, levels } from './levels.ts';
import { branchOf, type DistanceAnswer, type DistanceModel } from './model.ts';

/** How far one of the two stages is. `of` is 0 while nobody knows which branch will be asked. */
export type Stage = { readonly alone: number; readonly answered: number; readonly of: number };

/** What the answers so far say. */
export type Assessment = {
  /** The question to ask now; `null`: the level is known. */
  readonly next: string | null;
  readonly level: Level | null;
  /** The levels that the answers still to come can lead to, nearest first. */
  readonly possible: readonly Level[];
  /** The questions asked and answered, in order. */
  readonly asked: readonly string[];
  /** How many questions are still to be asked, at the least and at the most. */
  readonly remaining: { readonly min: number; readonly max: number };
  /** How many questions the early stop took away: 0 until the level is known, and where the gate is closed. */
  readonly spared: number;
  /** DI-7: too much that the person does not know to lean on the level. */
  readonly fragile: boolean;
  /** `id@version` of the model. */
  readonly model: string;
  readonly routing: Stage;
  readonly second: Stage;
};

/** Answers by question id. */
export type DistanceAnswers = Readonly<Record<string, DistanceAnswer | undefined>>;

/** Three "does not know" among the questions asked make a level fragile. */
const fragileFrom = 3;

/**
 * Where the answers lead: the next question, or the level. Answers to questions that this path does not
 * ask are ignored, so that a changed answer never needs the others to be taken away.
 */
export function assess(model: DistanceModel, answers: DistanceAnswers): Assessment {
  const position = walk(model, answers);
  const possible = possibleLevels(model, position);
  const level = possible.length === 1 ? present(possible[0], 'it has one entry') : null;
  const unknown = position.asked.filter((question) => answers[question] === 'nsp');
  return {
    next: level === null ? nextQuestion(model, position) : null,
    level,
    possible,
    asked: position.asked,
    remaining: remainingFrom(model, position),
    spared: level === null ? 0 : unaskedFrom(model, position),
    fragile: unknown.includes(model.gate.question) || unknown.length >= fragileFrom,
    model: model.stamp,
    routing: position.routing,
    second: position.second,
  };
}

/** Whether the gate is passed, and how many things are done alone in each stage. */
type Position = {
  readonly gate: 'unasked' | 'open' | 'closed';
  readonly routing: Stage;
  readonly second: Stage;
  readonly asked: readonly string[];
};

function walk(model: DistanceModel, answers: DistanceAnswers): Position {
  let position = start(model);
  while (possibleLevels(model, position).length > 1) {
    const answer = answers[nextQuestion(model, position)];
    if (answer === undefined) break;
    position = advance(model, position, answer);
  }
  return position;
}

function start(model: DistanceModel): Position {
  return {
    gate: 'unasked',
    routing: { alone: 0, answered: 0, of: model.routing.length },
    second: { alone: 0, answered: 0, of: 0 },
    asked: [],
  };
}

/** DI-2, DI-3: the gate lets through whoever uses it at all; after it, only what is done alone counts. */
function advance(model: DistanceModel, position: Position, answer: DistanceAnswer): Position {
  const asked = [...position.asked, nextQuestion(model, position)];
  if (position.gate === 'unasked') {
    return { ...position, asked, gate: answer === 'seul' || answer === 'aide' ? 'open' : 'closed' };
  }
  if (position.routing.answered === position.routing.of) {
    return { ...position, asked, second: count(position.second, answer) };
  }
  const routing = count(position.routing, answer);
  const isRouted = routing.answered === routing.of;
  const of = isRouted ? branchOf(model, routing.alone).length : 0;
  return { ...position, asked, routing, second: { ...position.second, of } };
}

function count(stage: Stage, answer: DistanceAnswer): Stage {
  return {
    ...stage,
    answered: stage.answered + 1,
    alone: stage.alone + (answer === 'seul' ? 1 : 0),
  };
}

/** The question that the position asks; only where its level is not known yet. */
function nextQuestion(model: DistanceModel, { gate, routing, second }: Position): string {
  if (gate === 'unasked') return model.gate.question;
  const question =
    routing.answered < routing.of
      ? model.routing[routing.answered]
      : branchOf(model, routing.alone)[second.answered];
  return present(question, 'with every question answered the table gives one level');
}

/** DI-4: the levels of every cell of the table that the answers to come can reach. */
function possibleLevels(
  model: DistanceModel,
  { gate, routing, second }: Position,
): readonly Level[] {
  if (gate === 'closed') return [model.gate.closed];
  const reachable = new Set<Level>(gate === 'unasked' ? [model.gate.closed] : []);
  const rowsLeft = routing.of - routing.answered;
  for (const row of model.table.slice(routing.alone, routing.alone + rowsLeft + 1)) {
    const columnsLeft = rowsLeft === 0 ? second.of - second.answered : row.length - 1;
    for (const level of row.slice(second.alone, second.alone + columnsLeft + 1)) {
      reachable.add(level);
    }
  }
  return levels.filter((level) => reachable.has(level));
}

/** Walks on with every answer that counts and every one that does not: 2 to the power of 7 at most. */
function remainingFrom(model: DistanceModel, position: Position): { min: number; max: number } {
  if (possibleLevels(model, position).length === 1) return { min: 0, max: 0 };
  const alone = remainingFrom(model, advance(model, position, 'seul'));
  const notAlone = remainingFrom(model, advance(model, position, 'non'));
  return {
    min: 1 + Math.min(alone.min, notAlone.min),
    max: 1 + Math.max(alone.max, notAlone.max),
  };
}

/** The questions that the full form would still ask, by the shorter way where the branch is open. */
function unaskedFrom(model: DistanceModel, { gate, routing, second }: Position): number {
  if (gate !== 'open') return 0;
  const rowsLeft = routing.of - routing.answered;
  const branches = Array.from(
    { length: rowsLeft + 1 },
    (_, more) => branchOf(model, routing.alone + more).length,
  );
  return rowsLeft + Math.min(...branches) - second.answered;
}
