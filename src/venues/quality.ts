import type { Result } from '#src/kernel';
import { freshSince } from './filters.ts';
import type { Flag, Rejection } from './findings.ts';
import type { RowReading } from './read-row.ts';

/** What was read: `read` = `accepted` + `rejected`; the others are parts of `accepted`, a row once each. */
export type VenueCounts = {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly repaired: number;
  readonly flagged: number;
  /** Records that are hidden behind another of the same place (VE-13). */
  readonly duplicates: number;
};

export type FindingKind = 'rejected' | 'repaired' | 'flagged';

/** One kind of finding and how often it comes. */
export type QualityProblem = {
  readonly kind: FindingKind;
  /** A column of the standard; `null`: the row as a whole. */
  readonly field: string | null;
  readonly reason: string;
  readonly count: number;
};

/** What a producer would need in order to mend the file, for one producer in one département. */
export type QualityGroup = {
  /** `null`: not stated. */
  readonly source: string | null;
  /** INSEE code; `null`: not known. */
  readonly departement: string | null;
  readonly counts: VenueCounts;
  readonly withoutPosition: number;
  readonly doubtfulPosition: number;
  readonly withoutHours: number;
  readonly hoursNotUnderstood: number;
  readonly withoutContact: number;
  readonly stale: number;
  /** Most frequent first. */
  readonly problems: readonly QualityProblem[];
};

/** A row as the tally takes it. */
export type QualityRow = {
  readonly id: string;
  readonly source: string | null;
  readonly departement: string | null;
  readonly result: Result<RowReading, readonly Rejection[]>;
};

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Sums = Mutable<Omit<QualityGroup, 'source' | 'departement' | 'counts' | 'problems'>>;
type Group = {
  readonly source: string | null;
  readonly departement: string | null;
  readonly counts: Mutable<VenueCounts>;
  readonly sums: Sums;
  readonly problems: Map<string, Mutable<QualityProblem>>;
};

/**
 * Counts what is wrong, producer by producer and département by département (VE-55). `hide` says that a
 * row that was added stands behind another.
 */
export function qualityTally(today: string): {
  readonly add: (row: QualityRow) => void;
  readonly hide: (id: string) => void;
  /** Most rows first. */
  readonly groups: () => readonly QualityGroup[];
} {
  const oldest = freshSince(`${today}T12:00:00Z`);
  const groups = new Map<string, Group>();
  const groupOfId = new Map<string, Group>();
  return {
    add: (row) => {
      const key = JSON.stringify([row.source, row.departement]);
      const group = groups.get(key) ?? emptyGroup(row);
      groups.set(key, group);
      addRow(group, row, oldest);
      if (row.result.ok) groupOfId.set(row.id, group);
    },
    hide: (id) => {
      const group = groupOfId.get(id);
      if (group !== undefined) group.counts.duplicates += 1;
    },
    groups: () =>
      [...groups.values()]
        .map(({ sums, problems, ...group }) => ({
          ...group,
          ...sums,
          problems: [...problems.values()].toSorted((a, b) => b.count - a.count),
        }))
        .toSorted((a, b) => b.counts.read - a.counts.read),
  };
}

function emptyGroup({ source, departement }: QualityRow): Group {
  return {
    source,
    departement,
    counts: { read: 0, accepted: 0, rejected: 0, repaired: 0, flagged: 0, duplicates: 0 },
    sums: {
      withoutPosition: 0,
      doubtfulPosition: 0,
      withoutHours: 0,
      hoursNotUnderstood: 0,
      withoutContact: 0,
      stale: 0,
    },
    problems: new Map(),
  };
}

function addRow(group: Group, { result }: QualityRow, oldest: string): void {
  const { counts, sums } = group;
  counts.read += 1;
  for (const problem of problemsOf(result)) addProblem(group, problem);
  if (!result.ok) {
    counts.rejected += 1;
    return;
  }
  const { venue, repairs, flags } = result.value;
  counts.accepted += 1;
  if (repairs.length > 0) counts.repaired += 1;
  if (flags.length > 0) counts.flagged += 1;
  if (venue.doubts.includes('position-doubtful')) sums.doubtfulPosition += 1;
  else if (venue.position === null) sums.withoutPosition += 1;
  if (venue.hoursText === null) sums.withoutHours += 1;
  else if (flags.some(isUntrustedHours)) sums.hoursNotUnderstood += 1;
  const { phone, emails, websites, bookingUrl } = venue;
  if (phone === null && bookingUrl === null && emails.length + websites.length === 0) {
    sums.withoutContact += 1;
  }
  if (venue.updatedOn === null || venue.updatedOn < oldest) sums.stale += 1;
}

/** Hours that overlap are understood all the same. */
const isUntrustedHours = ({ field, reason }: Flag) =>
  field === 'horaires' && reason !== 'overlapping-ranges';

type Problem = Omit<QualityProblem, 'count'>;

function problemsOf(result: QualityRow['result']): readonly Problem[] {
  if (!result.ok) return result.error.map((rejection) => ({ ...rejection, kind: 'rejected' }));
  const { repairs, flags } = result.value;
  return [
    ...repairs.map(({ field, reason }): Problem => ({ kind: 'repaired', field, reason })),
    ...flags.map(({ field, reason }): Problem => ({ kind: 'flagged', field, reason })),
  ];
}

function addProblem(group: Group, { kind, field, reason }: Problem): void {
  const key = `${kind} ${field} ${reason}`;
  const known = group.problems.get(key);
  if (known === undefined) group.problems.set(key, { kind, field, reason, count: 1 });
  else known.count += 1;
}
