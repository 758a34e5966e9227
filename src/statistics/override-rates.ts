import { type Level, levels, type OverrideReason, overrideReasons } from '#src/distance';
import { fewestPeople, toldParts } from './small-numbers.ts';

/** A number of closed calls in which a question was asked, by what the adviser said of the level. */
export type OverrideRow = {
  /** `id@version` of the model. */
  readonly model: string;
  readonly question: string;
  /** `null`: the adviser left the level as it was measured. */
  readonly override: {
    readonly measured: Level;
    readonly level: Level;
    readonly reason: OverrideReason;
  } | null;
  readonly calls: number;
};

/**
 * How often the level was corrected where a question was asked: a question whose levels are often corrected is asked badly,
 * or understood badly. Shares are of 1 and rounded, see ST-12; `null`: not told.
 */
export type OverrideRate = {
  readonly model: string;
  readonly question: string;
  /** Calls in which it was asked, rounded down to a ten. */
  readonly asked: number | null;
  /** Shares of these calls. */
  readonly corrected: number | null;
  readonly nearer: number | null;
  readonly farther: number | null;
  /** Shares of the calls corrected, of the reasons that were given and are told. */
  readonly reasons: readonly { readonly reason: OverrideReason; readonly share: number }[];
};

const countStep = 10;
const shareStep = 0.05;

/** Adds the rows up by question, and keeps back what is about too few calls: ST-12. */
export function overrideRates(rows: readonly OverrideRow[]): readonly OverrideRate[] {
  const byQuestion = Map.groupBy(rows, ({ model, question }) => `${model} ${question}`);
  return [...byQuestion.values()].flatMap((of) => {
    const [first] = of;
    return first === undefined ? [] : [rateOf(first, of)];
  });
}

function rateOf(
  { model, question }: Pick<OverrideRow, 'model' | 'question'>,
  rows: readonly OverrideRow[],
): OverrideRate {
  const ways = { kept: 0, nearer: 0, farther: 0 };
  for (const { override, calls } of rows) ways[wayOf(override)] += calls;
  const all = ways.kept + ways.nearer + ways.farther;
  const corrected = all - ways.kept;
  if (all < fewestPeople) {
    const untold = { asked: null, corrected: null, nearer: null, farther: null, reasons: [] };
    return { model, question, ...untold };
  }
  const told = toldParts(ways);
  const share = (part: number | undefined) => (part === undefined ? null : roundedShare(part, all));
  return {
    model,
    question,
    asked: all - (all % countStep),
    corrected: told.has('kept') ? roundedShare(corrected, all) : null,
    nearer: share(told.get('nearer')),
    farther: share(told.get('farther')),
    reasons: told.has('kept') ? reasonsOf(rows, corrected) : [],
  };
}

/** Where the adviser puts the person, seen from where the answers do. */
function wayOf(override: OverrideRow['override']): 'kept' | 'nearer' | 'farther' {
  if (override === null) return 'kept';
  const { measured, level } = override;
  return levels.indexOf(level) < levels.indexOf(measured) ? 'nearer' : 'farther';
}

function reasonsOf(rows: readonly OverrideRow[], corrected: number): OverrideRate['reasons'] {
  const count = (reason: OverrideReason) =>
    rows
      .filter(({ override }) => override?.reason === reason)
      .reduce((total, { calls }) => total + calls, 0);
  const told = toldParts({
    'says-less': count('says-less'),
    'says-more': count('says-more'),
    'answered-for-another': count('answered-for-another'),
    'not-understood': count('not-understood'),
    other: count('other'),
  } satisfies Record<OverrideReason, number>);
  return overrideReasons.flatMap((reason) => {
    const calls = told.get(reason) ?? 0;
    return calls === 0 ? [] : [{ reason, share: roundedShare(calls, corrected) }];
  });
}

function roundedShare(calls: number, all: number): number {
  // A twentieth has no exact binary form.
  return Number((Math.round(calls / all / shareStep) * shareStep).toFixed(2));
}
