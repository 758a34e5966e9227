import { present } from '#src/kernel';
import type { DistanceAnswers } from './assess.ts';
import { type Level, levels } from './levels.ts';
import { branchOf, type DistanceModel } from './model.ts';

/** People who gave the same answers: how many of them are of each level by the reference. */
export type Tally = {
  readonly answers: DistanceAnswers;
  readonly found: Readonly<Record<Level, number>>;
};

/**
 * The table that fits people best: in each cell the level that most of those who end there have. No
 * weight, no smoothing: whoever has the answers can work it out by hand. As many of two levels, or
 * nobody at all, is the farther one: it errs towards more help.
 */
export function fitTable(
  model: Pick<DistanceModel, 'routing' | 'branches'>,
  tallies: readonly Tally[],
): DistanceModel['table'] {
  return Array.from({ length: model.routing.length + 1 }, (_, row) => {
    const branch = branchOf(model, row);
    const routed = tallies.filter(({ answers }) => countAlone(model.routing, answers) === row);
    return fitCounts(branch, routed).levels;
  });
}

/** A form of questions that are all asked: the level by how many are done alone. */
export type FixedForm = {
  readonly questions: readonly string[];
  /** The level for none done alone, for one, and so on. */
  readonly levels: readonly Level[];
};

/**
 * The best fixed form of `size` questions: every choice among `questions` is tried, and the one that
 * gives most people their level is kept, the first of those that do as well.
 */
export function fitFixedForm(
  questions: readonly string[],
  size: number,
  tallies: readonly Tally[],
): FixedForm {
  const forms = choicesOf(questions, size).map((chosen) => ({
    questions: chosen,
    ...fitCounts(chosen, tallies),
  }));
  const best = forms.reduce((kept, form) => (form.right > kept.right ? form : kept));
  return { questions: best.questions, levels: best.levels };
}

/** How many of the questions are done alone. */
export function countAlone(questions: readonly string[], answers: DistanceAnswers): number {
  return questions.filter((question) => answers[question] === 'seul').length;
}

/** The most frequent level by how many of `questions` are done alone, and how many people it is right for. */
function fitCounts(
  questions: readonly string[],
  tallies: readonly Tally[],
): { readonly levels: Level[]; readonly right: number } {
  const cells = Array.from({ length: questions.length + 1 }, () => ({
    E0: 0,
    E1: 0,
    E2: 0,
    E3: 0,
  }));
  for (const { answers, found } of tallies) {
    const cell = present(cells[countAlone(questions, answers)], 'a count is at most the length');
    for (const level of levels) cell[level] += found[level];
  }
  const fitted = cells.map((cell) => {
    const level = mostFrequent(cell);
    return { level, right: cell[level] };
  });
  return {
    levels: fitted.map(({ level }) => level),
    right: fitted.reduce((sum, { right }) => sum + right, 0),
  };
}

function mostFrequent(found: Tally['found']): Level {
  return levels.reduce((kept, level) => (found[level] >= found[kept] ? level : kept));
}

/** Every way of choosing `size` of the questions, in their order. */
function choicesOf(questions: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return questions.flatMap((question, place) =>
    choicesOf(questions.slice(place + 1), size - 1).map((rest) => [question, ...rest]),
  );
}
