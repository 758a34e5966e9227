import type { Level, LevelExplanation } from '#src/distance';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { levelSentences } from './level-sentences.ts';

/** Why a level is what it is, and what follows: two sentences, to be read aloud. */
export function LevelExplained(props: {
  readonly possible: readonly Level[];
  readonly explanation: LevelExplanation;
}) {
  const { why, next } = levelSentences(
    useMessages(),
    useFormat(),
    props.possible,
    props.explanation,
  );
  return (
    <div className="level-explained">
      {why === null ? null : <p>{why}</p>}
      <p className="quiet">{next}</p>
    </div>
  );
}
