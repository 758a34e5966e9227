import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that the tests run and that no npm package carries. */
export type SystemProgram = {
  /** How a person calls it: `Chromium`. */
  readonly title: string;
  /** Names to look for, in order. */
  readonly names: readonly string[];
  /** Folders to look in after those of PATH. */
  readonly folders: readonly string[];
  /** The distribution's package that brings it. */
  readonly aptPackage: string;
  /** The environment variable that names another program. */
  readonly variable: string;
};

/** Where the program is, or `null`. */
export function findProgram(program: SystemProgram): string | null {
  const chosen = process.env[program.variable];
  if (chosen) return chosen;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...program.folders];
  const candidates = folders.flatMap((folder) => program.names.map((name) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

/** Where the program is; installs its package first where it is missing and we may, and says so. */
export function ensureProgram(program: SystemProgram): string {
  const found = findProgram(program);
  if (found !== null) return found;
  if (process.getuid?.() === 0) {
    process.stderr.write(`${program.title} is missing: installing ${program.aptPackage}\n`);
    runApt('update');
    runApt('install', '-y', '--no-install-recommends', program.aptPackage);
    const installed = findProgram(program);
    if (installed !== null) return installed;
  }
  throw new Error(
    `${program.title} is missing. Install it (apt-get install ${program.aptPackage}), or name it in ${program.variable}.`,
  );
}

function runApt(...args: readonly string[]): void {
  spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
