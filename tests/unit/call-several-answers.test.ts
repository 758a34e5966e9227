import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '#src/kernel';
import { checkAnswer } from '#src/script';
import { toggleOption } from '../../renderer/script/several-answers.ts';
import { shippedScript } from '../support/shipped-script.ts';

const script = shippedScript();
const { options } = present(script.questions.get('obstacles'), 'the general script asks it');
const option = (id: string) =>
  present(
    options.find((candidate) => candidate.id === id),
    'the question has it',
  );

test('an answer that stands alone puts the others out, and they put it out', () => {
  const two = toggleOption(options, toggleOption(options, [], option('fear')), option('reading'));
  expect(two).toEqual(['reading', 'fear']);
  expect(toggleOption(options, two, option('none'))).toEqual(['none']);
  expect(toggleOption(options, ['none'], option('alone'))).toEqual(['alone']);
});

test('whatever is pressed, what is chosen answers the question', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...options), { minLength: 1 }), (presses) => {
      const chosen = presses.reduce<readonly string[]>(
        (now, pressed) => toggleOption(options, now, pressed),
        [],
      );
      fc.pre(chosen.length > 0);
      expect(checkAnswer(script, 'obstacles', chosen).ok).toBe(true);
    }),
  );
});
