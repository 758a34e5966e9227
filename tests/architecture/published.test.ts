import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What anyone who takes the project reads or installs from. */
const published = ['package.json', 'package-lock.json', '*.md', 'docs/**/*.md', '.ci/run', '*.yml'];

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

  test('gives the two commands that a newcomer types', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });
});
