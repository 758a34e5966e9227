import { and, eq, gt } from 'drizzle-orm';
import { can } from '#src/access';
import type { Services } from '../services.ts';
import { call, line } from '../storage/schema.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem } from './respond.ts';

/**
 * POST /api/telephony/calls/:callId/rejoin: rings again at the desk that lost its end of the call, for as long as the call is still
 * its own (RO-46). Not found where it lost none: another page of the adviser may be speaking.
 */
export const postRejoin =
  ({ database, queue, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const callId = c.req.param('callId') ?? '';
    const now = ports.clock();
    const [lost] = await database.db
      .select({ adviserId: call.adviserId, rejoinUntil: call.rejoinUntil, kind: line.kind })
      .from(call)
      .innerJoin(line, eq(line.id, call.lineId))
      .where(and(eq(call.id, callId), eq(call.state, 'live'), gt(call.rejoinUntil, now)));
    if (lost?.adviserId == null || lost.rejoinUntil === null) return problem(c, 'not-found');
    if (!can(account, 'telephony.join', { adviserId: lost.adviserId })) {
      return problem(c, 'forbidden');
    }
    await queue.telephones[lost.kind].ring({
      callId,
      adviserId: account.accountId,
      ringsForMs: Date.parse(lost.rejoinUntil) - Date.parse(now),
      staysForMs: null,
    });
    return c.body(null, 204);
  };
