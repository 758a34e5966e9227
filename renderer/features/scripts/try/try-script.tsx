import { useMemo } from 'react';
import type { DistanceModel } from '#src/distance';
import {
  type AnswerValue,
  checkScript,
  compileScript,
  runScript,
  type ScriptDocument,
  type SolutionCard,
} from '#src/script';

/** An answer of a trial, as an example of the script writes it. */
export type TriedAnswer = { readonly question: string; readonly answer: AnswerValue };

/** Walks an edited script as a call. The document is linked. */
export function TryScript(props: {
  readonly document: ScriptDocument;
  readonly models: readonly DistanceModel[];
  readonly cards: readonly SolutionCard[];
  /** The nodes passed so far, and the one that is asked. */
  readonly onPass: (questions: readonly string[], current: string) => void;
  /** Keeps the trial as an example: its answers, and the outcome's node. */
  readonly onKeep?: (answers: readonly TriedAnswer[], outcome: string) => void;
  readonly onLeave: () => void;
}) {
  const { document, models } = props;
  const run = useMemo(() => {
    const isSound = checkScript(document, models).every(({ severity }) => severity === 'warning');
    return isSound ? runScript(compileScript(document, models), []) : null;
  }, [document, models]);
  return <p>{run?.current.say}</p>;
}
