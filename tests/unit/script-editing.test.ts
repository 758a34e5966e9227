import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkScript } from '#src/script';
import {
  type EditedNode,
  type EditedScript,
  readEdited,
  withNode,
} from '../../renderer/features/scripts/edited/edited-script.ts';
import { arrivalsAt, exitsOf, retargeted } from '../../renderer/features/scripts/edited/exits.ts';
import { begun, changed, redone, undone } from '../../renderer/features/scripts/edited/history.ts';
import { idFrom } from '../../renderer/features/scripts/edited/ids.ts';
import { withNewNode, withoutNode } from '../../renderer/features/scripts/edited/nodes.ts';
import {
  movedOption,
  withOption,
  withoutOption,
} from '../../renderer/features/scripts/edited/options.ts';
import {
  movedSection,
  withoutSection,
  withSection,
} from '../../renderer/features/scripts/edited/sections.ts';
import { copyOf, skeleton } from '../../renderer/features/scripts/edited/skeleton.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { shippedModel } from '../support/distance-model.ts';

const { firstWords, skeletonWords } = fr.scripts;
const empty = skeleton('essai', 'Essai', skeletonWords);
const codes = (script: EditedScript) =>
  checkScript(script, [shippedModel()]).map(({ code, place }) => `${code} ${place}`);

function nodeOf(script: EditedScript, id: string): EditedNode {
  const node = script.nodes[id];
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}
const labels = (node: EditedNode) => node.options?.map(({ label }) => label);
const said = (script: EditedScript, id: string, say: string) =>
  withNode(script, id, (node) => ({ ...node, say }));

describe('a new script', () => {
  test('has nothing for the checker to find', () => {
    expect(codes(empty)).toEqual([]);
  });

  test('made of another has its words and ids, and begins at 1.0.0', () => {
    const general = readEdited(
      JSON.parse(readFileSync(new URL('../../data/scripts/general.json', import.meta.url), 'utf8')),
    );
    if (general === null) throw new Error('it ships');
    const copy = copyOf(general, 'autre', 'Autre ligne');
    expect(copy).toMatchObject({ id: 'autre', title: 'Autre ligne', version: '1.0.0' });
    expect(copy.nodes).toEqual(general.nodes);
  });
});

describe('a file', () => {
  test('that is no script is not edited', () => {
    expect(readEdited({ id: 'x' })).toBeNull();
    expect(readEdited('words')).toBeNull();
  });

  test('keeps what the form does not know, for the checker to name', () => {
    const read = readEdited({ ...empty, colour: 'red' });
    expect(read).toMatchObject({ colour: 'red' });
  });
});

describe('a node', () => {
  const first = { node: 'greeting', path: ['next'] } as const;
  const question = { type: 'choice', title: 'Appelle pour qui' } as const;

  test('comes in between, its answers leading where the way led', () => {
    const { script, id } = withNewNode(empty, question, first, firstWords);
    expect(id).toBe('appelle-pour-qui');
    expect(nodeOf(script, 'greeting').next).toBe(id);
    expect(exitsOf(nodeOf(script, id)).map(({ target }) => target)).toEqual(
      Array.from({ length: 3 }, () => 'goodbye'),
    );
    expect(Object.keys(script.nodes)).toEqual(['greeting', id, 'goodbye']);
    expect(codes(script)).toEqual([`shape /nodes/${id}/say`]);
    expect(codes(said(script, id, 'Est-ce pour vous ?'))).toEqual([]);
  });

  test('of every type stands beside the others without a wrong part, but for words to say', () => {
    for (const type of ['choices', 'text', 'number', 'date', 'commune', 'instruction'] as const) {
      const { script, id } = withNewNode(empty, { type, title: 'Étape' }, first, firstWords);
      expect(codes(script), type).toEqual([`shape /nodes/${id}/say`]);
    }
  });

  test('that leads to one node is taken out of the way', () => {
    const { script, id } = withNewNode(empty, question, first, firstWords);
    expect(withoutNode(script, id)).toEqual(empty);
  });

  test('that leads to several leaves ways that lead nowhere, and the checker says which', () => {
    const one = withNewNode(empty, question, first, firstWords);
    const two = withNewNode(
      said(one.script, one.id, 'Est-ce pour vous ?'),
      { type: 'outcome', title: 'Autre fin' },
      { node: one.id, path: ['options', 0, 'next'] },
      firstWords,
    );
    expect(arrivalsAt(two.script, one.id)).toEqual([
      { from: 'greeting', exit: { path: ['next'], target: one.id } },
    ]);
    expect(codes(withoutNode(two.script, one.id))).toContain(
      'answer-without-exit /nodes/greeting/next',
    );
  });

  test('at which the script begins hands the beginning on', () => {
    expect(withoutNode(empty, 'greeting').start).toBe('goodbye');
  });
});

describe('an answer', () => {
  const { script, id } = withNewNode(
    empty,
    { type: 'choice', title: 'Question' },
    { node: 'greeting', path: ['next'] },
    firstWords,
  );
  const node = nodeOf(script, id);

  test('is added before « ne sait pas », with an id of its own, leading on', () => {
    const more = withOption(node, 'Oui, bien sûr');
    expect(labels(more)).toEqual(['Oui', 'Non', 'Oui, bien sûr', 'Ne sait pas']);
    expect(more.options?.[2]).toMatchObject({ id: 'oui-bien-sur', next: 'goodbye' });
  });

  test('moves among the others, never after « ne sait pas »', () => {
    expect(labels(movedOption(node, 0, 1))).toEqual(['Non', 'Oui', 'Ne sait pas']);
    expect(movedOption(node, 1, 1)).toEqual(node);
    expect(movedOption(node, 0, -1)).toEqual(node);
  });

  test('is removed and led elsewhere, the others staying', () => {
    expect(labels(withoutOption(node, 0))).toEqual(['Non', 'Ne sait pas']);
    const elsewhere = retargeted(node, ['options', 1, 'next'], 'greeting');
    expect(exitsOf(elsewhere).map(({ target }) => target)).toEqual([
      'goodbye',
      'greeting',
      'goodbye',
    ]);
  });
});

describe('a section', () => {
  test('is added, moved and removed; one that holds a node stays', () => {
    const more = withSection(empty, 'Accueil');
    expect(more.sections.map(({ id }) => id)).toEqual(['welcome', 'closing', 'accueil']);
    expect(movedSection(more, 2, -1).sections.map(({ id }) => id)).toEqual([
      'welcome',
      'accueil',
      'closing',
    ]);
    expect(withoutSection(more, 2)).toEqual(empty);
    expect(withoutSection(empty, 0)).toEqual(empty);
  });
});

describe('an id', () => {
  test.for([
    ['Accord à l’oral', 'accord-a-l-oral'],
    ['  3 questions ! ', 'questions'],
    ['Cœur de l’été', 'coeur-de-l-ete'],
    ['؟', 'x'],
  ])('of « %s » is %s', ([words = '', id]) => {
    expect(idFrom(words, [])).toBe(id);
  });

  test('that is taken gets a number, and stays within forty letters', () => {
    const long = 'a'.repeat(60);
    expect(idFrom('Fin', ['fin', 'fin-2'])).toBe('fin-3');
    expect(idFrom(long, [idFrom(long, [])])).toBe(`${'a'.repeat(38)}-2`);
  });
});

describe('what was done', () => {
  test('is undone and redone; typing on in one place is one change', () => {
    const typed = ['B', 'Bo', 'Bon'].reduce(
      (history, words, index) => changed(history, words, 'say', index * 100),
      begun(''),
    );
    const two = changed(typed, 'Bon.', 'title', 400);
    expect(undone(two).present).toBe('Bon');
    expect(undone(undone(two)).present).toBe('');
    expect(redone(undone(two))).toMatchObject({ present: 'Bon.', future: [] });
  });

  test('after a pause is another change; a new one ends what could be redone', () => {
    const two = changed(changed(begun(''), 'a', 'say', 0), 'ab', 'say', 5000);
    expect(undone(two).present).toBe('a');
    const other = changed(undone(two), 'ac', 'say', 6000);
    expect(redone(other)).toEqual(other);
    expect(undone(undone(undone(other))).present).toBe('');
  });
});
