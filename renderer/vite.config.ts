import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const output = {
  codeSplitting: {
    groups: [
      // Under the LGPL: in a file of its own that can be replaced (docs/adr/0010).
      { name: 'opening_hours', test: /node_modules[\\/](?:opening_hours|suncalc)[\\/]/ },
      // With zod, so that it is told of the content policy before any file makes a schema.
      { name: 'zod', test: /node_modules[\\/]zod[\\/]|renderer[\\/]content-policy\.ts$/ },
    ],
  },
};

/** The licences that have to go with what they are about, by the name of the package and the file in it. */
const licences = {
  'opening_hours-LGPL-3.0-only.txt': 'opening_hours/LICENSES/LGPL-3.0-only.txt',
  'opening_hours-ODbL-1.0.txt': 'opening_hours/LICENSES/ODbL-1.0.txt',
  'suncalc-BSD-2-Clause.txt': 'suncalc/LICENSE',
  'noto-sans-OFL-1.1.txt': '@fontsource/noto-sans/LICENSE',
  'noto-sans-arabic-OFL-1.1.txt': '@fontsource/noto-sans-arabic/LICENSE',
  'noto-sans-ethiopic-OFL-1.1.txt': '@fontsource-variable/noto-sans-ethiopic/LICENSE',
};

const notice = `assets/opening_hours-*.js is the opening_hours library, https://github.com/opening-hours/opening_hours.js,
unchanged, under the GNU Lesser General Public License, version 3 (opening_hours-LGPL-3.0-only.txt, which holds
the GNU General Public License too). The places in its tables of holidays are by OpenStreetMap contributors, under
the Open Database License (opening_hours-ODbL-1.0.txt). The file also holds SunCalc (suncalc-BSD-2-Clause.txt).
To replace it, put another version in its place before the desk is built: npm install opening_hours@VERSION,
then npm run build.

assets/noto-sans-*.woff2 are the fonts of letters, by the Noto Project Authors, under the SIL Open Font License,
version 1.1 (noto-sans-OFL-1.1.txt, noto-sans-arabic-OFL-1.1.txt, noto-sans-ethiopic-OFL-1.1.txt).
`;

/** Puts the licences in the built desk. */
const shipLicences: Plugin = {
  name: 'ship-licences',
  apply: 'build',
  async generateBundle() {
    const library = createRequire(import.meta.url).resolve('opening_hours/package.json');
    const modules = dirname(dirname(library));
    for (const [name, file] of Object.entries(licences)) {
      const source = await readFile(join(modules, file), 'utf8');
      this.emitFile({ type: 'asset', fileName: `licences/${name}`, source });
    }
    this.emitFile({ type: 'asset', fileName: 'licences/NOTICE.txt', source: notice });
  },
};

/** The desk, built to files that any of the hub's shells can serve under a strict content policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shipLicences],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: scripts, styles and images are files of the same origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output },
  },
  worker: { format: 'es', rolldownOptions: { output } },
});
