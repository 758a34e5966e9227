import fc from 'fast-check';
import type { ScriptDocument } from '#src/script';

/**
 * Scripts of sound shape, which need not be free of findings: few ids, so that two of them have much in common, and
 * words that a file may get wrong.
 */
export function arbitraryScript(): fc.Arbitrary<ScriptDocument> {
  return fc.record(
    {
      ...single,
      scripts: fc.dictionary(id, fc.record(single, { requiredKeys: [...neededKeys] }), {
        maxKeys: 2,
      }),
    },
    { requiredKeys: [...neededKeys] },
  );
}

/** Two scripts that have much in common, but for a few parts of the second. */
export function scriptPair(): fc.Arbitrary<readonly [ScriptDocument, ScriptDocument]> {
  const script = arbitraryScript();
  return fc
    .tuple(script, script, fc.array(fc.nat(), { maxLength: 4 }))
    .map(([before, other, picks]) => [
      before,
      picks.reduce((after, pick) => withPartOf(after, other, pick), before),
    ]);
}

/** One part of a script taken from another, whole or node by node. */
function withPartOf(script: ScriptDocument, other: ScriptDocument, pick: number): ScriptDocument {
  const keys = ['title', 'language', 'start', 'sections', 'examples', 'scripts', 'nodes'] as const;
  const ids = Object.keys(other.nodes);
  const id = ids[pick % Math.max(ids.length, 1)];
  const key = keys[pick % 8];
  if (key !== undefined) return { ...script, [key]: other[key] };
  const node = id === undefined ? undefined : other.nodes[id];
  return id === undefined || node === undefined
    ? script
    : { ...script, nodes: { ...script.nodes, [id]: node } };
}

const id = fc.constantFrom('one', 'two', 'three', 'nsp', 'oui-mais');
const awkward = fc.constantFrom(
  'Oui',
  'Non | peut-être',
  '=1+1',
  '- Allô',
  "'=vrai",
  '@moi',
  ' au bord ',
  'deux\nlignes',
  'a\r\nb\tc',
  'C:\\dossier\\|',
  '12,5',
  '01/02/2026',
  'one=Un',
  '« Ça ; va »',
  '"',
  '_x0041_',
  '<b>&amp;',
  'مرحبا',
  '\u0007',
  'x\ud800',
  '\ufeffdébut',
);
const words = fc.oneof(
  awkward,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((text) => /\S/.test(text)),
);
const flag = fc.boolean();
const amount = fc.integer({ min: -3, max: 120 });
const day = fc.constantFrom('2000-01-01', '2026-11-22');

const spoken = { section: id, title: words, say: words };
const option = { id, label: words };
const loose = { hint: words, value: words };
const leading = fc.record(
  { ...option, ...loose, next: id, card: id },
  { requiredKeys: ['id', 'label', 'next'] },
);
const several = fc.record(
  { ...option, ...loose, exclusive: flag, next: id },
  { requiredKeys: ['id', 'label'] },
);
const when = fc.oneof(
  fc.record({ predicate: fc.constant('is' as const), question: id, option: id }),
  fc.record({
    predicate: fc.constant('not' as const),
    of: fc.record({
      predicate: fc.constant('count' as const),
      question: id,
      atLeast: fc.integer({ min: 1, max: 3 }),
    }),
  }),
);
const typed = { ...spoken, options: fc.array(leading, { maxLength: 3 }), next: id };
const needed = ['type', 'section', 'title', 'say', 'options', 'next'] as const;

const node: fc.Arbitrary<ScriptDocument['nodes'][string]> = fc.oneof(
  fc.record(
    {
      type: fc.constant('choice' as const),
      ...spoken,
      help: words,
      fact: fc.constantFrom('consent' as const, 'theme' as const),
      showCard: flag,
      options: fc.array(leading, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['type', 'section', 'title', 'say', 'options'] },
  ),
  fc.record(
    {
      type: fc.constant('choices' as const),
      ...spoken,
      fact: fc.constantFrom('obstacles' as const, 'wishes' as const),
      options: fc.array(several, { minLength: 1, maxLength: 4 }),
      next: id,
    },
    { requiredKeys: [...needed] },
  ),
  fc.record({ type: fc.constant('text' as const), ...typed }),
  fc.record(
    { type: fc.constant('number' as const), ...typed, min: amount, max: amount, unit: words },
    { requiredKeys: [...needed] },
  ),
  fc.record(
    { type: fc.constant('date' as const), ...typed, min: day, max: day },
    { requiredKeys: [...needed] },
  ),
  fc.record({ type: fc.constant('commune' as const), ...typed }),
  fc.record({ type: fc.constant('instruction' as const), ...spoken, label: words, next: id }),
  fc.record({
    type: fc.constant('decision' as const),
    cases: fc.array(fc.record({ when, next: id }), { minLength: 1, maxLength: 3 }),
    otherwise: id,
  }),
  fc.record({
    type: fc.constant('score' as const),
    section: id,
    model: fc.constantFrom('rte@0.1.0', 'rte@0.2.0'),
    next: id,
  }),
  fc.record({
    type: fc.constant('orientation' as const),
    ...spoken,
    options: fc.array(leading, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('script' as const), section: id, script: id, next: id }),
  fc.record({
    type: fc.constant('retry' as const),
    again: id,
    times: fc.integer({ min: 1, max: 3 }),
    next: id,
  }),
  fc.record(
    {
      type: fc.constant('outcome' as const),
      ...spoken,
      help: words,
      result: fc.constantFrom('solved' as const, 'referred' as const),
    },
    { requiredKeys: ['type', 'section', 'title', 'say', 'result'] },
  ),
);

const single = {
  format: fc.constant('aiguillage-script/1' as const),
  id,
  version: fc.constantFrom('1.0.0', '1.2.3'),
  language: fc.constantFrom('fr', 'en'),
  title: words,
  start: id,
  sections: fc.array(fc.record({ id, title: words }), { minLength: 1, maxLength: 3 }),
  nodes: fc.dictionary(id, node, { maxKeys: 4 }),
  examples: fc.array(
    fc.record({
      title: words,
      answers: fc.array(
        fc.record({ question: id, answer: fc.oneof(words, amount, fc.array(id)) }),
        { maxLength: 2 },
      ),
      outcome: id,
    }),
    { maxLength: 3 },
  ),
};
const neededKeys = [
  'format',
  'id',
  'version',
  'language',
  'title',
  'start',
  'sections',
  'nodes',
] as const;
