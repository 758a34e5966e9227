import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageColours } from '../../main/hub/links/page-style.ts';

it('has the desk’s colours on the pages without account', () => {
  const tokens = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8');
  const desk = Object.keys(pageColours).map((name) => {
    const [, light, dark] =
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
    return [name, [light, dark]];
  });
  expect(Object.fromEntries(desk)).toEqual(pageColours);
});
