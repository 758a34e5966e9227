import type { Outcome } from '#src/calls';
import type { Level } from '#src/distance';
import type { Fate } from './fates.ts';

/** A number of closed calls that have the same facts. */
export type TallyRow = {
  /** How many calls, one or more. */
  readonly calls: number;
  /** `null` exactly where the call carried no request. */
  readonly outcome: Outcome | null;
  readonly service: string | null;
  readonly level: Level | null;
  /** What went to a venue: `booked` once it had a time, wherever that is kept; `null` where nothing went. */
  readonly referral: 'booked' | 'requested' | null;
  /** What became of it; `null` exactly where nothing went to a venue. */
  readonly fate: Fate | null;
};

/** The figures of a period. They reconcile: see ST-1 to ST-4. */
export type Tally = {
  readonly calls: number;
  readonly withoutRequest: number;
  readonly requests: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly referrals: number;
  readonly booked: number;
  readonly byFate: Readonly<Record<Fate, number>>;
  readonly byLevel: Readonly<Record<Level | 'none', number>>;
  readonly byService: readonly { readonly service: string | null; readonly requests: number }[];
};

/**
 * Adds the rows up.
 *
 * - ST-1: calls = withoutRequest + requests
 * - ST-2: requests = the sum of byOutcome = of byLevel = of byService
 * - ST-3: booked <= referrals <= requests
 * - ST-17: referrals = the sum of byFate
 * - ST-4: no call is counted twice, none is left out
 */
export function tally(rows: readonly TallyRow[]): Tally {
  const requests = rows.filter((row) => row.outcome !== null);
  const referrals = requests.filter((row) => row.referral !== null);
  const ended = (outcome: Outcome) => sum(requests.filter((row) => row.outcome === outcome));
  const became = (fate: Fate) => sum(referrals.filter((row) => row.fate === fate));
  const at = (level: Level | null) => sum(requests.filter((row) => row.level === level));
  return {
    calls: sum(rows),
    withoutRequest: sum(rows.filter((row) => row.outcome === null)),
    requests: sum(requests),
    byOutcome: {
      solved: ended('solved'),
      'partly-solved': ended('partly-solved'),
      referred: ended('referred'),
      unsolved: ended('unsolved'),
      'cut-off': ended('cut-off'),
    },
    referrals: sum(referrals),
    booked: sum(referrals.filter((row) => row.referral === 'booked')),
    byFate: {
      solved: became('solved'),
      'partly-solved': became('partly-solved'),
      'next-appointment': became('next-appointment'),
      'passed-on': became('passed-on'),
      attended: became('attended'),
      missed: became('missed'),
      cancelled: became('cancelled'),
      refused: became('refused'),
      expired: became('expired'),
      ahead: became('ahead'),
      'without-news': became('without-news'),
    },
    byLevel: { E0: at('E0'), E1: at('E1'), E2: at('E2'), E3: at('E3'), none: at(null) },
    byService: byService(requests),
  };
}

function sum(rows: readonly TallyRow[]): number {
  return rows.reduce((total, row) => total + row.calls, 0);
}

/** Most asked first; requests that named no service last. */
function byService(requests: readonly TallyRow[]): Tally['byService'] {
  const rowsByService = Map.groupBy(requests, (row) => row.service);
  return [...rowsByService]
    .map(([service, rows]) => ({ service, requests: sum(rows) }))
    .sort(
      (a, b) =>
        Number(a.service === null) - Number(b.service === null) ||
        b.requests - a.requests ||
        (a.service ?? '').localeCompare(b.service ?? '', 'fr'),
    );
}
