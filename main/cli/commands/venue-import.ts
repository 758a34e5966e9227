import { parseArgs } from 'node:util';
import { ok, type Result } from '#src/kernel';
import type { ReadingContext, VenueCounts } from '#src/venues';
import { shippedData } from '../../hub/config.ts';
import type { VenueImportFailure } from '../../hub/imports/import-venues.ts';
import { readGazetteer } from '../../hub/imports/shipped.ts';
import {
  readVenueFile,
  type VenueFileRow,
  type VenueFileWatch,
} from '../../hub/imports/venue-file.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { describeFailure } from './venue-failure.ts';

const usage = `Usage : venues import FICHIER [--dry-run] [--json]

Importe un fichier « lieux de médiation numérique » (norme nationale 1.0, CSV, compressé ou non) à la
place des lieux en service. Un fichier illisible ne change rien ; une ligne refusée n'arrête pas les autres.

  --dry-run  lit et contrôle le fichier sans rien importer
  --json     une ligne JSON par constat {"line","id","field","reason","kind"}, puis une ligne de comptes
             {"read","accepted","rejected","repaired","flagged","duplicates"}
`;

export const venueImport: Command = {
  name: 'venues import',
  summary: 'importe un fichier de lieux, ou le contrôle (--dry-run)',
  run: async (args, io) => {
    const read = readArguments(() =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          'dry-run': { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', default: false },
        },
      }),
    );
    if (read === null) return wrongUsage(io);
    const { values, positionals } = read;
    if (values.help) {
      io.out.write(usage);
      return 0;
    }
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return wrongUsage(io);
    return importFile(file, { dryRun: values['dry-run'], json: values.json }, io);
  },
};

function wrongUsage(io: CommandIo): ExitCode {
  io.err.write(usage);
  return 2;
}

async function importFile(
  file: string,
  options: { readonly dryRun: boolean; readonly json: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const today = new Date().toISOString().slice(0, 10);
  const context = { gazetteer: await readGazetteer(shippedData), today };
  const watch = { onRow: (row: VenueFileRow) => printFindings(row, options.json, io) };
  const result = options.dryRun
    ? await checkFile(file, context, watch)
    : await importIntoDatabase(file, context, watch);
  if (!result.ok) {
    io.err.write(
      `${typeof result.error === 'string' ? result.error : describeFailure(result.error)}\n`,
    );
    return 1;
  }
  io.out.write(options.json ? `${JSON.stringify(result.value)}\n` : describeCounts(result.value));
  return 0;
}

async function checkFile(
  file: string,
  context: ReadingContext,
  watch: VenueFileWatch,
): Promise<Result<VenueCounts, VenueImportFailure>> {
  const reading = await readVenueFile(file, context, watch);
  return reading.ok ? ok(reading.value.counts) : reading;
}

/** The database's code is read when it is needed: a dry run and a search answer without it. */
async function importIntoDatabase(
  file: string,
  context: ReadingContext,
  watch: VenueFileWatch,
): Promise<Result<VenueCounts, VenueImportFailure | string>> {
  const [{ importVenues }, { systemPorts }, { withDatabase }] = await Promise.all([
    import('../../hub/imports/import-venues.ts'),
    import('../../hub/ports.ts'),
    import('../with-database.ts'),
  ]);
  const outcome = await withDatabase('venues import', (database) =>
    importVenues(database, systemPorts(), file, context, watch),
  );
  return outcome.ok ? outcome.value : outcome;
}

type Finding = { readonly field: string | null; readonly reason: string; readonly kind: string };

function printFindings(row: VenueFileRow, json: boolean, io: CommandIo): void {
  const { line, id } = row;
  for (const { field, reason, kind } of findingsOf(row)) {
    io.out.write(
      json
        ? `${JSON.stringify({ line, id, field, reason, kind })}\n`
        : `ligne ${line} (${id}) ${kind} ${field ?? 'ligne'} : ${reason}\n`,
    );
  }
}

function findingsOf({ result }: VenueFileRow): readonly Finding[] {
  if (!result.ok) return result.error.map((rejection) => ({ ...rejection, kind: 'rejected' }));
  return [
    ...result.value.repairs.map((repair) => ({ ...repair, kind: 'repaired' })),
    ...result.value.flags.map((flag) => ({ ...flag, kind: 'flagged' })),
  ];
}

function describeCounts(counts: VenueCounts): string {
  return [
    `${counts.read} lignes lues : ${counts.accepted} acceptées, ${counts.rejected} refusées.`,
    `Parmi les acceptées : ${counts.repaired} réparées, ${counts.flagged} signalées, ${counts.duplicates} en double.`,
    '',
  ].join('\n');
}
