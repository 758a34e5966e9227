import { travelRequest, travelView } from '#src/contract';
import type { Services } from '../services.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** POST /api/travel: what no server of the operator's knows now, nobody waits for. */
export const travel =
  ({ roadTimes, ports }: Services) =>
  async (c: HubContext) => {
    if (roadTimes === null) return problem(c, 'not-found');
    const body = await readBody(c, travelRequest);
    if (!body.ok) return body.error;
    const { from, to } = body.value;
    const ways = await roadTimes(from, to);
    if (!ways.ok) {
      ports.log.warn({ correlationId: c.get('correlationId'), roadTimes: ways.error });
      return c.json(travelView.parse({ ways: to.map(() => null) }));
    }
    return c.json(travelView.parse({ ways: ways.value }));
  };
