import { stringify } from 'csv-stringify/sync';
import type { StandardColumn } from '#src/venues';
import { type FindingReason, kindNames, sentenceOf } from './finding-sentences.ts';
import type { VenueFileRow } from './venue-file.ts';

/** One thing that was found in a row. `field` is `null` for the row as a whole. */
export type Finding = FindingReason & {
  readonly field: StandardColumn | null;
  /** What a repair found and wrote. */
  readonly from?: string;
  readonly to?: string;
  /** What a flag is about. */
  readonly value?: string;
};

/** Everything that was found in a row: it is rejected, or repaired and flagged. */
export function findingsOf({ result }: Pick<VenueFileRow, 'result'>): readonly Finding[] {
  if (!result.ok) return result.error.map((rejection) => ({ kind: 'rejected', ...rejection }));
  return [
    ...result.value.repairs.map((repair) => ({ kind: 'repaired' as const, ...repair })),
    ...result.value.flags.map((flag) => ({ kind: 'flagged' as const, ...flag })),
  ];
}

/** How findings are written for whoever makes the file: as French spreadsheets open it by a double click. */
const table = { delimiter: ';', record_delimiter: 'windows' } as const;

/** The first line of the findings as a table. */
export const findingsTableHeader: string = stringify(
  [
    [
      ...['Ligne', 'Identifiant', 'Producteur', 'Département'],
      ...['Constat', 'Colonne', 'Valeur lue', 'Valeur retenue', 'Explication'],
    ],
  ],
  { ...table, bom: true },
);

/** The findings of a row as lines of that table; empty where there is none. */
export function findingsTableLines(row: VenueFileRow): string {
  const about = [String(row.line), row.id, row.source ?? '', row.departement ?? ''];
  const lines = findingsOf(row).map((finding) => [
    ...about.map(harmless),
    ...[kindNames[finding.kind], finding.field ?? ''],
    ...[finding.from ?? finding.value ?? '', finding.to ?? ''].map(harmless),
    sentenceOf(finding),
  ]);
  return stringify(lines, table);
}

/** A spreadsheet would run a cell that begins so as a formula: it is read by people, and shown as text. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
