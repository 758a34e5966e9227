import { describe, expect, test } from 'vitest';
import {
  type AnswerValue,
  checkScript,
  compileScript,
  linkScript,
  parseScript,
  runScript,
  type ScriptDocument,
} from '#src/script';
import { shippedModel } from '../support/distance-model.ts';

const models = [shippedModel()];
const nsp = (next: string) => ({ id: 'nsp', label: 'Ne sait pas', next });
const said = (title: string) => ({ section: 'all', title, say: `${title} ?` });
const yesNo = (title: string, yes: string, no: string, more = {}) => ({
  type: 'choice',
  ...said(title),
  ...more,
  options: [{ id: 'yes', label: 'Oui', next: yes }, { id: 'no', label: 'Non', next: no }, nsp(no)],
});
const end = (result: string) => ({ type: 'outcome', ...said('Fin'), result });

function script(id: string, start: string, nodes: Record<string, unknown>): ScriptDocument {
  const parsed = parseScript({
    format: 'aiguillage-script/1',
    id,
    version: '1.0.0',
    language: 'fr',
    title: id,
    start,
    sections: [{ id: 'all', title: 'Tout' }],
    nodes,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** The question after these answers, or the outcome; what is off the path beside it. */
function standing(document: ScriptDocument, ...answers: readonly [string, AnswerValue][]) {
  const run = runScript(
    compileScript(document, models),
    answers.map(([question, value]) => ({ question, value, at: '' })),
  );
  return { at: run.current.question, aside: run.inactive.length, facts: run.facts };
}

describe('SC-35 a script that runs another', () => {
  const password = script('password', 'asked', {
    asked: yesNo('Mot de passe', 'level', 'lost'),
    lost: yesNo('Un mail reçu', 'back', 'back', { fact: 'consent' }),
    level: { type: 'score', section: 'all', model: 'rte@0.1.0', next: 'back' },
    back: end('solved'),
  });
  const main = script('main', 'hello', {
    hello: yesNo('Bonjour', 'reset', 'end'),
    reset: { type: 'script', section: 'all', script: 'password', next: 'far' },
    far: {
      type: 'decision',
      cases: [
        { when: { predicate: 'is', question: 'reset/asked', option: 'no' }, next: 'end' },
        { when: { predicate: 'level', score: 'reset/level', levels: ['E3'] }, next: 'far-away' },
      ],
      otherwise: 'far-away',
    },
    'far-away': end('referred'),
    end: end('unsolved'),
  });
  const linked = linkScript(main, [password]);

  test('SC-11 a question of it that only some ways ask is found', () => {
    expect(checkScript(linked, models)).toEqual([
      // The level is asked on one way only, and the decision asks for it on both.
      expect.objectContaining({ code: 'condition-not-asked', place: '/nodes/far/cases/1/when' }),
    ]);
  });

  const sound = linkScript(
    {
      ...main,
      nodes: { ...main.nodes, far: { ...farOf(main), cases: farOf(main).cases.slice(0, 1) } },
    },
    [password],
  );

  test('the way goes in and out of it', () => {
    expect(checkScript(sound, models)).toEqual([]);
    expect(standing(sound, ['hello', 'yes']).at).toBe('reset/asked');
    expect(standing(sound, ['hello', 'yes'], ['reset/asked', 'no']).at).toBe('reset/lost');
    const back = standing(sound, ['hello', 'yes'], ['reset/asked', 'no'], ['reset/lost', 'yes']);
    expect(back).toMatchObject({ at: 'end', aside: 0 });
    expect(standing(sound, ['hello', 'yes'], ['reset/asked', 'yes']).at).toBe(
      'reset/level.internet',
    );
  });

  test('facts flow out of it', () => {
    const answers = [
      ['hello', 'yes'],
      ['reset/asked', 'no'],
      ['reset/lost', 'yes'],
    ] as const;
    expect(
      standing(sound, ...answers.map(([q, a]): [string, string] => [q, a])).facts.consent,
    ).toBe(true);
  });

  test('its words belong to what a call is pinned to', () => {
    const other = { ...password, title: 'Autre' };
    const hash = (part: ScriptDocument) =>
      compileScript(linkScript({ ...sound, scripts: undefined }, [part]), models).reference.hash;
    expect(hash(other)).not.toBe(hash(password));
  });

  test('a script that there is not, is found at the node', () => {
    expect(checkScript(main, models)).toEqual([
      expect.objectContaining({
        code: 'unknown-script',
        severity: 'error',
        place: '/nodes/reset/script',
      }),
    ]);
  });

  test('an error inside stands at the node that runs it', () => {
    const broken = { ...password, nodes: { ...password.nodes, lost: yesNo('?', 'gone', 'back') } };
    const [finding] = checkScript({ ...main, scripts: { password: broken } }, models);
    expect(finding).toMatchObject({
      code: 'unknown-target',
      node: 'reset',
      place: '/nodes/reset/script',
    });
    expect(finding?.message).toContain('lost');
  });

  test('a script inside itself is too deep, three inside one another are not', () => {
    const runs = (id: string, part: string) =>
      script(id, 'run', {
        run: { type: 'script', section: 'all', script: part, next: 'end' },
        end: end('solved'),
      });
    const chain = [runs('one', 'two'), runs('two', 'three'), password].map((part, index) =>
      index === 2 ? { ...part, id: 'three' } : part,
    );
    const whole = linkScript(runs('top', 'one'), chain);
    expect(checkScript(whole, models)).toEqual([]);
    expect(standing(whole).at).toBe('run/run/run/asked');
    expect(checkScript(linkScript(runs('self', 'self'), [runs('self', 'self')]), models)).toEqual([
      expect.objectContaining({ code: 'script-too-deep', place: '/nodes/run/script' }),
    ]);
  });
});

function farOf(document: ScriptDocument) {
  const far = document.nodes['far'];
  if (far?.type !== 'decision') throw new Error('"far" is a decision.');
  return far;
}

describe('SC-36 a counted retry', () => {
  const nodes = {
    try: yesNo('Essai', 'result', 'no'),
    result: yesNo('Réglé', 'yes', 'again'),
    again: { type: 'retry', again: 'try', times: 2, next: 'enough' },
    enough: {
      type: 'decision',
      cases: [{ when: { predicate: 'is', question: 'result', option: 'nsp' }, next: 'no' }],
      otherwise: 'given-up',
    },
    'given-up': end('unsolved'),
    yes: end('solved'),
    no: end('unsolved'),
  };
  const document = script('retry', 'try', nodes);
  const round = (number: number, result: string): [string, string][] => {
    const suffix = number === 1 ? '' : `#${number}`;
    return [
      [`try${suffix}`, 'yes'],
      [`result${suffix}`, result],
    ];
  };

  test('comes back as often as it says, under ids of its own, and then leads on', () => {
    expect(checkScript(document, models)).toEqual([]);
    expect(standing(document, ...round(1, 'no')).at).toBe('try#2');
    expect(standing(document, ...round(1, 'no'), ...round(2, 'yes')).at).toBe('yes');
    expect(standing(document, ...round(1, 'no'), ...round(2, 'no')).at).toBe('try#3');
    const all = [...round(1, 'no'), ...round(2, 'no'), ...round(3, 'no')];
    expect(standing(document, ...all).at).toBe('given-up');
  });

  test('a condition after it looks at the last round', () => {
    const all = [...round(1, 'no'), ...round(2, 'no'), ...round(3, 'nsp')];
    expect(standing(document, ...all).at).toBe('no');
  });

  test('a finding in it is told once, at its place', () => {
    const broken = { ...nodes, try: yesNo('Essai', 'result', 'gone') };
    const findings = checkScript({ ...document, nodes: broken }, models);
    expect(findings.filter(({ code }) => code === 'unknown-target')).toEqual([
      expect.objectContaining({ place: '/nodes/try/options/1/next' }),
      expect.objectContaining({ place: '/nodes/try/options/2/next' }),
    ]);
  });

  test.each([
    ['nothing to try again', { again: 'no' }, 'retry-without-loop'],
    ['a target that is not there', { again: 'gone' }, 'unknown-target'],
  ])('%s', (_name, part, code) => {
    const again = { ...nodes.again, ...part };
    expect(checkScript({ ...document, nodes: { ...nodes, again } }, models)).toEqual([
      expect.objectContaining({ code, place: '/nodes/again/again' }),
    ]);
  });

  test('SC-48 counts its nodes each round', () => {
    const loop = (size: number) => {
      const steps = Array.from({ length: size }, (_, index) => {
        const next = index === size - 1 ? 'more' : `step-${index + 1}`;
        return [`step-${index}`, { type: 'instruction', ...said('Pas'), label: 'Oui', next }];
      });
      const more = { type: 'retry', again: 'step-0', times: 3, next: 'end' };
      const nodes = { ...Object.fromEntries(steps), more, end: end('solved') };
      return checkScript(script('loop', 'step-0', nodes), models);
    };
    expect(loop(400)).toEqual([]);
    expect(loop(600)).toMatchObject([{ code: 'too-many-nodes', place: '/nodes' }]);
  });

  test('two retries over the same nodes cannot be counted', () => {
    const more = { ...nodes, try: yesNo('Essai', 'result', 'more') };
    const second = { type: 'retry', again: 'try', times: 1, next: 'no' };
    expect(checkScript({ ...document, nodes: { ...more, more: second } }, models)).toEqual([
      expect.objectContaining({ code: 'nested-retry', place: '/nodes/more/again' }),
    ]);
  });

  test('SC-10 a way back that nobody counts stays an error', () => {
    const uncounted = { ...nodes, result: yesNo('Réglé', 'try', 'again') };
    const codes = checkScript({ ...document, nodes: uncounted }, models).map(({ code }) => code);
    expect(codes).toContain('cycle');
  });
});
