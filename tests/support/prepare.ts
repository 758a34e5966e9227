/** Run before the tests: finds Chromium, or installs it, so that a fresh machine needs no other step. */
import { chromiumProgram } from './chromium.ts';
import { ensureProgram } from './system-package.ts';

console.info(`Chromium: ${ensureProgram(chromiumProgram)}`);
