import { type Browser, chromium } from 'playwright-core';
import { ensureProgram, type SystemProgram } from './system-package.ts';

export const chromiumProgram: SystemProgram = {
  title: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  folders: ['/usr/bin', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS'],
  aptPackage: 'chromium',
  variable: 'CHROMIUM_PATH',
};

/** A headless Chromium that talks to nothing but this machine. The caller closes it. */
export function launchChromium(extraArgs: readonly string[] = []): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: ensureProgram(chromiumProgram),
    args: [
      // Chromium's sandbox refuses to run as root, which is what a container gives.
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
      ...extraArgs,
    ],
  });
}
