import type { Bench } from './bench.ts';
import { routingPace } from './routing-pace.ts';
import { webhookPace } from './webhook-pace.ts';

/** What a full queue and a busy carrier cost the hub. */
export const bench: Bench = {
  name: 'telephony',
  summary: 'Routing decisions, webhooks made durable, and how soon a call rings',
  run: async (report) => {
    for (const finding of routingPace()) report(finding);
    for (const finding of await webhookPace()) report(finding);
  },
};
