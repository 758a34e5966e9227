/** Words that stayed, went or came, in the order in which they are read. */
export type WordRun = { readonly kind: 'kept' | 'gone' | 'come'; readonly words: string };

/** Compares two texts word by word: what both say in the same order is kept, as much of it as can be. */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const one = tokensOf(before);
  const two = tokensOf(after);
  const shared = sharedLengths(one, two);
  const runs: WordRun[] = [];
  const say = (kind: WordRun['kind'], words = '') => {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, words: last.words + words };
    else runs.push({ kind, words });
  };
  let [here, there] = [0, 0];
  while (here < one.length || there < two.length) {
    if (here < one.length && one[here] === two[there]) {
      say('kept', one[here++]);
      there++;
    } else if (
      here < one.length &&
      lengthAt(shared, here + 1, there) >= lengthAt(shared, here, there + 1)
    ) {
      say('gone', one[here++]);
    } else say('come', two[there++]);
  }
  return runs;
}

/** Words, each with the space after it. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

/** How many words can be kept of what comes after a place in either text. */
function sharedLengths(one: readonly string[], two: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: two.length + 1 }, () => 0),
  );
  for (let here = one.length - 1; here >= 0; here--) {
    for (let there = two.length - 1; there >= 0; there--) {
      const row = lengths[here];
      if (row === undefined) continue;
      row[there] =
        one[here] === two[there]
          ? lengthAt(lengths, here + 1, there + 1) + 1
          : Math.max(lengthAt(lengths, here + 1, there), lengthAt(lengths, here, there + 1));
    }
  }
  return lengths;
}

/** Past either end, less than nothing: the other text goes on. */
function lengthAt(lengths: readonly (readonly number[])[], here: number, there: number): number {
  return lengths[here]?.[there] ?? -1;
}
