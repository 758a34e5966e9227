import { describe, expect, test } from 'vitest';
import { type AnswerValue, callImpact, type LoggedAnswer, sumImpacts } from '#src/script';
import { compiledEdit, setAt } from '../support/edited-script.ts';

const log = (...answers: readonly [string, AnswerValue][]): readonly LoggedAnswer[] =>
  answers.map(([question, value]) => ({ question, value, at: '2026-11-21T10:00:00Z' }));

const solved = log(['hello', 'next'], ['need', 'ameli'], ['try', 'solved']);
const far = log(
  ['hello', 'next'],
  ['need', 'other'],
  ['words', 'Une imprimante'],
  ['distance.internet', 'non'],
  ['obstacles', ['fear', 'senses']],
  ['age', '71'],
  ['since', '2025-12-31'],
  ['commune', '48095'],
  ['meet', 'referred'],
);
const ran = compiledEdit();
const impactOf = (answers: readonly LoggedAnswer[], ...places: readonly [string, unknown][]) =>
  callImpact(
    ran,
    compiledEdit((script) => {
      for (const [place, value] of places) setAt(script, place, value);
    }),
    answers,
  );

describe('SC-42 a call on another version', () => {
  test('ends the same where words change, and where the way that changes is not its own', () => {
    expect(impactOf(solved, ['nodes.need.say', 'Que se passe-t-il ?'])).toEqual({ end: 'same' });
    expect(impactOf(solved, ['nodes.words.next', 'unsolved'])).toEqual({ end: 'same' });
  });

  test('ends elsewhere, from the question whose answer leads on differently', () => {
    const other = impactOf(
      solved,
      ['nodes.try.options.0.next', 'unsolved'],
      ['nodes.try.options.1.next', 'solved'],
    );
    expect(other).toEqual({ end: 'elsewhere', parting: 'try' });
  });

  test('comes to a question that it was never asked', () => {
    const unasked = impactOf(
      solved,
      ['nodes.more', { ...textQuestion, next: 'solved' }],
      ['nodes.try.options.0.next', 'more'],
    );
    expect(unasked).toEqual({ end: 'unfinished', parting: 'try' });
  });

  test('an answer that no longer fits leaves its question open', () => {
    const gone = impactOf(far, ['nodes.meet.options.0.id', 'taken']);
    expect(gone).toEqual({ end: 'unfinished', parting: 'meet' });
  });

  test('a further instruction asks nothing: the call ends the same', () => {
    const further = impactOf(
      solved,
      ['nodes.more', { ...spoken, type: 'instruction', label: 'Bien', next: 'solved' }],
      ['nodes.try.options.0.next', 'more'],
    );
    expect(further).toEqual({ end: 'same' });
  });

  test('another theme is another end, at the answer that says it', () => {
    const renamed = impactOf(solved, ['nodes.need.options.0.label', 'Assurance maladie']);
    expect(renamed).toEqual({ end: 'elsewhere', parting: 'need' });
  });

  test('another start: ways part at the first question', () => {
    expect(impactOf(solved, ['start', 'need'], ['nodes.hello', undefined])).toEqual({
      end: 'same',
    });
    expect(
      impactOf(
        solved,
        ['start', 'first'],
        [
          'nodes.first',
          {
            ...spoken,
            type: 'choice',
            options: [{ id: 'nsp', label: 'Ne sait pas', next: 'hello' }],
          },
        ],
      ),
    ).toEqual({ end: 'unfinished', parting: 'hello' });
  });

  test('a call that was cut short ends where it was', () => {
    const cut = far.slice(0, 4);
    expect(impactOf(cut, ['nodes.meet.title', 'Autre'])).toEqual({ end: 'same' });
    const unasked = impactOf(
      cut,
      ['nodes.more', { ...textQuestion, next: 'solved' }],
      ['nodes.words.next', 'more'],
    );
    expect(unasked).toEqual({ end: 'unfinished', parting: 'words' });
  });

  test('many calls are counted by their ends, the questions at which most part first', () => {
    const parting = (question: string) => ({ end: 'elsewhere' as const, parting: question });
    const impacts = [
      { end: 'same' as const },
      parting('need'),
      parting('try'),
      { end: 'unfinished' as const, parting: 'try' },
    ];
    expect(sumImpacts(impacts)).toEqual({
      calls: 4,
      same: 1,
      elsewhere: 2,
      unfinished: 1,
      partings: [
        { question: 'try', calls: 2 },
        { question: 'need', calls: 1 },
      ],
    });
    expect(sumImpacts([])).toMatchObject({ calls: 0, partings: [] });
  });
});

const spoken = { section: 'only', title: 'Titre', say: 'Des mots à dire ?' };
const textQuestion = {
  ...spoken,
  type: 'text',
  options: [{ id: 'nsp', label: 'Ne sait pas', next: 'solved' }],
};
