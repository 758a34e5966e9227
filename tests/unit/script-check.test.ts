import { describe, expect, test } from 'vitest';
import { checkScript, checkVersion, compileScript, type Finding, parseScript } from '#src/script';
import { shippedModel } from '../support/distance-model.ts';
import { type LooseScript, smallScript } from '../support/small-script.ts';

const models = [shippedModel()];
const cards = ['ameli-mot-de-passe'];

type Options = Record<string, unknown>[];
const optionsOf = (script: LooseScript, node: string): Options => {
  const options: unknown = script.nodes[node]?.['options'];
  return Array.isArray(options) ? options : [];
};

function parsed(script: LooseScript) {
  const document = parseScript(script);
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  return document.value;
}

/** The small script with one defect planted in it. */
function broken(plant: (script: LooseScript) => void): readonly Finding[] {
  const script = smallScript();
  plant(script);
  return checkScript(script, models, cards);
}

const set = (node: string, part: Record<string, unknown>) => (script: LooseScript) =>
  Object.assign(script.nodes[node] ?? {}, part);
const setOption =
  (node: string, index: number, part: Record<string, unknown>) => (script: LooseScript) =>
    Object.assign(optionsOf(script, node)[index] ?? {}, part);
const when = (condition: Record<string, unknown>) =>
  set('many', { cases: [{ when: condition, next: 'meet' }] });
const deep = (depth: number): Record<string, unknown> =>
  depth === 0
    ? { predicate: 'is', question: 'need', option: 'ameli' }
    : { predicate: 'not', of: deep(depth - 1) };

test('a sound script has no findings', () => {
  expect(checkScript(smallScript(), models, cards)).toEqual([]);
});

/** Rule, what is planted, the finding's code, where it stands. */
const planted: readonly [string, string, (script: LooseScript) => void, string, string][] = [
  ['SC-1', 'a word too many', set('hello', { colour: 'red' }), 'shape', '/nodes/hello'],
  ['SC-1', 'an unknown type', set('hello', { type: 'video' }), 'shape', '/nodes/hello/type'],
  ['SC-1', 'an empty text', set('hello', { say: ' ' }), 'shape', '/nodes/hello/say'],
  [
    'SC-2',
    'an option that leads nowhere',
    setOption('need', 1, { next: 'gone' }),
    'unknown-target',
    '/nodes/need/options/1/next',
  ],
  [
    'SC-2',
    'a target named as a part of the language',
    set('hello', { next: 'constructor' }),
    'unknown-target',
    '/nodes/hello/next',
  ],
  [
    'SC-2',
    'a decision that leads nowhere',
    set('far', { otherwise: 'gone' }),
    'unknown-target',
    '/nodes/far/otherwise',
  ],
  [
    'SC-2',
    'a start that is not there',
    (script) => {
      script.start = 'gone';
    },
    'unknown-target',
    '/start',
  ],
  [
    'SC-3',
    'a node that nothing leads to',
    set('hello', { next: 'words' }),
    'unreachable',
    '/nodes/need',
  ],
  [
    'SC-4',
    'two nodes that lead to each other only',
    (script) => {
      set('words', {
        next: 'again',
        options: [{ id: 'nsp', label: 'Ne sait pas', next: 'again' }],
      })(script);
      script.nodes['again'] = {
        type: 'instruction',
        section: 'only',
        title: 'Encore',
        say: 'Encore ?',
        label: 'Oui',
        next: 'words',
      };
    },
    'dead-end',
    '/nodes/words',
  ],
  [
    'SC-5',
    'an option without exit',
    setOption('need', 0, { next: undefined }),
    'answer-without-exit',
    '/nodes/need/options/0/next',
  ],
  [
    'SC-5',
    'an option with an empty exit',
    setOption('need', 0, { next: '' }),
    'answer-without-exit',
    '/nodes/need/options/0/next',
  ],
  [
    'SC-5',
    'a question of several answers without exit',
    set('obstacles', { next: undefined }),
    'answer-without-exit',
    '/nodes/obstacles/next',
  ],
  [
    'SC-5',
    '"ne sait pas" of several answers without exit',
    setOption('obstacles', 3, { next: undefined }),
    'answer-without-exit',
    '/nodes/obstacles/options/3',
  ],
  ...['need', 'obstacles', 'words', 'age', 'since', 'commune'].map(
    (node): (typeof planted)[number] => [
      'SC-6',
      `no "ne sait pas" in ${node}`,
      (script) =>
        set(node, { options: optionsOf(script, node).filter(({ id }) => id !== 'nsp') })(script),
      'missing-nsp',
      `/nodes/${node}/options`,
    ],
  ),
  [
    'SC-7',
    'a decision without otherwise',
    set('far', { otherwise: undefined }),
    'decision-without-otherwise',
    '/nodes/far/otherwise',
  ],
  [
    'SC-8',
    'a predicate that is not known',
    when({ predicate: 'matches', question: 'need' }),
    'unknown-predicate',
    '/nodes/many/cases/0/when/predicate',
  ],
  [
    'SC-8',
    'conditions too deep to be read',
    when(deep(5)),
    'unknown-predicate',
    '/nodes/many/cases/0/when/of/of/of/of/predicate',
  ],
  [
    'SC-9',
    'two options of one id',
    setOption('need', 1, { id: 'ameli' }),
    'duplicate-id',
    '/nodes/need/options/1/id',
  ],
  [
    'SC-9',
    'two options that say the same',
    setOption('need', 1, { label: 'ameli ' }),
    'duplicate-label',
    '/nodes/need/options/1/label',
  ],
  [
    'SC-9',
    'two sections of one id',
    (script) => {
      script.sections.push({ id: 'only', title: 'Encore' });
    },
    'duplicate-id',
    '/sections',
  ],
  [
    'SC-10',
    'a way back',
    setOption('meet', 1, { next: 'need' }),
    'cycle',
    '/nodes/meet/options/1/next',
  ],
  [
    'SC-10',
    'a node that leads to itself',
    set('words', { next: 'words' }),
    'cycle',
    '/nodes/words/next',
  ],
  [
    'SC-11',
    'a condition on a question that may not be asked',
    when({ predicate: 'is', question: 'try', option: 'solved' }),
    'condition-not-asked',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-11',
    'a condition on a later question',
    when({ predicate: 'is', question: 'meet', option: 'referred' }),
    'condition-not-asked',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-11',
    'a condition on no question',
    when({ predicate: 'is', question: 'gone', option: 'yes' }),
    'unknown-question',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-11',
    'a level of no score',
    when({ predicate: 'level', score: 'need', levels: ['E0'] }),
    'unknown-question',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-11',
    'a condition on no option',
    when({ predicate: 'is', question: 'need', option: 'gone' }),
    'unknown-option',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-12',
    'a model that is not there',
    set('distance', { model: 'rte@9.0.0' }),
    'unknown-model',
    '/nodes/distance/model',
  ],
  [
    'SC-13',
    'a card that is not there',
    setOption('need', 0, { card: 'gone' }),
    'unknown-card',
    '/nodes/need/options/0/card',
  ],
  [
    'SC-13',
    'a card to show that was never chosen',
    setOption('need', 1, { next: 'try' }),
    'card-not-chosen',
    '/nodes/try/showCard',
  ],
  [
    'SC-14',
    'a service that the standard does not have',
    set('need', { fact: 'service' }),
    'unknown-fact-value',
    '/nodes/need/options/0',
  ],
  [
    'SC-14',
    'an obstacle that the model does not have',
    setOption('obstacles', 0, { id: 'laziness' }),
    'unknown-fact-value',
    '/nodes/obstacles/options/0',
  ],
  [
    'SC-14',
    'a condition on a fact that nothing gives',
    when({ predicate: 'fact', fact: 'consent', value: 'yes' }),
    'unknown-fact-value',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-16',
    'more options than keys',
    (script) =>
      optionsOf(script, 'need').push(
        ...'abcdefgh'.split('').map((id) => ({ id, label: id, next: 'words' })),
      ),
    'too-many-options',
    '/nodes/need/options',
  ],
  ['SC-18', 'a number that cannot be', set('age', { min: 130 }), 'empty-range', '/nodes/age/max'],
  [
    'SC-18',
    'a date that cannot be',
    set('since', { max: '1999-12-31' }),
    'empty-range',
    '/nodes/since/max',
  ],
  [
    'SC-18',
    'a date compared with a number',
    when({ predicate: 'compare', question: 'since', op: 'gt', value: 2020 }),
    'compare-mismatch',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-18',
    'a word compared with a number',
    when({ predicate: 'compare', question: 'need', op: 'gt', value: 1 }),
    'compare-mismatch',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'a case that no answer leads to',
    (script) => {
      script.nodes['cards'] = {
        type: 'decision',
        cases: [
          { when: { predicate: 'is', question: 'need', option: 'other' }, next: 'distance' },
          { when: { predicate: 'is', question: 'need', option: 'nsp' }, next: 'distance' },
        ],
        otherwise: 'distance',
      };
      setOption('try', 1, { next: 'cards' })(script);
    },
    'never-true',
    '/nodes/cards/cases/1/when',
  ],
  [
    'SC-30',
    'a case that holds with every answer that leads to it',
    when({ predicate: 'in', question: 'need', options: ['ameli', 'other', 'nsp'] }),
    'always-true',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'a case and its contrary',
    when({
      predicate: 'all',
      of: [
        { predicate: 'is', question: 'need', option: 'ameli' },
        { predicate: 'not', of: { predicate: 'is', question: 'need', option: 'ameli' } },
      ],
    }),
    'never-true',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'more answers than there are',
    when({ predicate: 'count', question: 'obstacles', atLeast: 3 }),
    'never-true',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'a number beyond its limits',
    when({ predicate: 'compare', question: 'age', op: 'gt', value: 120 }),
    'never-true',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'a number or "ne sait pas", whatever it is',
    when({
      predicate: 'any',
      of: [
        { predicate: 'compare', question: 'age', op: 'lt', value: 60 },
        { predicate: 'compare', question: 'age', op: 'gte', value: 60 },
        { predicate: 'is', question: 'age', option: 'nsp' },
      ],
    }),
    'always-true',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'a fact that is given elsewhere only',
    when({ predicate: 'fact', fact: 'resolution', value: 'solved' }),
    'never-true',
    '/nodes/many/cases/0/when',
  ],
  [
    'SC-30',
    'a case that the cases before it leave nothing',
    set('far', {
      cases: [
        { when: { predicate: 'level', score: 'distance', levels: ['E0', 'E1'] }, next: 'unsolved' },
        { when: { predicate: 'level', score: 'distance', levels: ['E1'] }, next: 'unsolved' },
      ],
    }),
    'never-true',
    '/nodes/far/cases/1/when',
  ],
  [
    'SC-17',
    'a section that is not there',
    set('hello', { section: 'gone' }),
    'unknown-section',
    '/nodes/hello/section',
  ],
];

describe('planted defects', () => {
  test.each(planted)('%s finds %s', (_rule, _name, plant, code, place) => {
    expect(broken(plant)).toContainEqual(
      expect.objectContaining({ severity: 'error', code, place }),
    );
  });

  test('SC-15 too many words to say are a warning, and the script still runs', () => {
    const script = smallScript();
    set('hello', { say: 'Un mot. '.repeat(30) })(script);
    expect(checkScript(script, models)).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'say-too-long', node: 'hello' }),
    ]);
    const parsed = parseScript(script);
    expect(parsed.ok && compileScript(parsed.value, models).title).toBe('Petit script');
  });

  test('SC-30 a case that may hold and may not is no finding', () => {
    for (const condition of [
      { predicate: 'compare', question: 'age', op: 'eq', value: 60.5 },
      { predicate: 'compare', question: 'since', op: 'lte', value: '2000-01-01' },
      { predicate: 'count', question: 'obstacles', atLeast: 2 },
      { predicate: 'level', score: 'distance', levels: ['E2'] },
      { predicate: 'is', question: 'obstacles', option: 'fear' },
    ]) {
      expect(broken(when(condition)), JSON.stringify(condition)).toEqual([]);
    }
  });

  test.each([18, 19])('SC-31 %i questions and the seven of a score: 25 are enough', (length) => {
    const script = smallScript();
    const { hello, words, distance, solved } = script.nodes;
    const ids = Array.from({ length }, (_, index) => `question-${index}`);
    const asked = ids.map((id, index) => {
      const next = ids[index + 1] ?? 'distance';
      return [id, { ...words, next, options: [{ id: 'nsp', label: 'Ne sait pas', next }] }];
    });
    script.nodes = {
      hello: { ...hello, next: 'question-0' },
      ...Object.fromEntries(asked),
      distance: { ...distance, next: 'solved' },
      solved: { ...solved },
    };
    const found = { severity: 'warning', code: 'too-many-questions', node: 'distance' };
    expect(checkScript(script, models)).toEqual(
      length === 18 ? [] : [expect.objectContaining(found)],
    );
  });

  test('SC-32 words that are hard to follow are a warning, in French only', () => {
    const say =
      'Conformément aux dispositions réglementaires relatives à la confidentialité des informations personnelles, votre consentement constitue une condition préalable.';
    expect(broken(set('hello', { say }))).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'hard-to-read', node: 'hello' }),
    ]);
    const abroad = broken((script) => {
      set('hello', { say })(script);
      script['language'] = 'en';
    });
    expect(abroad).toEqual([]);
  });

  test('SC-33 what changed needs a new version, and a later one', () => {
    const published = parsed(smallScript());
    const codes = (plant: (script: LooseScript) => void) => {
      const script = smallScript();
      plant(script);
      return checkVersion(parsed(script), published).map(({ code, place }) => [code, place]);
    };
    expect(codes(() => undefined)).toEqual([]);
    expect(codes(set('hello', { say: 'Bonjour ?' }))).toEqual([
      ['changed-without-version', '/nodes/hello'],
    ]);
    expect(
      codes((script) => {
        set('need', { title: 'Besoin' })(script);
        script['title'] = 'Autre';
      }),
    ).toEqual([
      ['changed-without-version', '/title'],
      ['changed-without-version', '/nodes/need'],
    ]);
    const versioned = (version: string) =>
      codes((script) => {
        set('hello', { say: 'Bonjour ?' })(script);
        script['version'] = version;
      });
    expect(versioned('1.0.1')).toEqual([]);
    expect(versioned('10.0.0')).toEqual([]);
    expect(versioned('0.99.0')).toEqual([['version-not-later', '/version']]);
    expect(
      codes((script) => {
        script['id'] = 'other';
      }),
    ).toEqual([['other-script', '/id']]);
  });

  test('SC-34 an example that ends elsewhere, stops short or is not understood is found', () => {
    const example = (outcome: string, ...answers: readonly (readonly [string, unknown])[]) => ({
      title: 'Un appel',
      answers: answers.map(([question, answer]) => ({ question, answer })),
      outcome,
    });
    const findings = broken((script) => {
      script['examples'] = [
        example('solved', ['need', 'ameli'], ['try', 'solved']),
        example('unsolved', ['need', 'ameli'], ['try', 'solved']),
        example('solved', ['need', 'ameli']),
        example('solved', ['need', 'ameli'], ['try', 'perhaps']),
      ];
    });
    expect(findings.map(({ code, place, message }) => [code, place, message])).toEqual([
      ['example-fails', '/examples/1', 'Not "unsolved": it ends at "solved".'],
      ['example-fails', '/examples/2', 'Not "solved": "try" is asked.'],
      ['example-fails', '/examples/3', expect.stringContaining('answers/1/answer')],
    ]);
  });

  test('SC-17 a section without node is a warning', () => {
    const findings = broken(({ sections }) => sections.push({ id: 'void', title: 'Vide' }));
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'empty-section', node: null }),
    ]);
  });

  test('SC-2 one missing target is one finding, not a flood', () => {
    expect(broken(set('meet', { options: [{ id: 'a', label: 'A', next: 'gone' }] }))).toEqual([
      expect.objectContaining({ code: 'unknown-target' }),
      expect.objectContaining({ code: 'unreachable', node: 'referred' }),
    ]);
  });

  test('a script with an error is never compiled', () => {
    const script = smallScript();
    set('hello', { next: 'gone' })(script);
    const parsed = parseScript(script);
    expect(() => parsed.ok && compileScript(parsed.value, models)).toThrow(/unknown-target/);
  });
});
