import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');

/** The built desk: what a hub serves and what the desktop packs. */
export const deskFolder = join(dist, 'renderer');

/** What the built desk is made of. */
const deskSources = [
  'renderer/**',
  'src/**',
  'data/geography/**',
  'data/ranking.json',
  'data/messages/**',
  'data/models/**',
  'data/calibration/*.json',
  'package-lock.json',
];
const marker = join(dist, 'renderer.sources');

/** Builds the desk, unless what stands in `dist` was made from these very sources. */
export async function buildDesk(): Promise<'built' | 'fresh'> {
  const hash = await contentHash(deskSources);
  if ((await readFile(marker, 'utf8').catch(() => '')) === hash) return 'fresh';
  const { build } = await import('vite');
  // Built aside and then put in place: a hub that serves the last one never serves half of this one.
  const aside = join(dist, `renderer-${process.pid}`);
  await build({
    root: join(root, 'renderer'),
    configFile: join(root, 'renderer/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: aside, emptyOutDir: true },
  });
  await rm(marker, { force: true });
  await rm(deskFolder, { recursive: true, force: true });
  await rename(aside, deskFolder);
  await writeFile(marker, hash);
  return 'built';
}

async function contentHash(patterns: readonly string[]): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(relative(root, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Bundles the Electron side: the main process, and a preload that the sandbox can load. */
export async function buildDesktop(): Promise<void> {
  const { build } = await import('esbuild');
  const shared = {
    bundle: true,
    platform: 'node',
    target: 'node24',
    external: ['electron'],
  } satisfies BuildOptions;
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(root, 'main/desktop/main.ts')],
      format: 'esm',
      outfile: join(dist, 'desktop/main.js'),
    }),
    build({
      ...shared,
      entryPoints: [join(root, 'main/desktop/preload.ts')],
      format: 'cjs',
      outfile: join(dist, 'desktop/preload.cjs'),
    }),
  ]);
}

/** Bundles the hub for the desktop's package: dist/hub needs only PGlite and `data` beside it. */
export async function buildHub(): Promise<void> {
  const { build } = await import('esbuild');
  const outdir = join(dist, 'hub');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [
      join(root, 'main/cli/hub-process.ts'),
      join(root, 'main/hub/storage/embedded.worker.ts'),
    ],
    entryNames: '[name]',
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // PGlite finds its WebAssembly beside its own files; pg-native is optional and never used; opening_hours is
    // under the LGPL and stays a file that can be replaced (docs/adr/0010).
    external: ['@electric-sql/pglite', 'pg-native', 'opening_hours'],
    banner: {
      // Under a name of its own: a library in the bundle may import the same.
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [placesBesideTheBundle],
  });
  await cp(join(root, 'main/hub/storage/migrations'), join(outdir, 'migrations'), {
    recursive: true,
  });
}

/** `new URL('../x', import.meta.url)` names a place from a source file; the bundle has its own. */
const placesBesideTheBundle: Plugin = {
  name: 'places-beside-the-bundle',
  setup: (build) => {
    build.onLoad({ filter: /main[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replaceAll(
        /new URL\('(\.[^']+)', import\.meta\.url\)/g,
        (_, place: string) => `new URL('./${placeInBundle(path, place)}', import.meta.url)`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

function placeInBundle(file: string, place: string): string {
  const path = relative(root, join(dirname(file), place));
  if (path === 'data' || path.startsWith('data/'))
    return `${path}${place.endsWith('/') ? '/' : ''}`;
  if (path.endsWith('.worker.ts')) return basename(path).replace(/\.ts$/, '.mjs');
  if (path === 'main/hub/storage/migrations') return 'migrations/';
  if (path === '.' || path === '') return '';
  throw new Error(`${file}: the packaged hub has no ${place}. Say in build.ts where it goes.`);
}

if (import.meta.main) {
  await Promise.all([buildDesk(), buildDesktop(), buildHub()]);
}
