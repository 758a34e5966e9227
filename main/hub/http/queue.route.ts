import { type QueueAct, queueActResult, queueView } from '#src/contract';
import { queueActsOf } from '../operations/queue-acts.ts';
import { readQueueBoard } from '../operations/queue-board.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem } from './respond.ts';

/** GET /api/queue */
export const getQueue =
  ({ database, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const read = await database.transaction((tx) => readQueueBoard(tx, account, ports.clock()));
    return c.json(queueView.parse(read));
  };

/** POST /api/queue/:callId/first, /take, /listen and /stop-listening. */
export const postQueueAct =
  ({ database, queue }: Services, act: QueueAct) =>
  async (c: HubContext, { account }: SignedIn) => {
    const done = await queueActsOf[act]({ database, queue, account }, c.req.param('callId') ?? '');
    if (done.ok) return c.json(queueActResult.parse({ refusal: null }));
    const { error } = done;
    if (error === 'unknown-call') return problem(c, 'not-found');
    if (error === 'forbidden') return problem(c, 'forbidden');
    return c.json(queueActResult.parse({ refusal: error }));
  };
