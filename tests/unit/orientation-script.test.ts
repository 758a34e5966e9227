import { describe, expect, it } from 'vitest';
import { runScript } from '#src/script';
import {
  orientationOptions,
  orientationStep,
} from '../../renderer/features/orientation/referring.ts';
import { shippedScript } from '../support/shipped-script.ts';

const at = '2026-01-12T08:00:00Z';

describe('the answer that an orientation gives to the script', () => {
  const script = shippedScript();

  it('is found by where it leads, apart from those that send nobody anywhere', () => {
    const answers = upToOrientation();
    const run = runScript(script, answers);
    const { referring, others } = orientationOptions(script, answers, run);
    expect(orientationStep(script, run)?.kind).toBe('orientation');
    expect(referring?.id).toBe('referred');
    expect(others.map(({ id }) => id)).toEqual(
      run.current.options.map(({ id }) => id).filter((id) => id !== 'referred'),
    );
  });

  it('is none before the script has come to an orientation', () => {
    expect(orientationStep(script, runScript(script, []))).toBeNull();
    expect(orientationOptions(script, [], runScript(script, [])).referring).toBeNull();
  });

  function upToOrientation() {
    const answers: { question: string; value: string | readonly string[]; at: string }[] = [];
    for (;;) {
      const { current } = runScript(script, answers);
      if (current.kind === 'orientation') return answers;
      const option = current.kind === 'commune' ? '48095' : (current.options[0]?.id ?? '');
      // The first answer of a quick fix is that it worked: nobody is then sent anywhere.
      const fact = script.questions.get(current.question)?.fact;
      const value = fact === 'resolution' ? 'unsolved' : option;
      answers.push({
        question: current.question,
        value: current.kind === 'choices' ? [value] : value,
        at,
      });
    }
  }
});
