import { expect, test } from 'vitest';
import { type LoggedAnswer, runScript } from '#src/script';
import {
  answersAside,
  obstaclesInWords,
  questionBefore,
  stepShown,
  waySections,
  withoutReferring,
} from '../../renderer/script/way.ts';
import { shippedScript } from '../support/shipped-script.ts';

const script = shippedScript();

function log(...answers: readonly (readonly [string, string | readonly string[]])[]) {
  return answers.map(
    ([question, value]): LoggedAnswer => ({ question, value, at: '2026-01-12T08:00:00.000Z' }),
  );
}

const untilTheme = log(
  ['greeting', 'next'],
  ['beneficiary', 'self'],
  ['consent', 'yes'],
  ['need', 'administrative'],
  ['theme-administrative', 'ameli'],
);

const untilObstacles = [
  ...untilTheme,
  ...log(['try', 'no'], ['distance-intro', 'next'], ['distance.internet', 'non']),
];

test('the way goes by sections, and ends with the question that is asked', () => {
  const run = runScript(script, untilTheme);
  const sections = waySections(script, run, run.current.question);
  expect(sections.map(({ title }) => title)).toEqual(['Accueil', 'Besoin', 'Premier essai']);
  expect(sections.at(-1)?.stops).toEqual([
    { question: 'try', title: 'Premier essai', answer: null, isShown: true },
  ]);
});

test('words that ask nothing stand on the way without an answer', () => {
  const run = runScript(script, untilTheme);
  const [greeting, beneficiary] = waySections(script, run, 'try')[0]?.stops ?? [];
  expect(greeting?.answer).toBeNull();
  expect(beneficiary?.answer).toBe('Pour la personne elle-même');
});

test('backspace goes from the question that is asked to the first, one at a time', () => {
  const { path } = runScript(script, untilTheme);
  expect(questionBefore(path, 'try')).toBe('theme-administrative');
  expect(questionBefore(path, 'theme-administrative')).toBe('need');
  expect(questionBefore(path, 'greeting')).toBeNull();
});

test('an earlier question is shown as it was asked, and the current one where the way left it', () => {
  const run = runScript(script, untilTheme);
  expect(stepShown(script, run, 'consent')).toMatchObject({ question: 'consent', kind: 'choice' });
  expect(stepShown(script, run, 'theme-safety')).toBe(run.current);
  expect(stepShown(script, run, null)).toBe(run.current);
});

test('SC-21 a changed answer keeps the later ones, set aside in words', () => {
  const run = runScript(script, [...untilTheme, ...log(['need', 'tools'])]);
  expect(run.current.question).toBe('theme-tools');
  expect(answersAside(script, run)).toEqual([
    { question: 'theme-administrative', title: 'Sujet', answer: 'Ameli, mot de passe perdu' },
  ]);
});

test('the obstacles that are kept are told in the words of their answers', () => {
  const kept = (answer: string[]) => {
    const answers = [...untilObstacles, ...log(['obstacles', answer])];
    return obstaclesInWords(script, runScript(script, answers));
  };
  expect(kept(['reading', 'language'])).toEqual(['Lire ou écrire', 'La langue']);
  expect(kept(['not-noted'])).toEqual([]);
});

test('an answer that sends somebody to a venue is not offered before anything is booked', () => {
  const answers = [
    ...untilObstacles,
    ...log(['obstacles', ['none']], ['commune', '48013'], ['wishes', ['none']]),
  ];
  const { current } = runScript(script, answers);
  expect(current.kind).toBe('orientation');
  const ids = (step: typeof current) => step.options.map(({ id }) => id);
  expect(ids(current)).toContain('referred');
  expect(ids(withoutReferring(script, answers, current))).toEqual(['declined', 'none']);
  const theme = stepShown(script, runScript(script, answers), 'theme-administrative');
  expect(withoutReferring(script, answers, theme)).toBe(theme);
});
