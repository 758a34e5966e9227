import type { DrawnScript } from './drawn-script.ts';
import { type GraphLayout, layoutOf } from './layout.ts';

/** Lays scripts out beside the page: two hundred nodes take a third of a second, in which nobody could type. */
self.addEventListener('message', ({ data }: MessageEvent<DrawnScript>) => {
  const layout: GraphLayout = layoutOf(data);
  self.postMessage(layout);
});
