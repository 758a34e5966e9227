import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { planted, plantedInChain, targets } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const layers = ['src', 'main', 'renderer', 'tests'] as const;

const configuration = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));
const rules = configuration.forbidden.map((rule) => rule.name);
const chainRules = rules.filter((rule) => rule.startsWith('src-chain-'));
/** The last module has no rule of its own: nothing stands after it. */
const chain = [...chainRules.map((rule) => rule.replace('src-chain-', '')), 'sync'];
const plantedFiles = [...planted, ...plantedInChain(chain)];

const report = z.object({
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

/** Every violation under `folder`, as `rule: file -> what it imports`. */
async function violationsIn(folder: string) {
  const program = join(root, 'node_modules/.bin/depcruise');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...layers],
    { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error);
  return report.parse(JSON.parse(stdout)).summary.violations;
}

let copy: string;
let found: Awaited<ReturnType<typeof violationsIn>>;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'aiguillage-layers-'));
  for (const part of [...layers, 'package.json', '.dependency-cruiser.cjs', 'biome.json']) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, text] of Object.entries(targets)) await place(file, `${text}\nexport {};\n`);
  for (const module of chain) await place(`src/${module}/index.ts`, 'export const door = 1;\n');
  for (const { file, imports } of plantedFiles) await place(file, `import '${imports}';\n`);
  found = await violationsIn(copy);
}, 120_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Writes a file of the copy, unless the real tree has one there. */
async function place(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

describe('layer rules', () => {
  test('the real tree breaks none', async () => {
    const violations = await violationsIn(root);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  test('every rule has a planted violation', () => {
    expect(new Set(plantedFiles.map(({ rule }) => rule))).toEqual(new Set(rules));
  });

  test.each(plantedFiles)('$rule catches $file importing $imports', ({ rule, file }) => {
    // A cycle is told once, from either of its ends.
    const about = found.filter(({ from, to }) => from === file || to === file);
    expect(about.map((violation) => violation.rule.name)).toContain(rule);
  });
});

describe('purity of src', () => {
  /** What the lint says of this text, were it a file of the kernel. */
  const lint = async (text: string): Promise<string> => {
    await writeFile(join(copy, 'src/kernel/planted-impure.ts'), text);
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/.bin/biome'), 'lint', '--vcs-enabled=false', 'src/kernel'],
      { cwd: copy },
    ).catch((error: { stdout: string; stderr: string }) => error);
    return stdout + stderr;
  };

  test.each([
    ['Date', 'export const now = new Date();\n'],
    ['performance', 'export const now = performance.now();\n'],
    ['crypto', 'export const id = crypto.randomUUID();\n'],
    ['fetch', "export const page = fetch('/api');\n"],
    ['process', 'export const folder = process.cwd();\n'],
    ['setTimeout', 'setTimeout(String, 1);\n'],
  ])('the lint refuses %s', async (name, text) => {
    const said = await lint(text);
    expect(said).toContain('src/kernel/planted-impure.ts');
    expect(said).toMatch(new RegExp(`Do not use the global variable ${name}`));
  });

  test('nothing of src draws a random number', async () => {
    const files = [];
    for await (const file of glob('src/**/*.ts', { cwd: root })) files.push(file);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      expect(await readFile(join(root, file), 'utf8'), file).not.toMatch(/Math\.random/);
    }
  });
});
