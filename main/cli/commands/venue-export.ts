import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { err, ok, type Result } from '#src/kernel';
import { shippedData } from '../../hub/config.ts';
import { readGazetteer } from '../../hub/imports/shipped.ts';
import { readVenueFile } from '../../hub/imports/venue-file.ts';
import { writeStandardCsv } from '../../hub/imports/venue-file-writing.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { describeFailure } from './venue-failure.ts';

const usage = `Usage : venues export FICHIER | DOSSIER [--data FICHIER] [--producer ID] [--territory NOM]

Écrit les lieux en service dans les 32 colonnes de la norme nationale 1.0.2, réparations faites ; les
colonnes que la norme ne connaît pas suivent. Un nom qui finit par .gz donne un fichier compressé.

  --data FICHIER   écrit les lieux de ce fichier, sans l'importer
  --producer ID    dans un dossier, le fichier prend le nom que veut la norme : le producteur (aiguillage)
  --territory NOM  et le territoire (france)
`;

type Export = {
  readonly target: string;
  readonly data: string | null;
  readonly producer: string;
  readonly territory: string;
};

export const venueExport: Command = {
  name: 'venues export',
  summary: 'écrit les lieux dans le format de la norme nationale',
  usage,
  run: async (args, io) => {
    const read = readArguments({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        producer: { type: 'string', default: 'aiguillage' },
        territory: { type: 'string', default: 'france' },
      },
    });
    const [target, ...others] = read?.positionals ?? [];
    if (read === null || target === undefined || others.length > 0) return 'misused';
    const { data = null, producer, territory } = read.values;
    return exportVenues({ target, data, producer, territory }, io);
  },
};

async function exportVenues(asked: Export, io: CommandIo): Promise<ExitCode> {
  const today = new Date().toISOString().slice(0, 10);
  const path = await pathOf(asked, today);
  const written =
    asked.data === null
      ? await writeCurrentSet(path)
      : await writeFile({ from: asked.data, to: path, today });
  if (!written.ok) {
    io.err.write(`${written.error}\n`);
    return 1;
  }
  io.out.write(`${written.value} lieux écrits dans ${path}\n`);
  return 0;
}

/** In a folder, the name that the standard wants. */
async function pathOf({ target, producer, territory }: Export, today: string): Promise<string> {
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder
    ? join(target, `${today}_${producer}_lieux-de-mediation-numerique_${territory}.csv`)
    : target;
}

type Writing = {
  readonly from: string;
  readonly to: string;
  /** The day on which the file is read: what was in the future at its import is so still. */
  readonly today: string;
};

/** The set in use is written from the file that it came from. */
async function writeCurrentSet(to: string): Promise<Result<number, string>> {
  const [{ withKeptFile }, { currentVenueSet }, { withDatabase }] = await Promise.all([
    import('../../hub/imports/kept-file.ts'),
    import('../../hub/storage/venue-store.ts'),
    import('../with-database.ts'),
  ]);
  const outcome = await withDatabase('venues export', async (database) => {
    const set = await currentVenueSet(database.db);
    const today = set?.importedAt.slice(0, 10) ?? '';
    const written =
      set === null
        ? null
        : await withKeptFile(database, set.id, (from) => writeFile({ from, to, today }));
    return written ?? err("Aucun fichier de lieux n'est en service : importez-en un d'abord.");
  });
  return outcome.ok ? outcome.value : outcome;
}

/** Writes beside the target first: what is there stays whole until the new file is. */
async function writeFile({ from, to, today }: Writing): Promise<Result<number, string>> {
  const context = { gazetteer: await readGazetteer(shippedData), today };
  const part = `${to}.part`;
  const text = new PassThrough();
  const file = createWriteStream(part);
  const saved = to.endsWith('.gz') ? pipeline(text, createGzip(), file) : pipeline(text, file);
  // It is awaited at the end: what breaks it before is not lost, and not left without a reader.
  saved.catch(() => undefined);
  try {
    const reading = await writeStandardCsv(
      (onRow) => readVenueFile(from, context, { onRow }),
      async (piece) => {
        if (!text.write(piece)) await Promise.race([once(text, 'drain'), saved]);
      },
    );
    text.end();
    await saved;
    if (!reading.ok) return err(describeFailure(reading.error));
    if (reading.value.counts.accepted === 0)
      return err(describeFailure({ code: 'no-venue', detail: '' }));
    await rename(part, to);
    return ok(reading.value.counts.accepted);
  } catch (error) {
    text.destroy();
    if (!isSystemError(error)) throw error;
    return err(`Le fichier ne peut pas être écrit : ${error.message}`);
  } finally {
    await rm(part, { force: true });
  }
}

const isSystemError = (error: unknown): error is Error => error instanceof Error && 'code' in error;
