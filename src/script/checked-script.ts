import type { DistanceModel } from '#src/distance';
import type { FlatScript } from './flat-script.ts';

/** A script of sound shape, and what the checks look up in it again and again. */
export type CheckedScript = FlatScript & {
  readonly models: readonly DistanceModel[];
  /** Ids of the solution cards there are; `null`: not known, so not checked. */
  readonly cards: ReadonlySet<string> | null;
};
