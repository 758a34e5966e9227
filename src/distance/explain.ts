import type { Assessment, DistanceAnswers } from './assess.ts';
import { type Dimension, type DistanceAnswer, type DistanceModel, dimensions } from './model.ts';

/** A question of the model, as an explanation names it. */
export type ExplainedQuestion = {
  readonly id: string;
  readonly title: string;
  /** In the infinitive: "lire ou envoyer un mail". */
  readonly deed: string;
};

/**
 * DI-8: why the level is what it is: what the person does alone, does with help, does not do, does not
 * know. Only questions that were asked are in it. The sentences are the screen's.
 */
export type Explanation = {
  readonly [Answer in DistanceAnswer]: readonly ExplainedQuestion[];
};

/** Sorts the questions that `assessment` asked by what was answered. */
export function explain(
  model: DistanceModel,
  answers: DistanceAnswers,
  assessment: Assessment,
): Explanation {
  const answeredWith = (answer: DistanceAnswer) =>
    assessment.asked.flatMap((id) => {
      const question = model.questions[id];
      if (question === undefined || answers[id] !== answer) return [];
      return [{ id, title: question.title, deed: question.deed }];
    });
  return {
    seul: answeredWith('seul'),
    aide: answeredWith('aide'),
    non: answeredWith('non'),
    nsp: answeredWith('nsp'),
  };
}

/** What is done alone in one dimension, of the questions of it that were asked. */
export type DimensionProfile = {
  readonly dimension: Dimension;
  readonly alone: number;
  readonly asked: number;
};

/**
 * DI-12: what the person does alone, by dimension. A dimension that no question was asked of is left out:
 * the early stop says nothing of it. It stands beside the level and never changes it.
 */
export function profileOf(
  model: DistanceModel,
  answers: DistanceAnswers,
  assessment: Assessment,
): readonly DimensionProfile[] {
  return dimensions.flatMap((dimension) => {
    const asked = assessment.asked.filter((id) => model.questions[id]?.dimension === dimension);
    const alone = asked.filter((id) => answers[id] === 'seul').length;
    return asked.length === 0 ? [] : [{ dimension, alone, asked: asked.length }];
  });
}
