import { present } from '#src/kernel';
import type { Assessment, DistanceAnswers } from './assess.ts';
import {
  type Dimension,
  type DistanceAnswer,
  type DistanceModel,
  dimensions,
  distanceAnswers,
} from './model.ts';

/** What follows from the answers so far. */
export type WhatFollows =
  /** The level is open: how many questions are still to come. */
  | { readonly kind: 'asking'; readonly min: number; readonly max: number }
  /** DI-2: the others ask what is done on the Internet. */
  | { readonly kind: 'gate-closed' }
  /** DI-4: so many questions need not be asked. */
  | { readonly kind: 'spared'; readonly questions: number }
  | { readonly kind: 'all-asked' };

/**
 * DI-14: why the level is what it is, and what follows from it. The screen makes two sentences of them: only
 * it has words, which are the same for whoever asked and whoever receives the person.
 */
export type LevelExplanation = {
  /** What the person does alone, with help, not, does not know, in this order; none of them is empty. */
  readonly because: readonly {
    readonly answer: DistanceAnswer;
    /** In the infinitive, in the order in which they were asked: "lire ou envoyer un mail". */
    readonly deeds: readonly string[];
  }[];
  readonly next: WhatFollows;
};

/** Explains what `assessment` found: only questions that were asked are in it. */
export function explainLevel(
  model: DistanceModel,
  answers: DistanceAnswers,
  assessment: Assessment,
): LevelExplanation {
  const because = distanceAnswers.map((answer) => ({
    answer,
    deeds: assessment.asked
      .filter((id) => answers[id] === answer)
      .map((id) => present(model.questions[id], 'a model has the words of what it asks').deed),
  }));
  return {
    because: because.filter(({ deeds }) => deeds.length > 0),
    next: whatFollows(model, answers, assessment),
  };
}

function whatFollows(
  model: DistanceModel,
  answers: DistanceAnswers,
  { level, remaining, spared }: Assessment,
): WhatFollows {
  if (level === null) return { kind: 'asking', ...remaining };
  const atGate = answers[model.gate.question];
  if (atGate === 'non' || atGate === 'nsp') return { kind: 'gate-closed' };
  return spared === 0 ? { kind: 'all-asked' } : { kind: 'spared', questions: spared };
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
