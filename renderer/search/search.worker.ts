import '../content-policy.ts';
import { InvariantError } from '#src/kernel';
import { openDeskDatabase } from '../storage/database.ts';
import type { AskMessage, FromWorker, QuestionKind, Search, ToWorker } from './protocol.ts';
import { openSearchHere } from './search-here.ts';

let search: Search | null = null;

const tell = (message: FromWorker) => self.postMessage(message);

// An error of the worker is heard by the page, a rejection that nobody awaits is not.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') {
    search = openSearchHere(openDeskDatabase(data.database), (status) =>
      tell({ type: 'status', status }),
    );
    return;
  }
  if (search === null) throw new InvariantError('the first message opens the search');
  if (data.type === 'ask') void answer(search, data);
  else search[data.type](data.sets);
});

async function answer<Kind extends QuestionKind>(
  { ask }: Search,
  { number, kind, question }: AskMessage<Kind>,
): Promise<void> {
  try {
    tell({ type: 'answer', number, answer: await ask(kind, question) });
  } catch (mistake) {
    tell({ type: 'mistake', number, message: String(mistake) });
  }
}
