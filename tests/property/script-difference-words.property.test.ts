import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptDifference } from '#src/script';
import { changeWords } from '../../renderer/features/scripts/difference/change-words.ts';
import { differenceMarks } from '../../renderer/features/scripts/difference/difference-marks.ts';
import { wordDifference } from '../../renderer/features/scripts/difference/word-difference.ts';
import { en } from '../../renderer/i18n/en.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { scriptPair } from '../support/arbitrary-script.ts';

const words = fc
  .array(fc.constantFrom('oui', 'non', 'le', 'script', 'dit'), { maxLength: 12 })
  .map((parts) => parts.join(' '));

test('what stayed and went is the earlier text, what stayed and came the later one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(words, words), fc.tuple(fc.string(), fc.string())), (texts) => {
      const [before, after] = texts;
      const runs = wordDifference(before, after);
      const without = (other: string) =>
        runs.flatMap(({ kind, words: own }) => (kind === other ? [] : [own])).join('');
      expect([without('come'), without('gone')]).toEqual([before, after]);
    }),
  );
});

test('words that both texts begin and end with stay', () => {
  expect(wordDifference('Avez-vous un ordinateur ?', 'Avez-vous un téléphone ?')).toEqual([
    { kind: 'kept', words: 'Avez-vous un ' },
    { kind: 'gone', words: 'ordinateur ' },
    { kind: 'come', words: 'téléphone ' },
    { kind: 'kept', words: '?' },
  ]);
  expect(wordDifference('', 'Bonjour')).toEqual([{ kind: 'come', words: 'Bonjour' }]);
});

test('SC-43 every change has a sentence in every language', () => {
  fc.assert(
    fc.property(scriptPair(), fc.constantFrom(fr, en), ([before, after], messages) => {
      for (const change of scriptDifference(before, after)) {
        const { says } = changeWords(change, { before, after, messages });
        expect(says).toMatch(/\p{L}/u);
        expect(says).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 200 },
  );
});

test('SC-43 every node that changes is marked, and no other', () => {
  fc.assert(
    fc.property(scriptPair(), ([before, after]) => {
      const changed = scriptDifference(before, after).flatMap(({ node }) => node ?? []);
      const marks = differenceMarks(before, after);
      expect(new Set(marks.keys())).toEqual(new Set(changed));
      for (const [node, [mark]] of marks) {
        const [was, is] = [before, after].map(({ nodes }) => Object.hasOwn(nodes, node));
        expect(mark).toBe(was ? (is ? 'changed' : 'removed') : 'added');
      }
    }),
    { numRuns: 200 },
  );
});
