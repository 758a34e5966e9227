import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseDistanceModel } from '#src/distance';
import {
  checkScript,
  type LoggedAnswer,
  linkScript,
  type Persona,
  parsePersona,
  parseScript,
  parseSolutionCard,
  runScript,
} from '#src/script';
import { services } from '#src/venues';
import { shippedModel } from '../support/distance-model.ts';
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
const personas = [...shippedFiles('personas')].map(([file, json]): Persona => {
  const persona = parsePersona(json);
  if (!persona.ok) throw new Error(`${file}: ${JSON.stringify(persona.error)}`);
  return persona.value;
});

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

  test.each(personas)('$id walks the script $script to an outcome', (persona) => {
    const script = shippedScript(persona.script);
    const answers: LoggedAnswer[] = [];
    for (let run = runScript(script, []); run.outcome === null; run = runScript(script, answers)) {
      const { question } = run.current;
      const { choice } = persona.answers[question] ?? persona.default;
      const before = answers.length;
      answers.push({ question, value: choice, at: '2026-11-21T10:00:00Z' });
      expect(runScript(script, answers).path.length, question).toBe(before + 1);
    }
    expect(expected[persona.id]).toEqual(endOf(runScript(script, answers)));
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

const endOf = ({ outcome, assessment, facts }: ReturnType<typeof runScript>) => ({
  outcome,
  level: assessment?.level ?? null,
  beneficiary: facts.beneficiary,
});

const expected: Readonly<Record<string, ReturnType<typeof endOf>>> = {
  'odile-vernhet': { outcome: 'referred', level: 'E2', beneficiary: 'self' },
  'claire-teissier': { outcome: 'referred', level: 'E3', beneficiary: 'other' },
  'yanis-ferrand': { outcome: 'solved', level: null, beneficiary: 'self' },
  'patrick-moulin': { outcome: 'referred', level: 'E1', beneficiary: 'self' },
  'rose-may-hoareau': { outcome: 'referred', level: 'E2', beneficiary: 'self' },
  'solange-brun': { outcome: 'unsolved', level: null, beneficiary: null },
  'amandine-vidalenc': { outcome: 'referred', level: null, beneficiary: 'self' },
  'juliette-pascal': { outcome: 'partly-solved', level: null, beneficiary: 'self' },
  'marc-andrieu': { outcome: 'referred', level: null, beneficiary: 'self' },
  'ibrahim-saleh': { outcome: 'referred', level: null, beneficiary: 'self' },
  'nour-haddad': { outcome: 'referred', level: null, beneficiary: 'self' },
  'oksana-melnyk': { outcome: 'referred', level: null, beneficiary: 'self' },
};
