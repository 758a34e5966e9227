import { expect, it } from 'vitest';
import { of } from '../../renderer/i18n/fr/of.ts';

it.each([
  ['Odile Vernhet', 'd’Odile Vernhet'],
  ['Élise Roux', 'd’Élise Roux'],
  ['Jean Roche', 'de Jean Roche'],
])('« de » and %s is %s', (name, words) => {
  expect(of(name)).toBe(words);
});
