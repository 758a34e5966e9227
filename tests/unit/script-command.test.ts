import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../main/cli/commands/script.ts';
import { parseDot } from '../support/dot.ts';
import { runCommand } from '../support/run-command.ts';
import { type LooseScript, smallScript } from '../support/small-script.ts';

const [check, run, graph, , , diff] = commands;
const general = fileURLToPath(new URL('../../data/scripts/general.json', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, 'script.json');
  await writeFile(path, text);
  return path;
}

test('the shipped script: nothing to say, done', async () => {
  expect(await runCommand(check, [general, '--json'])).toEqual({ code: 0, out: [], err: '' });
});

test('an error: one object a line, the reason on standard error, refused', async () => {
  const script = smallScript();
  const path = await file(JSON.stringify({ ...script, start: 'gone' }));
  const { code, out, err } = await runCommand(check, ['--json', path]);
  expect(code).toBe(1);
  expect(err).toContain('unknown-target');
  expect(out.map((line) => JSON.parse(line))).toEqual([
    {
      severity: 'error',
      code: 'unknown-target',
      node: null,
      place: '/start',
      message: expect.any(String),
    },
  ]);
});

test('SC-15 a warning alone: told, and done, with SC-50 how long the words take to say', async () => {
  const script = smallScript();
  const hello = { ...script.nodes['hello'], say: 'Un mot. '.repeat(30) };
  const path = await file(JSON.stringify({ ...script, nodes: { ...script.nodes, hello } }));
  const { code, out, err } = await runCommand(check, [path]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toEqual([
    expect.stringMatching(/^avertissement say-too-long \/nodes\/hello\/say : /),
    'À dire, à 150 mots par minute : 1 min 17 s au plus long.',
  ]);
});

test('SC-33 against the published version: what changed is found', async () => {
  const script = smallScript();
  const changed = {
    ...script,
    nodes: { ...script.nodes, hello: { ...script.nodes['hello'], title: 'Autre' } },
  };
  const published = join(folder, 'published.json');
  await writeFile(published, JSON.stringify(script));
  const path = await file(JSON.stringify(changed));
  const { code, out } = await runCommand(check, [path, '--against', published, '--json']);
  expect(code).toBe(1);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ code: 'changed-without-version', place: '/nodes/hello' }),
  ]);
  const next = await file(JSON.stringify({ ...changed, version: '1.0.1' }));
  expect((await runCommand(check, [next, '--against', published])).code).toBe(0);
  const gone = await runCommand(check, [next, '--against', join(folder, 'gone.json')]);
  expect(gone).toMatchObject({ code: 1, out: [], err: expect.stringContaining('gone.json') });
});

test('SC-9 a node that stands twice in the file is found, though JSON keeps one only', async () => {
  const text = JSON.stringify(smallScript());
  const twice = text.replace('"nodes":{', '"nodes":{"words":{"say":"{ \\"words\\": 1 }"},');
  const { code, out } = await runCommand(check, [await file(twice), '--json']);
  expect(code).toBe(1);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ code: 'duplicate-id', node: 'words', place: '/nodes/words' }),
  ]);
});

test.each([
  ['not-json', () => file('{"format":')],
  ['unreadable-file', async () => join(folder, 'gone.json')],
  ['unreadable-file', async () => folder],
  ['shape', () => file('null')],
])('%s is refused with a finding and a reason', async (code, path) => {
  const result = await runCommand(check, [await path(), '--json']);
  expect(result.code).toBe(1);
  expect(result.err).not.toBe('');
  expect(JSON.parse(result.out[0] ?? '')).toMatchObject({ severity: 'error', code });
});

describe.each([check, run, graph])('$name', (command) => {
  test.each([[[]], [['a.json', 'b.json']], [['a.json', '--jsno']]])(
    'wrong usage: %j',
    async (args) => {
      const { code, out, err } = await runCommand(command, args);
      expect(code).toBe(2);
      expect(out).toEqual([]);
      expect(err).toContain('Usage');
    },
  );
});

describe('script run', () => {
  const line = (...answers: readonly [string, unknown][]) =>
    JSON.stringify({ answers: answers.map(([question, answer]) => ({ question, answer })) });
  const followed = async (lines: readonly string[]) => {
    const result = await runCommand(
      run,
      [await file(JSON.stringify(smallScript())), '--json'],
      [lines.join('\n')],
    );
    return { ...result, out: result.out.map((text): unknown => JSON.parse(text)) };
  };
  const far: readonly [string, unknown][] = [
    ['need', 'other'],
    ['words', 'Une imprimante'],
    ['distance.internet', 'non'],
  ];

  test('SC-27 the next question or the outcome, in order; an instruction is passed unasked', async () => {
    const { code, out, err } = await followed([
      line(),
      '',
      line(['hello', 'next'], ['need', 'ameli']),
      line(['need', 'ameli'], ['try', 'solved']),
      line(['need', 'other'], ['words', 'nsp']),
      line(...far),
      line(...far, ['obstacles', ['fear', 'senses']], ['age', 71.5], ['since', '2025-12-31']),
      line(...far, ['obstacles', 'none'], ['age', 59], ['since', '2025-12-31']),
      line(...far, ['obstacles', 'nsp'], ['age', 'nsp'], ['since', 'nsp'], ['meet', 'referred']),
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toEqual([
      { next: 'need' },
      { next: 'try' },
      { outcome: 'solved' },
      { next: 'distance.internet' },
      { next: 'obstacles' },
      { next: 'commune' },
      { next: 'meet' },
      { outcome: 'referred' },
    ]);
  });

  test('SC-21 an answer off the path is ignored; SC-20 the last of a question counts', async () => {
    const { out } = await followed([
      line(['words', 'Une imprimante'], ['need', 'ameli']),
      line(['need', 'ameli'], ['try', 'solved'], ['need', 'other']),
    ]);
    expect(out).toEqual([{ next: 'try' }, { next: 'words' }]);
  });

  test('SC-27 what the script does not know is an error that says where, and the rest goes on', async () => {
    const { code, out, err } = await followed([
      line(['need', 'ameli'], ['gone', 'yes']),
      line(['need', 'perhaps']),
      line(['solved', 'next']),
      line(['obstacles', ['fear', 'none']]),
      line(['commune', 'Mende']),
      line(['age', 121]),
      line(['since', '2026-02-30']),
      '{"answers":[{"question":"need"}]}',
      '{"answers":[],"more":1}',
      'no JSON',
      line(['need', 'ameli']),
    ]);
    expect(code).toBe(1);
    expect(err).not.toBe('');
    expect(out).toEqual([
      { error: 'answers/1/question: there is no question "gone"' },
      { error: 'answers/0/answer: "need" takes ameli, other, nsp' },
      { error: 'answers/0/question: there is no question "solved"' },
      { error: expect.stringContaining('answers/0/answer: "obstacles" takes a list of fear') },
      { error: 'answers/0/answer: "commune" takes an INSEE code, nsp' },
      { error: 'answers/0/answer: "age" takes a number within its limits, nsp' },
      { error: 'answers/0/answer: "since" takes a date YYYY-MM-DD within its limits, nsp' },
      { error: expect.stringContaining('answers/0/answer') },
      { error: expect.any(String) },
      { error: expect.any(String) },
      { next: 'try' },
    ]);
  });

  test('a script with an error is not followed', async () => {
    const path = await file(JSON.stringify({ ...smallScript(), start: 'gone' }));
    const { code, out, err } = await runCommand(run, [path], [line()]);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toContain('unknown-target');
  });

  test('without --json, a sentence a line', async () => {
    const { out } = await runCommand(run, [general], [line(), '\n']);
    expect(out).toEqual(['question : beneficiary']);
  });
});

describe('script diff', () => {
  const compared = async (edit: (script: LooseScript) => void, ...options: readonly string[]) => {
    const script = smallScript();
    edit(script);
    const before = join(folder, 'before.json');
    await writeFile(before, JSON.stringify(smallScript()));
    return runCommand(diff, [before, await file(JSON.stringify(script)), ...options]);
  };

  test('SC-43 each change on a line, and SC-44 the version that they need', async () => {
    const { code, out, err } = await compared((script) => {
      Object.assign(script, { title: 'Autre' });
      Object.assign(script.nodes['words'] ?? {}, { next: 'age' });
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toEqual([
      '(script) script part "title" before "Petit script" after "Autre"',
      'words exit exit {"by":"next"} before "distance" after "age"',
      'Version nécessaire, après 1.0.0 : 2.0.0',
    ]);
  });

  test('as one JSON object; nothing changed', async () => {
    const { out } = await compared(() => null, '--json');
    expect(out.map((line) => JSON.parse(line))).toEqual([{ changes: [], needed: '1.0.0' }]);
    expect((await compared(() => null)).out).toEqual(['Rien ne change.']);
  });

  test('a file that is no script, and one file alone', async () => {
    const gone = await runCommand(diff, [general, join(folder, 'gone.json')]);
    expect(gone).toMatchObject({ code: 1, out: [], err: expect.stringContaining('gone.json') });
    expect((await runCommand(diff, [general])).code).toBe(2);
  });
});

describe('script graph', () => {
  const drawn = async (script: LooseScript) => {
    const { code, out } = await runCommand(graph, [await file(JSON.stringify(script))]);
    expect(code).toBe(0);
    return parseDot(out.join('\n'));
  };

  test('SC-28 every node with its title, every exit with the words that lead out', async () => {
    const { name, nodes, edges } = await drawn(smallScript());
    expect(name).toBe('small');
    expect([...nodes.keys()].sort()).toEqual(Object.keys(smallScript().nodes).sort());
    expect(nodes.get('hello')).toMatchObject({ label: 'Titre\nhello', peripheries: '2' });
    expect(edges).toContainEqual({ from: 'need', to: 'try', label: 'Ameli' });
    expect(edges).toContainEqual({ from: 'hello', to: 'need', label: 'Continuer' });
    expect(edges).toContainEqual({ from: 'far', to: 'unsolved', label: 'distance : E0' });
    expect(edges).toContainEqual({
      from: 'many',
      to: 'meet',
      label: '(obstacles : au moins 2) ou (non (need : ameli))',
    });
    expect(edges).toContainEqual({ from: 'many', to: 'unsolved', label: 'sinon' });
  });

  test('SC-28 kinds have colours of their own', async () => {
    const { nodes } = await drawn(smallScript());
    const fill = (id: string) => nodes.get(id)?.['fillcolor'];
    const kinds = ['hello', 'need', 'words', 'distance', 'far', 'meet', 'solved'].map(fill);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('SC-28 words that mean something to Graphviz stay words', async () => {
    const script = smallScript();
    const title = 'Dire "oui" \\ ou -> [non]; {rien}\nau revoir';
    Object.assign(script.nodes['hello'] ?? {}, { title, label: 'Suite "\\' });
    const { nodes, edges } = await drawn(script);
    expect(nodes.get('hello')?.['label']).toBe(`${title}\nhello`);
    expect(edges).toContainEqual({ from: 'hello', to: 'need', label: 'Suite "\\' });
  });

  test('a script with an error is drawn too, a file that is none is not', async () => {
    const script = smallScript();
    Object.assign(script.nodes['hello'] ?? {}, { next: 'gone' });
    expect((await drawn(script)).edges).toContainEqual(
      expect.objectContaining({ from: 'hello', to: 'gone' }),
    );
    const { code, out, err } = await runCommand(graph, [await file('{}')]);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toContain('shape');
  });
});
