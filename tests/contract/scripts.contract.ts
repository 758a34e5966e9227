import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseDistanceModel } from '#src/distance';
import {
  type AnswerValue,
  checkAnswer,
  checkScript,
  linkScript,
  parseScript,
  parseSolutionCard,
  type ScriptRun,
  sayingSeconds,
} from '#src/script';
import { goodRun, type Persona, replyTo } from '#src/training';
import { services } from '#src/venues';
import { shippedModel } from '../support/distance-model.ts';
import { shippedPersonas } from '../support/shipped-personas.ts';
import { shippedDocument, shippedFiles, shippedScript } from '../support/shipped-script.ts';

const models = [shippedModel()];
const cards = [...shippedFiles('solution-cards')].map(([file, json]) => {
  const card = parseSolutionCard(json);
  if (!card.ok) throw new Error(`${file}: ${JSON.stringify(card.error)}`);
  return { file, card: card.value };
});
const scripts = [...shippedFiles('scripts').values()].flatMap((json) => {
  const parsed = parseScript(json);
  return parsed.ok ? [parsed.value] : [];
});
const personas = shippedPersonas();

describe('the files that ship', () => {
  test.each([...shippedFiles('scripts')])('script %s has no finding', (_file, json) => {
    const parsed = parseScript(json);
    expect(
      checkScript(
        parsed.ok ? linkScript(parsed.value, scripts) : json,
        models,
        cards.map(({ card }) => card.id),
      ),
    ).toEqual([]);
  });

  test.each([...shippedFiles('scripts')])('script %s is named by its id', (file, json) => {
    const parsed = parseScript(json);
    expect(parsed.ok && `${parsed.value.id}.json`).toBe(file);
  });

  test.each([...shippedFiles('models')])('model %s is named by its stamp', (file, json) => {
    const parsed = parseDistanceModel(json);
    expect(parsed.ok && `${parsed.value.id}-${parsed.value.version}.json`).toBe(file);
  });

  test.each(cards)('card $file is named by its id', ({ file, card }) => {
    expect(file).toBe(`${card.id}.json`);
  });

  test.each(cards)('card $file is short enough to say, and asks after each step', ({ card }) => {
    const said = [card.say, ...card.steps.map(({ say }) => say)];
    expect(said.filter((words) => words.length > 220)).toEqual([]);
    expect(card.steps.filter(({ check }) => !check.endsWith('?'))).toEqual([]);
  });

  test('the need offers the nine services of the standard, each with its themes', () => {
    const { need } = shippedDocument().nodes;
    const offered = need?.type === 'choice' ? need.options.map(({ value }) => value) : [];
    expect(offered.filter((value) => value !== undefined)).toEqual(services);
  });

  test('for who speaks little French, sentences are short and stand in three other languages', () => {
    const said = Object.values(shippedDocument('peu-francophone').nodes).flatMap((node) =>
      'say' in node ? [node] : [],
    );
    const sentences = said.flatMap(({ say }) => say.split(/[.?:]/));
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 12)).toEqual([]);
    const scriptsOf = [/[a-z]/i, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u];
    expect(
      said.filter(({ help = '' }) => !scriptsOf.every((letters) => letters.test(help))),
    ).toEqual([]);
  });

  test.each([...shippedFiles('scripts')])('script %s lets what is in the way go unsaid', (file) => {
    const { nodes } = shippedDocument(file.replace('.json', ''));
    const asked = Object.values(nodes).flatMap((node) =>
      node.type === 'choices' && node.fact === 'obstacles' ? [node] : [],
    );
    expect(asked).toHaveLength(1);
    for (const { say, options } of asked) {
      expect(say).toMatch(/^C’est pour choisir/);
      expect(say).toMatch(/ous pouvez ne pas répondre/);
      expect(options.find(({ id }) => id === 'not-noted')?.exclusive).toBe(true);
    }
  });

  test.each(scripts)('$id tells an example of each end, and of who knows nothing', (script) => {
    const examples = script.examples ?? [];
    const ends = Object.entries(script.nodes).filter(([, { type }]) => type === 'outcome');
    expect(new Set(examples.map(({ outcome }) => outcome))).toEqual(
      new Set(ends.map(([id]) => id)),
    );
    const unknown = examples.filter(({ answers }) =>
      answers.every(({ answer }) => [answer].flat().join() === 'nsp'),
    );
    expect(unknown).toHaveLength(1);
  });

  test.each(scripts)('SC-50 $id says nothing that takes longer than 12 seconds', ({ nodes }) => {
    const said = Object.values(nodes).flatMap((node) => ('say' in node ? [node.say] : []));
    expect(said.filter((words) => Math.round(sayingSeconds(words)) > 12)).toEqual([]);
  });

  test('what is said aloud is calm: no exclamation', () => {
    const texts = ['scripts', 'models', 'solution-cards', 'personas'].flatMap((folder) => [
      ...shippedFiles(folder).values(),
    ]);
    expect(JSON.stringify(texts)).not.toContain('!');
  });
});

describe('the personas', () => {
  const communes = gunzipSync(
    readFileSync(new URL('../../data/geography/communes.json.gz', import.meta.url)),
  ).toString();

  test.each(personas)('TR-1 $id comes to the end that its file expects', (persona) => {
    const run = goodRun(shippedScript(persona.script), persona);
    expect(endOf(run, persona)).toEqual(persona.expected.end);
  });

  test.each(personas)(
    'TR-1 $id comes to the same end by any answers as good as its own',
    (persona) => {
      const script = shippedScript(persona.script);
      const runs = waysToAnswer(persona).map((given) => goodRun(script, persona, given));
      for (const run of runs) expect(endOf(run, persona)).toEqual(persona.expected.end);
      const passed = runs.flatMap(({ path }) =>
        path.map(({ question, value }) => [question, value]),
      );
      for (const [question, { orElse = [] }] of Object.entries(persona.answers)) {
        for (const value of orElse) expect(passed).toContainEqual([question, value]);
      }
    },
  );

  test.each(personas)('$id has an answer to whatever else it may be asked first', (persona) => {
    const script = shippedScript(persona.script);
    const asked = [...script.questions.values()].filter(({ kind }) => kind !== 'outcome');
    const unanswered = asked.filter(({ id, kind }) => {
      const { choice } = replyTo(persona, id);
      return (
        kind !== 'orientation' && kind !== 'instruction' && !checkAnswer(script, id, choice).ok
      );
    });
    expect(unanswered).toEqual([]);
  });

  test.each(personas)(
    '$id says why where its words can be heard in more than one way',
    (persona) => {
      const replies = [...Object.values(persona.answers), persona.default];
      expect(
        replies.filter(({ orElse, why }) => orElse !== undefined && why === undefined),
      ).toEqual([]);
    },
  );

  test('nearly every person says something that can be heard in more than one way', () => {
    const ambiguous = personas.filter(({ answers }) =>
      Object.values(answers).some(({ why }) => why !== undefined),
    );
    expect(ambiguous.length).toBeGreaterThanOrEqual(12);
  });

  test.each(personas)('$id stays on the line for as long as a good call takes', (persona) => {
    const { hangsUpAfterS, expected } = persona;
    expect(hangsUpAfterS ?? Infinity).toBeGreaterThan(expected.minutes * 60);
  });

  test.each(personas)('$id answers questions that the script has, and no other', (persona) => {
    const { questions } = shippedScript(persona.script);
    expect(Object.keys(persona.answers).filter((id) => !questions.has(id))).toEqual([]);
  });

  test.each(personas)('$id lives in a commune that there is', ({ communeCode, answers }) => {
    expect(communes.includes(`"${communeCode}"`)).toBe(true);
    expect(answers['commune']?.choice ?? communeCode).toBe(communeCode);
  });
});

/** How the run ends, as the persona's file says it. */
function endOf({ outcome, assessment, path }: ScriptRun, { expected }: Persona) {
  return expected.end.kind === 'script'
    ? { kind: 'script', outcome, level: assessment?.level ?? null }
    : { ...expected.end, after: path.at(-1)?.question };
}

/** Every combination of the persona's own answers and those as good. */
function waysToAnswer({ answers }: Persona): readonly ReadonlyMap<string, AnswerValue>[] {
  const ambiguous = Object.entries(answers).filter(([, { orElse }]) => orElse !== undefined);
  return ambiguous.reduce<readonly ReadonlyMap<string, AnswerValue>[]>(
    (ways, [question, { choice, orElse = [] }]) =>
      ways.flatMap((way) => [choice, ...orElse].map((value) => new Map(way).set(question, value))),
    [new Map()],
  );
}
