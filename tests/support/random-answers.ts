import type { AnswerValue, CompiledScript, Step } from '#src/script';

/** One of the answers that the step takes, picked by a number. */
export function someAnswer(step: Pick<Step, 'kind' | 'options'>, pick: number): AnswerValue {
  const option = step.options[pick % Math.max(step.options.length, 1)];
  switch (step.kind) {
    case 'text':
      return 'Avec ses mots';
    case 'number':
      return `${pick % 120}`;
    case 'date':
      return '2026-01-12';
    case 'commune':
      return pick % 2 === 0 ? '48013' : 'nsp';
    case 'choices': {
      if (option === undefined || option.exclusive) return [option?.id ?? 'nsp'];
      const others = step.options.filter(
        ({ exclusive }, index) => !exclusive && (pick >> index) % 2,
      );
      return [...new Set([option, ...others].map(({ id }) => id))];
    }
    default:
      return option?.id ?? 'nsp';
  }
}

/** Whatever is asked is answered, by numbers. */
export class RandomAnswers extends Map<string, AnswerValue> {
  readonly #script: CompiledScript;
  readonly #choices: readonly number[];
  #asked = 0;
  constructor(script: CompiledScript, choices: readonly number[]) {
    super();
    this.#script = script;
    this.#choices = choices;
  }
  override get(question: string): AnswerValue | undefined {
    const asked = this.#script.questions.get(question);
    if (asked === undefined || asked.kind === 'outcome') return undefined;
    return someAnswer(asked, this.#choices[this.#asked++] ?? 0);
  }
}
