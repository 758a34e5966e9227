import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import { lineChange, lineList, lineOpening, lineRequest } from '#src/contract';
import type { ChangedEntity } from '../operations/handler.ts';
import type { Services } from '../services.ts';
import { addLine, changeLine, openOrClose, readLineList } from '../storage/line-store.ts';
import { line } from '../storage/schema.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** A line is part of the session, and what waits on it may be answered otherwise from now on. */
const changed: readonly ChangedEntity[] = [{ entity: 'reference', id: '/api/session' }];

/** GET /api/lines */
export const getLines =
  ({ database }: Services) =>
  async (c: HubContext) =>
    c.json(lineList.parse(await database.transaction(readLineList)));

/** POST /api/lines */
export const postLine =
  ({ journal, ports }: Services) =>
  async (c: HubContext) => {
    const body = await readBody(c, lineRequest);
    if (!body.ok) return body.error;
    const id = ports.newId();
    const added = await journal.write(ports.clock(), async (tx) => {
      const value = await addLine(tx, id, body.value);
      return { value, changed: value.ok ? changed : [] };
    });
    return added.ok ? c.json({ id }, 201) : problem(c, 'invalid-request', added.error);
  };

/** POST /api/lines/:id */
export const postLineChange =
  ({ journal, ports, queue }: Services) =>
  async (c: HubContext) => {
    const body = await readBody(c, lineChange);
    if (!body.ok) return body.error;
    const done = await journal.write(ports.clock(), async (tx) => {
      const value = await changeLine(tx, c.req.param('id') ?? '', body.value);
      return { value, changed: value.ok ? changed : [] };
    });
    if (done.ok) {
      await queue.turn();
      return c.body(null, 204);
    }
    return done.error === 'unknown-line'
      ? problem(c, 'not-found')
      : problem(c, 'invalid-request', done.error);
  };

/** POST /api/lines/:id/open: RO-76, by who leads its queue. */
export const postLineOpening =
  ({ database, journal, ports, queue }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const body = await readBody(c, lineOpening);
    if (!body.ok) return body.error;
    const lineId = c.req.param('id') ?? '';
    const [known] = await database.db.select().from(line).where(eq(line.id, lineId));
    if (known === undefined) return problem(c, 'not-found');
    if (!can(account, 'line.open', { territoryId: known.territoryId })) {
      return problem(c, 'forbidden');
    }
    const now = ports.clock();
    const isDone = await journal.write(now, async (tx) => {
      const value = await openOrClose(tx, lineId, body.value.isOpen ? null : now);
      return { value, changed: value ? changed : [] };
    });
    if (!isDone) return problem(c, 'not-found');
    await queue.turn();
    return c.body(null, 204);
  };
