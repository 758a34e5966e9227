import type { QualityGroup, VenueCounts } from '#src/venues';
import { kindNames, sentenceOf } from '../../hub/imports/finding-sentences.ts';
import { type Finding, findingsOf } from '../../hub/imports/findings.ts';
import type { VenueFileRow } from '../../hub/imports/venue-file.ts';

/** The findings of a row, a JSON object a line. */
export function findingsAsJson(row: VenueFileRow): string {
  const { line, id } = row;
  return findingsOf(row)
    .map(({ field, reason, kind, ...values }) => ({ line, id, field, reason, kind, ...values }))
    .map((finding) => `${JSON.stringify(finding)}\n`)
    .join('');
}

/** The same for a person. */
export function findingsAsText(row: VenueFileRow): string {
  return findingsOf(row)
    .map(
      (finding) =>
        `ligne ${row.line} (${row.id}) ${kindNames[finding.kind]}, ${finding.field ?? 'ligne'} : ${aboutOf(finding)}${sentenceOf(finding)}\n`,
    )
    .join('');
}

function aboutOf({ from, to, value }: Finding): string {
  if (from !== undefined) return `${shorten(from)} → ${shorten(to ?? '')}. `;
  return value === undefined || value === '' ? '' : `${shorten(value)}. `;
}

const longestValue = 60;

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > longestValue ? `« ${line.slice(0, longestValue)}… »` : `« ${line} »`;
}

/** The quality of a file, a JSON object a producer and département. `rows` is what was read. */
export function qualityAsJson(quality: readonly QualityGroup[]): string {
  return quality
    .map(({ source, departement, counts: { read, ...counts }, ...parts }) => ({
      source,
      departement,
      rows: read,
      ...counts,
      ...parts,
    }))
    .map((group) => `${JSON.stringify(group)}\n`)
    .join('');
}

const tableColumns: readonly (readonly [string, (group: QualityGroup) => string | number])[] = [
  ['producteur', ({ source }) => (source ?? '(non dit)').slice(0, 32)],
  ['dép.', ({ departement }) => departement ?? '?'],
  ['lues', ({ counts }) => counts.read],
  ['refusées', ({ counts }) => counts.rejected],
  ['réparées', ({ counts }) => counts.repaired],
  ['signalées', ({ counts }) => counts.flagged],
  ['en double', ({ counts }) => counts.duplicates],
  ['sans position', ({ withoutPosition, doubtfulPosition }) => withoutPosition + doubtfulPosition],
  ['sans horaires', ({ withoutHours, hoursNotUnderstood }) => withoutHours + hoursNotUnderstood],
  ['sans contact', ({ withoutContact }) => withoutContact],
  ['plus d’un an', ({ stale }) => stale],
];

/** The quality of a file as a table, the producer and département with most rows first. */
export function qualityAsText(quality: readonly QualityGroup[]): string {
  const rows = [
    tableColumns.map(([title]) => title),
    ...quality.map((group) => tableColumns.map(([, read]) => String(read(group)))),
  ];
  const widths = tableColumns.map((_, place) =>
    Math.max(...rows.map((cells) => cells[place]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, place) =>
        place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** What was read, in two lines. */
export function countsAsText(counts: VenueCounts): string {
  return [
    `${counts.read} lignes lues : ${counts.accepted} acceptées, ${counts.rejected} refusées.`,
    `Parmi les acceptées : ${counts.repaired} réparées, ${counts.flagged} signalées, ${counts.duplicates} rangées derrière une autre fiche du même lieu.`,
    '',
  ].join('\n');
}
