import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, parseJson, type Result } from '#src/kernel';

/** The folder that `AIGUILLAGE_DATA` names, else the platform's own place for a user's data. */
export function dataFolderPath(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = environment['AIGUILLAGE_DATA'];
  if (chosen) return resolve(chosen);
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Aiguillage');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aiguillage');
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'aiguillage');
}

/** The demonstration lives beside the installation, never inside it: nothing of it can be mixed up. */
export function demonstrationFolderPath(folder: string): string {
  return `${folder}-demonstration`;
}

/** The embedded database's own folder, inside the data folder. */
export function databaseFolderPath(folder: string): string {
  return join(folder, 'database');
}

/** Creates the folder, readable by its owner alone, also where it stood open before. */
export async function prepareDataFolder(
  folder: string,
): Promise<
  Result<null, { readonly code: 'not-a-folder' | 'not-writable'; readonly reason: string }>
> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    return ok(null);
  } catch (error) {
    const isFile = await stat(folder).then(
      (found) => !found.isDirectory(),
      () => false,
    );
    return err({ code: isFile ? 'not-a-folder' : 'not-writable', reason: String(error) });
  }
}

const holderFile = z.object({
  pid: z.int(),
  since: z.string(),
  what: z.string(),
  address: z.string().optional(),
});

/** Who holds a data folder: `what` is the command that does, `address` where its hub answers. */
export type Holder = z.infer<typeof holderFile>;

/** A held data folder. Ends with `release`, or with the process, however it dies. */
export type Hold = {
  /** Says where the hub of this folder answers, for those who find the folder held. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the folder for this process alone.
 *
 * PGlite has no lock of its own and two writers lose rows. The lock is an exclusive SQLite
 * transaction that never commits: the system frees it when the process dies, `kill -9` included,
 * so no stale lock is ever left to clean. `holder` is `null` where the holder has not yet said who
 * it is.
 */
export async function holdDataFolder(
  folder: string,
  what: string,
): Promise<Result<Hold, { readonly code: 'held'; readonly holder: Holder | null }>> {
  const lock = lockFile(join(folder, 'lock.sqlite'));
  if (lock === null) return err({ code: 'held', holder: await readHolder(folder) });
  const holder = { pid: process.pid, since: new Date().toISOString(), what };
  await writeHolder(folder, holder);
  return ok({
    announce: (address) => writeHolder(folder, { ...holder, address }),
    release: async () => {
      await rm(holderPath(folder), { force: true });
      lock.close();
    },
  });
}

/** The hold as a sentence for the operator. */
export function describeHolder(folder: string, holder: Holder | null): string {
  if (holder === null)
    return `Le dossier de données ${folder} est déjà utilisé par un autre programme.`;
  const since = new Date(holder.since).toLocaleString('fr-FR');
  const address = holder.address === undefined ? '' : `, à l'adresse ${holder.address}`;
  return `Le dossier de données ${folder} est déjà utilisé par « ${holder.what} » (processus ${holder.pid}, depuis le ${since}${address}).`;
}

/** Two that ask at the very same moment both find the other in their way: who asks again gets it, so a held folder is asked for this long. */
const lockPatienceMs = 500;

function lockFile(path: string): DatabaseSync | null {
  const database = new DatabaseSync(path, { timeout: lockPatienceMs });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/** SQLITE_BUSY: another connection holds the lock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function holderPath(folder: string): string {
  return join(folder, 'holder.json');
}

async function writeHolder(folder: string, holder: Holder): Promise<void> {
  const draft = `${holderPath(folder)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  await rename(draft, holderPath(folder));
}

/** A holder writes who it is just after it takes the lock: wait a moment for a living one. */
async function readHolder(folder: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const text = await readFile(holderPath(folder), 'utf8').catch(() => '');
    const json = parseJson(text);
    const holder = holderFile.safeParse(json.ok ? json.value : null);
    if (holder.success && isAlive(holder.data.pid)) return holder.data;
    await wait(50);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const firstPort = 47_000;
const portCount = 1_000;

/**
 * The port of this folder's hub, chosen once and kept.
 *
 * A browser's stores belong to an origin, port included: another port would be an empty desk. So a
 * port that is taken at a later start is a reason to stop, never to choose again. The first choice
 * starts from a number that the folder's path gives, so that an installation and its
 * demonstration do not meet on one origin.
 */
export async function keptPort(
  folder: string,
): Promise<Result<number, { readonly code: 'no-port' }>> {
  const file = join(folder, 'port');
  const kept = Number(await readFile(file, 'utf8').catch(() => ''));
  if (Number.isInteger(kept) && kept > 0 && kept < 65_536) return ok(kept);
  const start = createHash('sha256').update(folder).digest().readUInt16BE() % portCount;
  for (let step = 0; step < portCount; step += 1) {
    const port = firstPort + ((start + step) % portCount);
    if (await isFree(port)) {
      await writeFile(file, `${port}\n`, { mode: 0o600 });
      return ok(port);
    }
  }
  return err({ code: 'no-port' });
}

/** Whether a server could listen on this loopback port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
}
