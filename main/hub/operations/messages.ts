import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { can } from '#src/access';
import { fallenStates, type ReferralState } from '#src/booking';
import type { MessageChoice, MessageView, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { MessageChannel } from '#src/messages';
import { planMessages } from '../notifications/plan-messages.ts';
import { addressOf, readToldReferral, type ToldReferral } from '../notifications/told-referral.ts';
import type { Transaction } from '../storage/database.ts';
import { message, messageChoice, person, referral } from '../storage/schema.ts';
import { changedCall } from './call-record.ts';
import { callToRefer } from './call-to-refer.ts';
import type { Effects, HandlerContext, Handlers } from './handler.ts';
import { hasConsent } from './people.ts';
import { changedReferral } from './referrals.ts';

/** Nobody is told anything of it any more. */
const overStates: readonly ReferralState[] = [...fallenStates, 'attended', 'missed'];

/** How people are written to, and what somebody does by hand for a message. */
export const messageHandlers: Pick<
  Handlers,
  'message.choose' | 'message.redirect' | 'message.post' | 'message.retry'
> = {
  'message.choose': async (context, { callId, language, channels }) => {
    const { tx, now } = context;
    const own = await callToRefer(context, 'call.write', callId);
    if (!own.ok) return own;
    await keepChoice(tx, callId, { language, channels });
    const standing = await tx
      .select()
      .from(referral)
      .where(and(eq(referral.callId, callId), notInArray(referral.state, [...fallenStates])));
    for (const { id } of standing) await planMessages(tx, id, 'chosen', now);
    return ok({ changed: standing.map(changedReferral) });
  },

  'message.redirect': async (context, { referralId, language, channels, ...addresses }) => {
    const { tx, actor, now } = context;
    const [found] = await tx
      .select()
      .from(referral)
      .where(eq(referral.id, referralId))
      .for('update');
    if (found === undefined) return err('unknown-referral');
    const { territoryId, adviserId, callId } = found;
    if (!can(actor, 'message.send', { territoryId, adviserId })) return err('forbidden');
    if (overStates.includes(found.state)) return err('referral-over');
    if (!(await hasConsent(tx, callId))) return err('consent-missing');
    const before = await readToldReferral(tx, referralId);
    const [helped] = before.people;
    if (helped === undefined) return err('beneficiary-missing');
    await tx.update(person).set(addresses).where(eq(person.id, helped.personId));
    await keepChoice(tx, callId, { language, channels });
    const after = await readToldReferral(tx, referralId);
    const again = await toldElsewhere(tx, before, after);
    await planMessages(tx, referralId, 'chosen', now);
    await planMessages(tx, referralId, 'readdressed', now, { channels: again });
    return ok({ changed: [changedReferral(found), changedCall({ ...found, id: callId })] });
  },

  'message.post': (context, { messageId }) =>
    settle(context, messageId, { from: ['shown'], to: 'sent' }),

  'message.retry': (context, { messageId }) =>
    settle(context, messageId, { from: ['failed', 'uncertain'], to: 'planned' }),
};

/** The ways in which the person was told something at an address that is another one now. */
async function toldElsewhere(
  tx: Transaction,
  before: ToldReferral,
  after: ToldReferral,
): Promise<readonly MessageChannel[]> {
  const gone = await tx
    .selectDistinct({ channel: message.channel })
    .from(message)
    .where(
      and(
        eq(message.referralId, after.referral.id),
        eq(message.recipient, 'person'),
        inArray(message.state, ['sending', 'sent', 'delivered', 'uncertain']),
      ),
    );
  const moved = (channel: MessageChannel) =>
    addressOf(before.people, channel) !== addressOf(after.people, channel);
  return gone
    .map(({ channel }) => channel)
    .filter((channel) => after.choice.channels.includes(channel) && moved(channel));
}

async function keepChoice(
  tx: Transaction,
  callId: string,
  { language, channels }: MessageChoice,
): Promise<void> {
  const chosen = { language, channels: [...new Set(channels)] };
  await tx
    .insert(messageChoice)
    .values({ callId, ...chosen })
    .onConflictDoUpdate({ target: messageChoice.callId, set: chosen });
}

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

/** How the people of these calls want to be written to, by call. */
export async function readChoices(
  tx: Transaction,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, MessageChoice>> {
  const rows = await tx
    .select()
    .from(messageChoice)
    .where(inArray(messageChoice.callId, [...callIds]));
  return new Map(rows.map(({ callId, ...choice }) => [callId, choice]));
}

/** PR-2: the language goes with the names. */
export async function forgetMessageChoice(tx: Transaction, callId: string): Promise<void> {
  await tx.delete(messageChoice).where(eq(messageChoice.callId, callId));
}
