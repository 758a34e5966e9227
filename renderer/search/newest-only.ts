/**
 * Asks one question at a time. What is asked meanwhile waits, and only the newest of it is asked next:
 * whoever types fast never sees an older answer after a newer one.
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  hear: (question: Question, answer: Answer) => void,
  onMistake: (question: Question, mistake: unknown) => void,
) {
  let isBusy = false;
  let next: { readonly question: Question } | null = null;
  let isOver = false;

  const run = async (first: Question) => {
    isBusy = true;
    next = { question: first };
    while (next !== null && !isOver) {
      const { question } = next;
      next = null;
      try {
        const answer = await ask(question);
        if (next === null && !isOver) hear(question, answer);
      } catch (mistake) {
        if (next === null && !isOver) onMistake(question, mistake);
      }
    }
    isBusy = false;
  };
  return {
    ask: (question: Question): void => {
      if (isBusy) next = { question };
      else void run(question);
    },
    /** Nothing is heard from here on. */
    close: (): void => {
      isOver = true;
    },
  };
}
