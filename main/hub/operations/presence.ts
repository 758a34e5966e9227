import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { can } from '#src/access';
import { err, ok } from '#src/kernel';
import { usualLineRules } from '#src/routing';
import type { Queue } from '../queue/queue.ts';
import { readRules } from '../queue/queue-lines.ts';
import type { Transaction } from '../storage/database.ts';
import { call } from '../storage/schema.ts';
import type { Handlers } from './handler.ts';

/** What an adviser says of their own time: RO-14, RO-15. */
export function presenceHandlers(queue: Queue): Pick<Handlers, 'presence.set' | 'wrap-up.extend'> {
  return {
    'presence.set': async (context, { presence }) => {
      const adviserId = context.actor.accountId;
      if (!can(context.actor, 'presence.set', { adviserId })) return err('forbidden');
      return ok(await queue.route(context, { kind: 'presence-chosen', adviserId, presence }));
    },

    'wrap-up.extend': async (context) => {
      const adviserId = context.actor.accountId;
      if (!can(context.actor, 'presence.set', { adviserId })) return err('forbidden');
      const extensionS = await extensionOf(context.tx, adviserId);
      return ok(await queue.route(context, { kind: 'wrap-up-extended', adviserId, extensionS }));
    },
  };
}

/** By how much the line of their last conversation lets them put off the next one. */
async function extensionOf(tx: Transaction, adviserId: string): Promise<number> {
  const [last] = await tx
    .select({ lineId: call.lineId })
    .from(call)
    .where(and(eq(call.adviserId, adviserId), isNotNull(call.endedAt)))
    .orderBy(desc(call.endedAt))
    .limit(1);
  const rules = last === undefined ? null : await readRules(tx, last.lineId);
  return (rules ?? usualLineRules).extensionS;
}
