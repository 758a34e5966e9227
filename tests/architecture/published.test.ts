import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What anyone who takes the project reads or installs from. */
const published = ['package.json', 'package-lock.json', '*.md', 'docs/**/*.md', '.ci/run', '*.yml'];

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

describe('what is published', () => {
  test('names no place of one machine and no registry', async () => {
    const files = [];
    for await (const file of glob(published, { cwd: root })) files.push(file);
    expect(files).toContain('package-lock.json');
    expect(files).toContain('README.md');
    for (const file of files) {
      const text = await readFile(join(root, file), 'utf8');
      expect(text, file).not.toMatch(/(^|[\s"'`(=])\/(work|farm|home|root|tmp|Users)\//m);
      expect(text, file).not.toMatch(/"resolved":|registry\.npm|verdaccio|artifactory/);
    }
  });

  test('the lock names the packages of every platform, so that npm ci accepts it on each', async () => {
    const lock = lockFile.parse(
      JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')),
    );
    const named = new Set(
      Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)),
    );
    const missing = Object.values(lock.packages)
      .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
      .filter((name) => !named.has(name));
    expect(missing).toEqual([]);
  });

  test('gives the two commands that a newcomer types', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });
});
