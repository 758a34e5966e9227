import type { DistanceModel } from '#src/distance';
import type { ScriptDocument, ScriptNode } from './document.ts';

/** A script of sound shape, and what the checks look up in it again and again. */
export type CheckedScript = {
  readonly document: ScriptDocument;
  readonly nodes: ReadonlyMap<string, ScriptNode>;
  readonly models: readonly DistanceModel[];
  /** Ids of the solution cards there are; `null`: not known, so not checked. */
  readonly cards: ReadonlySet<string> | null;
};
