import type { Assessment, DistanceAnswers } from './assess.ts';
import type { DistanceAnswer, DistanceModel } from './model.ts';

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
