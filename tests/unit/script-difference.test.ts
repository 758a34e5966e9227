import { describe, expect, test } from 'vitest';
import { checkVersion, neededVersion, scriptDifference } from '#src/script';
import { editedScript, setAt } from '../support/edited-script.ts';
import type { LooseScript } from '../support/small-script.ts';

const spoken = { section: 'only', title: 'Titre', say: 'Des mots à dire ?' };
const end = { type: 'outcome', ...spoken, result: 'solved' };
const asked = { predicate: 'is', question: 'need', option: 'ameli' };
const level = { predicate: 'level', score: 'distance', levels: ['E0'] };
const example = { title: 'Un appel', answers: [], outcome: 'solved' };
const inner = (next: string) => ({
  ...editedScript(),
  id: 'inner',
  nodes: { hello: { type: 'instruction', ...spoken, label: 'Continuer', next } },
});

const before = (script: LooseScript) => {
  setAt(script, 'sections.1', { id: 'other', title: 'Autre' });
  setAt(script, 'examples', [{ ...example }]);
  setAt(script, 'scripts', { inner: inner('hello') });
};
const beforeDocument = editedScript(before);
const changesBy = (...places: readonly [string, unknown][]) => {
  const after = editedScript((script) => {
    before(script);
    for (const [place, value] of places) setAt(script, place, value);
  });
  return scriptDifference(beforeDocument, after);
};

describe('SC-43 what is not the same, and SC-44 the version that it needs', () => {
  test.each<readonly [string, string, unknown, string, object]>([
    [
      'the title',
      'title',
      'Neuf',
      '1.0.1',
      { change: 'script', part: 'title', before: 'Petit script', after: 'Neuf' },
    ],
    [
      'the start',
      'start',
      'need',
      '2.0.0',
      { change: 'script', part: 'start', before: 'hello', after: 'need' },
    ],
    [
      'a section more',
      'sections.2',
      { id: 'end', title: 'Fin' },
      '1.1.0',
      { change: 'section-added', section: 'end', title: 'Fin' },
    ],
    [
      'a section less',
      'sections.1',
      undefined,
      '1.0.1',
      { change: 'section-removed', section: 'other', title: 'Autre' },
    ],
    [
      'a section renamed',
      'sections.1.title',
      'Fin',
      '1.0.1',
      { change: 'section-renamed', section: 'other', before: 'Autre', after: 'Fin' },
    ],
    ['an example more', 'examples.1', { ...example, title: 'B' }, '1.0.1', { title: 'B' }],
    ['an example less', 'examples.0', undefined, '1.0.1', { change: 'example-removed' }],
    [
      'an example that ends elsewhere',
      'examples.0.outcome',
      'unsolved',
      '1.0.1',
      { change: 'example-changed', title: 'Un appel' },
    ],
    ['a node more', 'nodes.more', end, '1.1.0', { change: 'node-added', node: 'more' }],
    [
      'a node less',
      'nodes.commune',
      undefined,
      '2.0.0',
      { change: 'node-removed', node: 'commune' },
    ],
    [
      'its words',
      'nodes.need.say',
      'Quoi ?',
      '1.0.1',
      { node: 'need', change: 'words', part: 'say', before: spoken.say, after: 'Quoi ?' },
    ],
    [
      'help where there was none',
      'nodes.need.help',
      'Attendez.',
      '1.0.1',
      { change: 'words', part: 'help', before: null, after: 'Attendez.' },
    ],
    [
      'an answer more',
      'nodes.meet.options.2',
      { id: 'later', label: 'Plus tard', next: 'unsolved' },
      '1.1.0',
      { node: 'meet', change: 'answer-added', answer: 'later', label: 'Plus tard' },
    ],
    [
      'an answer less',
      'nodes.meet.options.1',
      undefined,
      '2.0.0',
      { node: 'meet', change: 'answer-removed', answer: 'declined', label: 'Refusé' },
    ],
    [
      'an answer in other words',
      'nodes.meet.options.1.label',
      'Non merci',
      '1.0.1',
      { change: 'answer-words', part: 'label', before: 'Refusé', after: 'Non merci' },
    ],
    [
      'where an answer leads',
      'nodes.meet.options.1.next',
      'solved',
      '2.0.0',
      {
        change: 'exit',
        exit: { by: 'answer', answer: 'declined' },
        before: 'unsolved',
        after: 'solved',
      },
    ],
    [
      'what an answer says of the call',
      'nodes.try.options.0.value',
      'partly-solved',
      '2.0.0',
      { change: 'answer-setting', part: 'value', before: null, after: 'partly-solved' },
    ],
    [
      'a card for an answer that had none',
      'nodes.need.options.1.card',
      'scam',
      '1.1.0',
      { change: 'answer-setting', part: 'card', before: null, after: 'scam' },
    ],
    [
      'another card',
      'nodes.need.options.0.card',
      'scam',
      '1.0.1',
      { change: 'answer-setting', part: 'card', before: 'ameli-mot-de-passe', after: 'scam' },
    ],
    [
      'an answer that stands alone',
      'nodes.obstacles.options.2.exclusive',
      undefined,
      '2.0.0',
      { change: 'answer-setting', part: 'exclusive', before: true, after: null },
    ],
    [
      'where a question leads',
      'nodes.words.next',
      'age',
      '2.0.0',
      { node: 'words', change: 'exit', exit: { by: 'next' }, before: 'distance', after: 'age' },
    ],
    [
      'where nothing holds',
      'nodes.far.otherwise',
      'age',
      '2.0.0',
      { change: 'exit', exit: { by: 'otherwise' }, before: 'obstacles', after: 'age' },
    ],
    [
      'where a case leads',
      'nodes.far.cases.0.next',
      'age',
      '2.0.0',
      { change: 'exit', exit: { by: 'case', when: level }, before: 'unsolved', after: 'age' },
    ],
    [
      'a case more',
      'nodes.far.cases.1',
      { when: asked, next: 'age' },
      '2.0.0',
      { change: 'case-added', when: asked },
    ],
    [
      'the condition of a case',
      'nodes.far.cases.0.when',
      asked,
      '2.0.0',
      { change: 'case-condition', before: level, after: asked },
    ],
    [
      'the model',
      'nodes.distance.model',
      'rte@0.2.0',
      '2.0.0',
      { change: 'setting', part: 'model', before: 'rte@0.1.0', after: 'rte@0.2.0' },
    ],
    [
      'a wider limit',
      'nodes.age.max',
      130,
      '1.1.0',
      { change: 'setting', part: 'max', before: 120, after: 130 },
    ],
    [
      'a limit less',
      'nodes.since.min',
      undefined,
      '1.1.0',
      { change: 'setting', part: 'min', before: '2000-01-01', after: null },
    ],
    [
      'a narrower limit',
      'nodes.age.min',
      18,
      '2.0.0',
      { change: 'setting', part: 'min', before: 0, after: 18 },
    ],
    [
      'what a number counts',
      'nodes.age.unit',
      'mois',
      '2.0.0',
      { change: 'setting', part: 'unit', before: 'ans', after: 'mois' },
    ],
    [
      'a fact less',
      'nodes.commune.fact',
      undefined,
      '2.0.0',
      { change: 'setting', part: 'fact', before: 'commune', after: null },
    ],
    [
      'whether the card is shown',
      'nodes.try.showCard',
      false,
      '1.0.1',
      { change: 'setting', part: 'showCard', before: true, after: false },
    ],
    [
      'how a script ends',
      'nodes.unsolved.result',
      'partly-solved',
      '2.0.0',
      { change: 'setting', part: 'result', before: 'unsolved', after: 'partly-solved' },
    ],
    [
      'a script inside',
      'scripts.inner.nodes.hello.say',
      'Autre chose',
      '1.0.1',
      {
        change: 'sub-script-changed',
        script: 'inner',
        changes: [expect.objectContaining({ node: 'hello', change: 'words' })],
      },
    ],
    [
      'the version of a script inside',
      'scripts.inner.version',
      '1.0.7',
      '1.0.1',
      {
        change: 'sub-script-changed',
        changes: [expect.objectContaining({ change: 'script', part: 'version' })],
      },
    ],
    [
      'a script inside that leads elsewhere',
      'scripts.inner.nodes.hello.next',
      'elsewhere',
      '2.0.0',
      { change: 'sub-script-changed' },
    ],
  ])('%s', (_name, place, value, version, change) => {
    const changes = changesBy([place, value]);
    expect(changes).toEqual([expect.objectContaining(change)]);
    expect(neededVersion(beforeDocument, changes)).toBe(version);
  });

  test('an answer among others that moved: one of them did', () => {
    const options = editedScript().nodes['need'];
    const answers = options?.type === 'choice' ? options.options : [];
    const [first, ...rest] = answers;
    expect(changesBy(['nodes.need.options', [...rest, first]])).toEqual([
      {
        node: 'need',
        change: 'answer-moved',
        answer: 'ameli',
        label: 'Ameli',
        before: 0,
        after: 2,
      },
    ]);
  });

  test('another kind of question: the kind, and each part that went with it', () => {
    const changes = changesBy(['nodes.words', end]);
    expect(changes.map(({ change }) => change)).toEqual([
      'kind',
      'answer-removed',
      'exit',
      'setting',
    ]);
  });

  test('the whole first, then node by node as the later version has them, those gone last', () => {
    const changes = changesBy(
      ['nodes.commune', undefined],
      ['nodes.many.otherwise', 'solved'],
      ['nodes.hello.say', 'Bonjour'],
      ['title', 'Neuf'],
    );
    expect(changes.map(({ node }) => node)).toEqual([null, 'hello', 'many', 'commune']);
  });
});

test('SC-44 a number that promises more than it keeps is an error', () => {
  const moved = editedScript((script) => {
    setAt(script, 'nodes.words.next', 'age');
    setAt(script, 'version', '1.1.0');
  });
  expect(checkVersion(moved, editedScript())).toEqual([
    expect.objectContaining({
      severity: 'error',
      code: 'version-too-small',
      node: null,
      place: '/version',
      message: expect.stringContaining('2.0.0'),
    }),
  ]);
  expect(checkVersion({ ...moved, version: '2.0.0' }, editedScript())).toEqual([]);
  expect(checkVersion({ ...moved, version: '3.1.0' }, editedScript())).toEqual([]);
});
