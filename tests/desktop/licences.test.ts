import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskFolder } from '../../main/cli/build.ts';

/** A method of the library's own, which our code never calls. */
const wordOfLibrary = 'isWeekStable';

describe('the built desk', () => {
  test('keeps the opening_hours library apart from our code, so that it can be replaced', async () => {
    const assets = join(deskFolder, 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')));
    const holding = scripts.filter((_, index) => texts[index]?.includes(wordOfLibrary));
    expect(holding).not.toEqual([]);
    for (const name of holding) expect(name).toMatch(/^opening_hours-/);
    for (const [index, name] of scripts.entries()) {
      if (name.startsWith('opening_hours-')) expect(texts[index]).toContain(wordOfLibrary);
    }
  });

  test('holds the licences of the library and the fonts, and a notice of what they are about', async () => {
    const licences = join(deskFolder, 'licences');
    expect((await readdir(licences)).sort()).toEqual([
      'NOTICE.txt',
      'noto-sans-OFL-1.1.txt',
      'noto-sans-arabic-OFL-1.1.txt',
      'noto-sans-ethiopic-OFL-1.1.txt',
      'opening_hours-LGPL-3.0-only.txt',
      'opening_hours-ODbL-1.0.txt',
      'suncalc-BSD-2-Clause.txt',
    ]);
    const lesser = await readFile(join(licences, 'opening_hours-LGPL-3.0-only.txt'), 'utf8');
    // The lesser licence refers to the other, which has to go with it.
    expect(lesser).toMatch(/^GNU LESSER GENERAL PUBLIC LICENSE[\s\S]*\nGNU GENERAL PUBLIC LICENSE/);
    expect(await readFile(join(licences, 'NOTICE.txt'), 'utf8')).toMatch(
      /opening_hours[\s\S]*noto-sans/,
    );
  });
});
