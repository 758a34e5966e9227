import { changesQuery, type OperationResult, operationBatch } from '#src/contract';
import { applyOperations } from '../operations/apply.ts';
import { readChanges } from '../operations/read-changes.ts';
import { openDesks, seeDesk } from '../queue/desks.ts';
import type { Services } from '../services.ts';
import { isReadable } from '../storage/storable.ts';
import type { SignedIn } from './doors.ts';
import { eventStream } from './events.ts';
import { type HubContext, problem, readBody, readQuery } from './respond.ts';

/** POST /api/operations */
export const sendOperations =
  ({ database, journal, handlers, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const body = await readBody(c, operationBatch);
    if (!body.ok) return body.error;
    // What an act says is read later, and hashed before that.
    if (!isReadable(body.value)) return problem(c, 'invalid-request', 'operations');
    const context = { database, journal, handlers, actor: account, clock: ports.clock };
    const results: readonly OperationResult[] = await applyOperations(
      context,
      body.value.operations,
    );
    return c.json({ results });
  };

/** GET /api/changes?after. Who asks is at their desk. */
export const changes =
  ({ database, queue, loadViews }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const query = readQuery(c, changesQuery);
    if (!query.ok) return query.error;
    await seeDesk({ database, queue }, account);
    return c.json(await readChanges(database, loadViews, account, query.value.after));
  };

/** GET /api/events */
export const events = ({ database, queue, journal, auth, config }: Services) => {
  const desks = openDesks({ database, queue });
  return (c: HubContext, { account }: SignedIn) => {
    const { headers } = c.req.raw;
    const isSignedIn = async () =>
      (await auth.api.getSession({ headers, query: { disableRefresh: true } })) !== null;
    const onClosed = desks.opened(account);
    return c.body(eventStream({ journal, isSignedIn, onClosed }, config.events), 200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // A reverse proxy that gathers answers would keep the news to itself.
      'X-Accel-Buffering': 'no',
    });
  };
};
