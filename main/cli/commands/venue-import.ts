import { type FileHandle, open } from 'node:fs/promises';
import { qualityReport } from '#src/contract';
import { ok, type Result } from '#src/kernel';
import type { QualityGroup, ReadingContext, VenueCounts } from '#src/venues';
import { shippedData } from '../../hub/config.ts';
import { findingsTableHeader, findingsTableLines } from '../../hub/imports/findings.ts';
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
import {
  countsAsText,
  findingsAsJson,
  findingsAsText,
  qualityAsJson,
  qualityAsText,
} from './venue-report.ts';

const usage = `Usage : venues import FICHIER [--dry-run] [--json] [--findings CSV] [--confirm-shrink]

Importe un fichier « lieux de médiation numérique » (norme nationale, versions 0 et 1 ; CSV ou JSON,
compressé par gzip ou non) à la place des lieux en service. Un fichier illisible ne change rien ; une
ligne refusée n'arrête pas les autres.

  --dry-run         lit et contrôle le fichier sans rien importer
  --findings CSV    écrit les constats dans ce fichier, pour un tableur : de quoi corriger à la source
  --confirm-shrink  accepte un fichier qui a moins des quatre cinquièmes des lieux en service
  --json            une ligne JSON par constat {"line","id","field","reason","kind"}, et "from" et "to" ou
                    "value" ; puis une par producteur et département {"source","departement","rows",
                    "accepted",...,"problems":[...]} ; puis les comptes
                    {"read","accepted","rejected","repaired","flagged","duplicates"}
`;

type Options = {
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly confirmsShrink: boolean;
  /** Where the table of findings goes; `null`: nowhere. */
  readonly findings: string | null;
};

export const venueImport: Command = {
  name: 'venues import',
  summary: 'importe un fichier de lieux, ou le contrôle (--dry-run)',
  usage,
  run: async (args, io) => {
    const read = readArguments({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        findings: { type: 'string' },
        'confirm-shrink': { type: 'boolean', default: false },
      },
    });
    if (read === null) return 'misused';
    const { values, positionals } = read;
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'misused';
    const options = {
      dryRun: values['dry-run'],
      json: values.json,
      confirmsShrink: values['confirm-shrink'],
      findings: values.findings ?? null,
    };
    return importFile(file, options, io);
  },
};

async function importFile(file: string, options: Options, io: CommandIo): Promise<ExitCode> {
  const refuse = (sentence: string): ExitCode => {
    io.err.write(`${sentence}\n`);
    return 1;
  };
  const table = options.findings === null ? null : await openTable(options.findings);
  if (table === undefined) return refuse(`Ce fichier ne peut pas être écrit : ${options.findings}`);
  try {
    const imported = await readOrImport(file, options, async (row) => {
      io.out.write(options.json ? findingsAsJson(row) : findingsAsText(row));
      await table?.write(findingsTableLines(row));
    });
    if (!imported.ok) {
      const { error } = imported;
      return refuse(typeof error === 'string' ? error : describeFailure(error));
    }
    const { counts, quality } = imported.value;
    io.out.write(
      options.json
        ? `${qualityAsJson(quality)}${JSON.stringify(counts)}\n`
        : `\n${qualityAsText(quality)}\n${countsAsText(counts)}`,
    );
    return 0;
  } finally {
    await table?.close();
  }
}

/** The file of findings with its header; `undefined` where it cannot be written. */
async function openTable(path: string): Promise<FileHandle | undefined> {
  const table = await open(path, 'w').catch(() => undefined);
  await table?.write(findingsTableHeader);
  return table;
}

type Imported = { readonly counts: VenueCounts; readonly quality: readonly QualityGroup[] };

async function readOrImport(
  file: string,
  { dryRun, confirmsShrink }: Options,
  onRow: (row: VenueFileRow) => Promise<void>,
): Promise<Result<Imported, VenueImportFailure | string>> {
  const today = new Date().toISOString().slice(0, 10);
  const context = { gazetteer: await readGazetteer(shippedData), today };
  return dryRun
    ? readVenueFile(file, context, { onRow })
    : importIntoDatabase(file, context, { onRow, confirmsShrink });
}

/** The database's code is read when it is needed: a dry run and a search answer without it. */
async function importIntoDatabase(
  file: string,
  context: ReadingContext,
  options: Partial<VenueFileWatch> & { readonly confirmsShrink: boolean },
): Promise<Result<Imported, VenueImportFailure | string>> {
  const [{ importVenues }, { systemPorts }, { currentVenueSet }, { withDatabase }] =
    await Promise.all([
      import('../../hub/imports/import-venues.ts'),
      import('../../hub/ports.ts'),
      import('../../hub/storage/venue-store.ts'),
      import('../with-database.ts'),
    ]);
  const outcome = await withDatabase('venues import', async (database) => {
    const counts = await importVenues(database, systemPorts(), file, context, options);
    if (!counts.ok) return counts;
    const set = await currentVenueSet(database.db);
    const { groups } = qualityReport.parse({ groups: set?.report ?? [] });
    return ok({ counts: counts.value, quality: groups });
  });
  return outcome.ok ? outcome.value : outcome;
}
