/**
 * One measure, as `--json` prints it: exactly these keys. `ratio` is `value / baseline`; `baseline` was
 * measured in the same run, and the measure's name says what it is. `goal` is a sentence; `met` is
 * `null` where the measure has none.
 */
export type Measure = {
  readonly bench: string;
  readonly measure: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: { readonly what: string; readonly value: number } | null;
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly met: boolean | null;
};

/** What a bench says of one measure; the harness adds its name and the ratio. */
export type Finding = Pick<Measure, 'measure' | 'unit' | 'value'> & {
  readonly baseline?: NonNullable<Measure['baseline']>;
  readonly goal?: { readonly text: string; readonly met: boolean };
};

/** A file `tests/bench/<name>.bench.ts` exports one as `bench`. It ends within four minutes. */
export type Bench = {
  readonly name: string;
  readonly summary: string;
  run(report: (finding: Finding) => void): Promise<void>;
};

/** How long `work` takes: the median of `times` runs, in milliseconds, after one to warm up. */
export async function medianMs(times: number, work: () => unknown): Promise<number> {
  const durations: number[] = [];
  await work();
  for (let run = 0; run < times; run += 1) {
    const began = performance.now();
    await work();
    durations.push(performance.now() - began);
  }
  return durations.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}
