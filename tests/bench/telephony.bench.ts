import type { Bench } from './bench.ts';
import { routingPace } from './routing-pace.ts';

/** What a full queue and a busy carrier cost the hub. */
export const bench: Bench = {
  name: 'telephony',
  summary: 'Routing decisions a second with many waiting',
  run: async (report) => {
    for (const finding of routingPace()) report(finding);
  },
};
