import type { QualityGroup } from '#src/venues';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.tsx';

type QualityWords = Messages['venueData']['quality'];
type Problem = QualityGroup['problems'][number];

const shortfalls = [
  'withoutHours',
  'hoursNotUnderstood',
  'doubtfulPosition',
  'withoutPosition',
  'withoutContact',
  'stale',
] as const;

/** The kinds of finding, what the producer has to mend first. */
export const problemKinds = ['flagged', 'rejected', 'repaired'] as const;

/** What a group, or several together, lack. */
export type Shortfalls = Pick<QualityGroup, (typeof shortfalls)[number]>;

/** What the groups of a report lack together. */
export function allShortfalls(groups: readonly Shortfalls[]): Shortfalls {
  const sum = (name: keyof Shortfalls) => groups.reduce((all, group) => all + group[name], 0);
  return {
    withoutHours: sum('withoutHours'),
    hoursNotUnderstood: sum('hoursNotUnderstood'),
    doubtfulPosition: sum('doubtfulPosition'),
    withoutPosition: sum('withoutPosition'),
    withoutContact: sum('withoutContact'),
    stale: sum('stale'),
  };
}

/** What is missing, as one would say it: "143 fiches sans horaires". Most frequent first. */
export function shortfallWords(
  group: Shortfalls,
  words: QualityWords,
  format: Format,
): readonly string[] {
  return shortfalls
    .filter((name) => group[name] > 0)
    .toSorted((a, b) => group[b] - group[a])
    .map((name) => words.shortfalls[name](format.number(group[name]), group[name] === 1));
}

/** The field of a finding; the column's own name where the desk has no word for it. */
export function fieldWord({ field }: Problem, words: QualityWords): string {
  if (field === null) return words.row;
  const columns: Readonly<Record<string, string>> = words.columns;
  return columns[field] ?? field;
}

/** What was found, in a sentence; a hub that is newer than this desk may know another reason. */
export function reasonWords({ kind, reason }: Problem, words: QualityWords): string {
  const sentences: Readonly<Record<string, string>> = words.reasons[kind];
  return sentences[reason] ?? words.otherReason(reason);
}

/** The whole of a group as plain text, for a message to the producer. */
export function messageToProducer(
  group: QualityGroup,
  heading: string,
  words: QualityWords,
  format: Format,
): string {
  const problems = problemKinds.flatMap((kind) => {
    const ofKind = group.problems.filter((problem) => problem.kind === kind);
    if (ofKind.length === 0) return [];
    const lines = ofKind.map(
      (problem) =>
        `- ${fieldWord(problem, words)} (${format.number(problem.count)}) : ${reasonWords(problem, words)}`,
    );
    return ['', words.kinds[kind], ...lines];
  });
  const summary = shortfallWords(group, words, format).map((line) => `- ${line}`);
  return [heading, '', ...summary, ...problems].join('\n');
}
