import { departementNames } from '#src/geography';
import { foldText } from '#src/kernel';
import type { QualityGroup } from '#src/venues';

/** The columns of figures, in their order. */
export const figureColumns = [
  'read',
  'rejected',
  'flagged',
  'repaired',
  'duplicates',
  'hours',
  'position',
  'stale',
] as const;
export type FigureColumn = (typeof figureColumns)[number];
export type SortColumn = FigureColumn | 'source' | 'departement';
export type Sorting = { readonly column: SortColumn; readonly isDescending: boolean };

/** What is typed to find a producer, and a département by its name or number. */
export type ReportFilter = { readonly source: string; readonly departement: string };

/** A group of the report as the table shows it. */
export type ReportRow = {
  readonly key: string;
  readonly group: QualityGroup;
  /** `48 Lozère`; `null` where it is not known. */
  readonly departement: string | null;
  readonly figures: Readonly<Record<FigureColumn, number>>;
};

export function reportRow(group: QualityGroup): ReportRow {
  const { source, departement, counts } = group;
  return {
    key: JSON.stringify([source, departement]),
    group,
    departement:
      departement === null ? null : `${departement} ${departementNames[departement] ?? ''}`.trim(),
    figures: {
      read: counts.read,
      rejected: counts.rejected,
      flagged: counts.flagged,
      repaired: counts.repaired,
      duplicates: counts.duplicates,
      hours: group.withoutHours + group.hoursNotUnderstood,
      position: group.withoutPosition + group.doubtfulPosition,
      stale: group.stale,
    },
  };
}

/** The rows that fit both filters: accents and case do not matter. */
export function filterRows(rows: readonly ReportRow[], filter: ReportFilter): readonly ReportRow[] {
  const source = foldText(filter.source);
  const departement = foldText(filter.departement);
  return rows.filter(
    (row) =>
      foldText(row.group.source ?? '').includes(source) &&
      foldText(row.departement ?? '').includes(departement),
  );
}

/** Sorted by a column; equal rows by producer, then département. What is not stated comes last. */
export function sortRows(rows: readonly ReportRow[], sorting: Sorting): readonly ReportRow[] {
  const { column, isDescending } = sorting;
  const direction = isDescending ? -1 : 1;
  const byName = (a: ReportRow, b: ReportRow) =>
    compareText(a.group.source, b.group.source) || compareText(a.departement, b.departement);
  const compare = (a: ReportRow, b: ReportRow) => {
    if (column === 'source') return compareText(a.group.source, b.group.source);
    if (column === 'departement') return compareText(a.departement, b.departement);
    return a.figures[column] - b.figures[column];
  };
  return rows.toSorted((a, b) => direction * compare(a, b) || byName(a, b));
}

function compareText(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'fr');
}

/** The sums of each column. Without a filter they are the counts of the set. */
export function totals(rows: readonly ReportRow[]): ReportRow['figures'] {
  const sum = (column: FigureColumn) => rows.reduce((all, row) => all + row.figures[column], 0);
  return {
    read: sum('read'),
    rejected: sum('rejected'),
    flagged: sum('flagged'),
    repaired: sum('repaired'),
    duplicates: sum('duplicates'),
    hours: sum('hours'),
    position: sum('position'),
    stale: sum('stale'),
  };
}

/** Where the findings of a group are downloaded. An empty value asks for what is not stated. */
export function findingsPath(setId: string, { source, departement }: QualityGroup): string {
  const query = new URLSearchParams({ source: source ?? '', departement: departement ?? '' });
  return `/api/venue-data/${setId}/findings.csv?${query}`;
}
