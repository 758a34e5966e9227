import { type Level, levels, type OverrideReason } from '#src/distance';
import { fewestPeople } from './progress.ts';

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
 * or understood badly. Shares are of 1 and rounded, see ST-12; `null`: too few calls to be told.
 */
export type OverrideRate = {
  readonly model: string;
  readonly question: string;
  /** Rounded down to a ten. */
  readonly asked: number | null;
  /** Shares of the calls asked. */
  readonly corrected: number | null;
  readonly nearer: number | null;
  readonly farther: number | null;
  /** Shares of the calls corrected; those of too few calls are left out. */
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
  const corrected = rows.filter(({ override }) => override !== null);
  const all = sum(rows);
  const byReason = Map.groupBy(corrected, ({ override }) => override?.reason);
  return {
    model,
    question,
    asked: all < fewestPeople ? null : Math.floor(all / countStep) * countStep,
    corrected: shareOf(sum(corrected), all),
    nearer: shareOf(sum(corrected.filter((row) => stepsFarther(row) < 0)), all),
    farther: shareOf(sum(corrected.filter((row) => stepsFarther(row) > 0)), all),
    reasons: [...byReason].flatMap(([reason, because]) => {
      const share = shareOf(sum(because), sum(corrected));
      return reason === undefined || share === null ? [] : [{ reason, share }];
    }),
  };
}

/** How much farther the adviser puts the person than the answers do. */
function stepsFarther({ override }: OverrideRow): number {
  if (override === null) return 0;
  return levels.indexOf(override.level) - levels.indexOf(override.measured);
}

function shareOf(calls: number, all: number): number | null {
  if (calls < fewestPeople) return null;
  const steps = Math.round(calls / all / shareStep);
  // A twentieth has no exact binary form.
  return Number((steps * shareStep).toFixed(2));
}

function sum(rows: readonly OverrideRow[]): number {
  return rows.reduce((total, { calls }) => total + calls, 0);
}
