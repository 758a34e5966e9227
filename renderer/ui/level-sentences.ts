import type { Level, LevelExplanation } from '#src/distance';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.tsx';

/** DI-14 in words: why, and what follows. */
export type LevelSentences = {
  /** `null` while nothing was answered. */
  readonly why: string | null;
  readonly next: string;
};

/** The two sentences of a level, or of those that are still possible. */
export function levelSentences(
  { common, level: words }: Pick<Messages, 'common' | 'level'>,
  format: Pick<Format, 'list' | 'either'>,
  possible: readonly Level[],
  explanation: LevelExplanation,
): LevelSentences {
  const [first = '', ...others] = possible.map((level) => common.levelNames[level]);
  const names = format.either([first, ...others.map((name) => name.toLowerCase())]);
  const clauses = explanation.because.map(({ answer, deeds }, place) => {
    const clause = words.because[answer];
    if (place > 0) return clause(words.who.again, format.list(deeds));
    return words.period(clause(words.who.first, format.list(deeds)));
  });
  return {
    why: clauses.length === 0 ? null : words.why(names, clauses),
    next: whatFollows(words, explanation.next),
  };
}

function whatFollows({ next }: Messages['level'], what: LevelExplanation['next']): string {
  switch (what.kind) {
    case 'asking':
      return next.asking(what.min, what.max);
    case 'gate-closed':
      return next.gateClosed;
    case 'spared':
      return next.spared(what.questions);
    case 'all-asked':
      return next.allAsked;
  }
}
