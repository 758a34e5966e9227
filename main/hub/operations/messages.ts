import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { can } from '#src/access';
import { fallenStates } from '#src/booking';
import type { MessageView, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { planMessages } from '../notifications/plan-messages.ts';
import type { Transaction } from '../storage/database.ts';
import { message, messageChoice, referral } from '../storage/schema.ts';
import { callToRefer } from './call-to-refer.ts';
import type { Effects, HandlerContext, Handlers } from './handler.ts';
import { changedReferral } from './referrals.ts';

/** How people are written to, and what somebody does by hand for a message. */
export const messageHandlers: Pick<Handlers, 'message.choose' | 'message.post' | 'message.retry'> =
  {
    'message.choose': async (context, { callId, language, channels }) => {
      const { tx, now } = context;
      const own = await callToRefer(context, 'call.write', callId);
      if (!own.ok) return own;
      const chosen = { language, channels: [...new Set(channels)] };
      await tx
        .insert(messageChoice)
        .values({ callId, ...chosen })
        .onConflictDoUpdate({ target: messageChoice.callId, set: chosen });
      const standing = await tx
        .select()
        .from(referral)
        .where(and(eq(referral.callId, callId), notInArray(referral.state, [...fallenStates])));
      for (const { id } of standing) await planMessages(tx, id, 'chosen', now);
      return ok({ changed: standing.map(changedReferral) });
    },

    'message.post': (context, { messageId }) =>
      settle(context, messageId, { from: ['shown'], to: 'sent' }),

    'message.retry': (context, { messageId }) =>
      settle(context, messageId, { from: ['failed', 'uncertain'], to: 'planned' }),
  };

type Move = {
  readonly from: readonly MessageView['state'][];
  readonly to: 'sent' | 'planned';
};

async function settle(
  { tx, actor, now }: HandlerContext,
  messageId: string,
  { from, to }: Move,
): Promise<Result<Effects, RefusalCode>> {
  const [found] = await tx
    .select({ message, referral })
    .from(message)
    .innerJoin(referral, eq(referral.id, message.referralId))
    .where(eq(message.id, messageId))
    .for('update', { of: message });
  if (found === undefined) return err('unknown-message');
  const { territoryId, adviserId } = found.referral;
  if (!can(actor, 'message.send', { territoryId, adviserId })) return err('forbidden');
  if (!from.includes(found.message.state)) return err('message-over');
  const again = to === 'planned' ? { dueAt: now, attempts: 0, providerId: null } : {};
  await tx
    .update(message)
    .set({ state: to, stateAt: now, failure: null, ...again })
    .where(eq(message.id, messageId));
  return ok({ changed: [changedReferral(found.referral)] });
}

/** What each referral's people are told, the earliest first. */
export async function readMessages(
  tx: Transaction,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MessageView[]>> {
  const rows = await tx
    .select()
    .from(message)
    .where(inArray(message.referralId, [...referralIds]))
    .orderBy(asc(message.dueAt), asc(message.id));
  const views = rows.map(({ referralId, ...row }) => ({ referralId, view: toView(row) }));
  return new Map(
    [...Map.groupBy(views, ({ referralId }) => referralId)].map(([id, ofReferral]) => [
      id,
      ofReferral.map(({ view }) => view),
    ]),
  );
}

function toView(row: Omit<typeof message.$inferSelect, 'referralId'>): MessageView {
  const { id, kind, recipient, channel, language, dueAt, state, stateAt, failure } = row;
  return { id, kind, recipient, channel, language, dueAt, state, stateAt, failure };
}

/** PR-2: the language goes with the names. */
export async function forgetMessageChoice(tx: Transaction, callId: string): Promise<void> {
  await tx.delete(messageChoice).where(eq(messageChoice.callId, callId));
}
