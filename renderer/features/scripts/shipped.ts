import type { ScriptWorkshop } from '#src/contract';
import { type DistanceModel, parseDistanceModel } from '#src/distance';
import {
  checkScript,
  type Finding,
  linkScript,
  parseScript,
  parseSolutionCard,
  type ScriptDocument,
  type SolutionCard,
} from '#src/script';
import type { EditedScript } from './edited/edited-script.ts';

/** What a script may name: distance models, solution cards, and the other scripts. */
export type Shipped = {
  readonly models: readonly DistanceModel[];
  readonly cards: readonly SolutionCard[];
  readonly library: readonly ScriptDocument[];
};

export function shippedOf(workshop: ScriptWorkshop): Shipped {
  return {
    models: workshop.models.flatMap((json) => valuesOf(parseDistanceModel(json))),
    cards: workshop.cards.flatMap((json) => valuesOf(parseSolutionCard(json))),
    library: workshop.library.flatMap((json) => valuesOf(parseScript(json))),
  };
}

function valuesOf<Value>(
  parsed: { readonly ok: true; readonly value: Value } | { readonly ok: false },
): readonly Value[] {
  return parsed.ok ? [parsed.value] : [];
}

/** An edited script looked at: what the checker finds, and the document where its shape is sound. */
export type Checked = {
  readonly findings: readonly Finding[];
  readonly errors: number;
  /** `null` while a part is missing: it can be neither compared nor exported. */
  readonly document: ScriptDocument | null;
  /** With the scripts that it runs; `null` while there is an error: it cannot be tried. */
  readonly sound: ScriptDocument | null;
};

export function checked(script: EditedScript, { models, cards, library }: Shipped): Checked {
  // Parts without a value are not in the file that is saved, and so not in the one that is checked.
  const file: unknown = JSON.parse(JSON.stringify(script));
  const parsed = parseScript(file);
  const linked = parsed.ok ? linkScript(parsed.value, library) : null;
  const findings =
    parsed.ok && linked !== null
      ? checkScript(
          linked,
          models,
          cards.map(({ id }) => id),
        )
      : parsed.ok
        ? []
        : parsed.error;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    findings,
    errors,
    document: parsed.ok ? parsed.value : null,
    sound: errors === 0 ? linked : null,
  };
}
