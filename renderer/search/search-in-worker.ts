import type {
  Answer,
  FromWorker,
  QuestionKind,
  Search,
  SearchStatus,
  ToWorker,
} from './protocol.ts';

/** Sets are there when a question is asked: an answer that takes longer than this will not come. */
const patienceMs = 20_000;

type Waiting = {
  readonly resolve: (answer: Answer<QuestionKind>) => void;
  readonly reject: (mistake: Error) => void;
};

/** The search off the screen's thread. `onCrash` is called once, and then nothing more comes. */
export function openSearchInWorker(
  database: string,
  hear: (status: SearchStatus) => void,
  onCrash: () => void,
): Search {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), {
    type: 'module',
    name: 'search',
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;

  const send = (message: ToWorker) => worker.postMessage(message);
  const end = () => {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error('The search has stopped.'));
    waiting.clear();
  };
  const crash = () => {
    end();
    onCrash();
  };
  const take = (number: number): Waiting | undefined => {
    const found = waiting.get(number);
    waiting.delete(number);
    return found;
  };

  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'status') hear(data.status);
    else if (data.type === 'answer') take(data.number)?.resolve(data.answer);
    else take(data.number)?.reject(new Error(data.message));
  });
  send({ type: 'open', database });

  return {
    want: (sets) => send({ type: 'want', sets }),
    reload: (sets) => send({ type: 'reload', sets }),
    ask: (kind, question) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const number = asked;
        // What answers this number answers this kind of question, which the message's type cannot say.
        waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
        send({ type: 'ask', number, kind, question });
        setTimeout(() => {
          if (waiting.has(number)) crash();
        }, patienceMs);
      }),
    close: end,
  };
}
