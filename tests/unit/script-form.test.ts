import { describe, expect, test } from 'vitest';
import { checkScript } from '#src/script';
import { skeleton } from '../../renderer/features/scripts/edited/skeleton.ts';
import { findingWords } from '../../renderer/features/scripts/finding-words.ts';
import {
  readDate,
  readNumber,
  writtenDate,
  writtenNumber,
} from '../../renderer/features/scripts/form/limits.ts';
import { nodeName } from '../../renderer/features/scripts/node-names.ts';
import { fr } from '../../renderer/i18n/fr.ts';

const empty = skeleton('essai', 'Essai', fr.scripts.skeletonWords);
const question = {
  type: 'choice',
  section: 'welcome',
  title: 'Accord',
  say: 'Êtes-vous d’accord ?',
  options: [
    { id: 'yes', label: 'Oui', next: 'goodbye' },
    { id: 'nsp', label: 'Ne sait pas' },
  ],
} as const;

describe('a finding', () => {
  const script = { ...empty, nodes: { ...empty.nodes, consent: question } };
  const told = (changed: typeof empty) =>
    checkScript(changed, []).map((finding) => findingWords(finding, changed, fr));

  test('says what to do, and at which answer of which step', () => {
    expect(told(script)).toEqual([
      { says: 'Dites où cela mène.', where: 'Accord, réponse «\u00a0Ne sait pas\u00a0»' },
    ]);
  });

  test('of a part that is missing names the part', () => {
    const { say: _said, ...silent } = question;
    const without = { ...empty, nodes: { ...empty.nodes, consent: silent } };
    expect(told(without)).toContainEqual({
      says: 'Écrivez ce qu’il faut dire.',
      where: 'Accord',
    });
  });

  test('about an example names the example', () => {
    const example = { title: 'Un appel', answers: [], outcome: 'ailleurs' };
    expect(told({ ...empty, examples: [example] })).toEqual([
      { says: 'Cet exemple ne finit plus où il le dit.', where: 'Un appel' },
    ]);
  });

  test('of a switch without a question names the case', () => {
    const decision = { type: 'decision', cases: [{ when: { predicate: 'is' } }] } as const;
    const unfinished = { ...empty, nodes: { ...empty.nodes, level: decision } };
    expect(told(unfinished)).toContainEqual({
      says: 'Choisissez la question de la condition.',
      where: 'Aiguillage «\u00a0level\u00a0», cas 1',
    });
  });
});

describe('the name of a step', () => {
  test('that others have too is told with the answer that leads to it', () => {
    const one = { ...question, title: 'Sujet' };
    const asked = {
      ...question,
      options: [
        { id: 'yes', label: 'Oui', next: 'one' },
        { id: 'nsp', label: 'Ne sait pas', next: 'two' },
      ],
    };
    const script = { ...empty, nodes: { ...empty.nodes, asked, one, two: one } };
    expect(nodeName(script, 'one', fr)).toBe('Sujet (Oui)');
    expect(nodeName(script, 'two', fr)).toBe('Sujet (Ne sait pas)');
    expect(nodeName(script, 'asked', fr)).toBe('Accord');
  });
});

describe('a limit', () => {
  test.for([
    ['12,5', 12.5],
    [' 3 ', 3],
    ['', undefined],
    ['douze', undefined],
  ] as const)('a number typed as « %s » is %s', ([typed, value]) => {
    expect(readNumber(typed)).toBe(value);
  });

  test.for([
    ['3/11/2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['31/02/2026', undefined],
    ['hier', undefined],
  ] as const)('a day typed as « %s » is %s', ([typed, value]) => {
    expect(readDate(typed)).toBe(value);
  });

  test('is written as it is typed', () => {
    expect(writtenNumber(12.5)).toBe('12,5');
    expect(writtenDate('2026-11-03')).toBe('03/11/2026');
    expect(writtenDate(undefined)).toBe('');
  });
});
