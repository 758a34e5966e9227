import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How the desk is opened, and the sentence that tells the operator why. */
export type Shell =
  | { readonly kind: 'electron'; readonly binary: string; readonly why: string }
  | { readonly kind: 'browser'; readonly command: readonly string[]; readonly why: string }
  | { readonly kind: 'none'; readonly why: string };

type Surroundings = {
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Whether a person watches the terminal. */
  readonly isInteractive: boolean;
  /** Electron's program, where it is installed. */
  readonly electron: string | null;
};

/** Electron where its program is there, else the browser, else nothing: the address is printed anyway. */
export function chooseShell(surroundings: Surroundings): Shell {
  const { environment, platform, isInteractive, electron } = surroundings;
  if (environment['AIGUILLAGE_NO_OPEN']) {
    return { kind: 'none', why: 'AIGUILLAGE_NO_OPEN demande de ne rien ouvrir.' };
  }
  const hasDisplay =
    platform !== 'linux' ||
    Boolean(environment['DISPLAY']) ||
    Boolean(environment['WAYLAND_DISPLAY']);
  if (!hasDisplay) {
    return { kind: 'none', why: "Pas d'écran ici : ouvrez l'adresse dans un navigateur." };
  }
  if (electron !== null) {
    return { kind: 'electron', binary: electron, why: 'Ouverture dans sa fenêtre (Electron).' };
  }
  if (!isInteractive) {
    return { kind: 'none', why: "Pas de terminal : ouvrez l'adresse dans un navigateur." };
  }
  return {
    kind: 'browser',
    command: browserCommand(platform),
    why: "Ouverture dans le navigateur (le programme d'Electron n'est pas installé).",
  };
}

function browserCommand(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/**
 * Electron's program, or `null`. Its package is only looked at, never imported: importing it starts
 * a download.
 */
export async function findElectron(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] || installedElectron();
  if (folder === null) return null;
  const binary = join(folder, electronProgram(platform));
  return access(binary, constants.X_OK).then(
    () => binary,
    () => null,
  );
}

function installedElectron(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('electron/package.json');
    return join(dirname(manifest), 'dist');
  } catch {
    // An installation without development dependencies has no Electron.
    return null;
  }
}

function electronProgram(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Opens the desk. Resolves when its window is closed, or at once where it opens in a browser. */
export async function openShell(shell: Shell, address: string, appFolder: string): Promise<void> {
  if (shell.kind === 'electron') {
    const window = spawn(shell.binary, [appFolder], {
      stdio: 'inherit',
      env: { ...process.env, AIGUILLAGE_HUB: address },
    });
    await new Promise<void>((settle, fail) => {
      window.once('exit', () => settle());
      window.once('error', fail);
    });
  }
  if (shell.kind === 'browser') {
    const [program = '', ...args] = shell.command;
    const browser = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
    await new Promise<void>((settle, fail) => {
      browser.once('spawn', settle);
      browser.once('error', fail);
    });
    browser.unref();
  }
}
