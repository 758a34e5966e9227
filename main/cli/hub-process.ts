import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino, { type Logger } from 'pino';
import { err, type Result } from '#src/kernel';
import { readSecret } from '../hub/config.ts';
import { systemPorts } from '../hub/ports.ts';
import { readRdvSettings } from '../hub/rdv-service-public/settings.ts';
import {
  databaseFolderPath,
  dataFolderPath,
  demonstrationFolderPath,
  describeHolder,
  type Hold,
  holdDataFolder,
  isFree,
  keptPort,
  prepareDataFolder,
} from './data-folder.ts';
import { openParentLink } from './parent-link.ts';
import { roadTimesAddress } from './road-times.ts';
import { type RunningHub, runHub } from './run-hub.ts';

/*
 * The hub on a data folder, as a process of its own: `npm start` forks it, and so does the desktop. It holds the folder
 * itself, because it is the one that writes there.
 */

const { values } = parseArgs({
  options: {
    demonstration: { type: 'boolean', default: false },
    /** Folder of the built desk. */
    desk: { type: 'string' },
  },
});
const host = '127.0.0.1';
const largestLogBytes = 10 * 1024 * 1024;
/** What a second start says of the one that holds the folder. */
const startedBy = process.versions['electron'] === undefined ? 'npm start' : 'Aiguillage';
const running: { hold: Hold | null; hub: RunningHub | null; stop: Promise<void> | null } = {
  hold: null,
  hub: null,
  stop: null,
};

const parent = openParentLink({ onStop: () => void stop() });
// Ctrl-C reaches every process of the terminal: the parent decides what it means, and says so.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void stop());

const opened = await open();
if (opened.ok) {
  running.hub = opened.value;
  parent.tell({ kind: 'ready', address: opened.value.address, token: opened.value.token });
} else {
  parent.tell({ kind: 'failed', sentence: opened.error });
  await stop();
}

async function open(): Promise<Result<RunningHub, string>> {
  const roadTimes = roadTimesAddress.safeParse(process.env['AIGUILLAGE_ROAD_TIMES_URL']);
  if (!roadTimes.success) return err(roadTimes.error.issues.map(({ message }) => message).join());
  const rdv = readRdvSettings(process.env);
  if (!rdv.ok) return rdv;
  const base = dataFolderPath();
  const folder = values.demonstration ? demonstrationFolderPath(base) : base;
  const prepared = await prepareDataFolder(folder);
  if (!prepared.ok) {
    return err(`Le dossier de données ${folder} est inutilisable : ${prepared.error.reason}`);
  }
  const hold = await holdDataFolder(folder, startedBy);
  if (!hold.ok) return err(describeHolder(folder, hold.error.holder));
  running.hold = hold.value;
  const port = await keptPort(folder);
  if (!port.ok) return err('Aucun port libre entre 47000 et 47999 sur cet ordinateur.');
  if (!(await isFree(port.value))) return err(describeTakenPort(folder, port.value));
  const address = `http://${host}:${port.value}`;
  await hold.value.announce(address);
  return runHub({
    database: { folder: databaseFolderPath(folder) },
    host,
    port: port.value,
    config: {
      publicUrl: address,
      desk: values.desk ?? null,
      secret: await readSecret(folder, process.env['AIGUILLAGE_SECRET']),
      ...(roadTimes.data === undefined ? {} : { roadTimes: roadTimes.data }),
      ...(rdv.value === null ? {} : { rdvServicePublic: rdv.value }),
      ...(values.demonstration ? {} : { openDemonstration: parent.openDemonstration }),
    },
    ports: systemPorts(await openLog(join(folder, 'hub.log'))),
    isDemonstration: values.demonstration,
    onProgress: (done, total) => parent.tell({ kind: 'progress', work: 'venues', done, total }),
  });
}

/** The hub's log. One that has grown large is set aside at the start, in the place of the one before it. */
async function openLog(file: string): Promise<Logger> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLogBytes) await rename(file, `${file}.old`);
  return pino({ base: null }, pino.destination({ dest: file, mode: 0o600 }));
}

function describeTakenPort(folder: string, port: number): string {
  return [
    `Le port ${port} de ce poste est pris par un autre programme.`,
    'Fermez ce programme, puis relancez. Le port ne change jamais de lui-même : le navigateur range',
    `les données du poste par adresse, et une autre adresse les laisserait derrière (${join(folder, 'port')}).`,
  ].join('\n');
}

/** Asked by the parent, by the system, or by both at once: it is one stop. */
function stop(): Promise<void> {
  running.stop ??= end();
  return running.stop;
}

/** Ends this process; a hub that is still opening is left to the database's own recovery. */
async function end(): Promise<void> {
  await running.hub?.close();
  await running.hold?.release();
  parent.close();
  process.exit(0);
}
