import { expect, test } from 'vitest';
import {
  type AnswerValue,
  type LoggedAnswer,
  ownNode,
  runScript,
  sayingSeconds,
} from '#src/script';
import {
  answered,
  factsGathered,
  levelsSoFar,
  nodesSaid,
  secondsSaid,
  triedAnswers,
} from '../../renderer/features/scripts/try/trial.ts';
import { shippedScript } from '../support/shipped-script.ts';

const script = shippedScript();

function tried(...answers: readonly (readonly [string, AnswerValue])[]) {
  return runScript(
    script,
    answers.reduce<readonly LoggedAnswer[]>(
      (log, [question, value]) => answered(log, question, value),
      [],
    ),
  );
}

const untilTry = [
  ['greeting', 'next'],
  ['beneficiary', 'self'],
  ['consent', 'nsp'],
  ['consent-again', 'yes'],
  ['need', 'administrative'],
  ['theme-administrative', 'ameli'],
] as const;
const untilDistance = [...untilTry, ['try', 'no'], ['distance-intro', 'next']] as const;

test('a changed answer replaces the one before', () => {
  const run = tried(['greeting', 'next'], ['beneficiary', 'self'], ['beneficiary', 'other']);
  expect(run.path.map(({ value }) => value)).toEqual(['next', 'other']);
});

test('the way on the plan goes by the script’s own nodes, a distance model being one of them', () => {
  expect(nodesSaid(tried())).toEqual(['greeting']);
  const inside = tried(...untilDistance);
  expect(inside.current.question).toMatch(/^distance\./);
  const further = tried(...untilDistance, [inside.current.question, 'seul']);
  expect(nodesSaid(further).slice(-2)).toEqual(['distance-intro', 'distance']);
});

test('a question of a sub-script stands at the node that runs it, whatever the round', () => {
  expect(['need', 'far.mail', 'try#2', 'shop/need', 'shop#2/far.mail'].map(ownNode)).toEqual([
    'need',
    'far',
    'try',
    'shop',
    'shop',
  ]);
});

test('what the call knows is what its answers say of it, each fact by the last that did', () => {
  expect(factsGathered(script, tried(...untilTry))).toEqual([
    { fact: 'beneficiary', answer: 'Pour la personne elle-même' },
    { fact: 'consent', answer: 'Oui, vous pouvez noter' },
    { fact: 'service', answer: 'Une démarche ou un papier en ligne' },
    { fact: 'theme', answer: 'Ameli, mot de passe perdu' },
  ]);
});

test('levels are possible once the distance has been asked about, and not before', () => {
  expect(levelsSoFar(script, tried(...untilDistance))).toEqual([]);
  const asked = tried(...untilDistance);
  const one = tried(...untilDistance, [asked.current.question, 'seul']);
  expect(levelsSoFar(script, one).length).toBeGreaterThan(1);
});

test('an example keeps what was asked, and not the instructions', () => {
  expect(triedAnswers(script, tried(...untilTry)).map(({ question }) => question)).toEqual([
    'beneficiary',
    'consent',
    'consent-again',
    'need',
    'theme-administrative',
  ]);
});

test('the time to say it counts the words that are asked now', () => {
  const first = sayingSeconds(script.questions.get('greeting')?.say ?? '');
  expect(secondsSaid(script, tried())).toBe(first);
  expect(secondsSaid(script, tried(['greeting', 'next']))).toBeGreaterThan(first);
});
