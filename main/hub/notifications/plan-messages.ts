import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { MessageRecipient } from '#src/contract';
import type { Transaction } from '../storage/database.ts';
import { message } from '../storage/schema.ts';
import { readSettings } from '../storage/settings-store.ts';
import { readToldReferral, type ToldReferral } from './told-referral.ts';
import { type ReferralEvent, wantedMessages } from './wanted-messages.ts';

/** What may have reached somebody. */
const goneStates = ['sending', 'sent', 'delivered', 'uncertain', 'shown'] as const;

/**
 * ME-20: writes down what is to be told of `event`, and takes back what was planned and holds no more, in the transaction of
 * what happened. `proposed` is the time that a venue proposes, where it does.
 */
export async function planMessages(
  tx: Transaction,
  referralId: string,
  event: ReferralEvent,
  now: string,
  proposed?: NonNullable<ToldReferral['appointment']>,
): Promise<void> {
  const told = await readToldReferral(tx, referralId);
  // BO-68: who keeps the appointment tells of it.
  if (told.referral.bookedOn !== null) return;
  const { settings } = await readSettings(tx);
  await takeBack(tx, referralId, event, now);
  const wanted = wantedMessages(
    { ...told, appointment: proposed ?? told.appointment },
    event,
    now,
    { recipients: await readTold(tx, referralId), reminders: settings.reminders },
  );
  if (wanted.length === 0) return;
  const { referralId: of, recipient, channel, kind, occasion } = message;
  await tx
    .insert(message)
    .values(
      wanted.map((one) => ({
        ...one,
        id: v7(),
        referralId,
        state: 'planned' as const,
        stateAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [of, recipient, channel, kind, occasion],
      set: {
        state: 'planned',
        stateAt: now,
        language: sql`excluded.language`,
        dueAt: sql`excluded.due_at`,
      },
      // ME-22: what went is not said again; what was taken back may be.
      setWhere: eq(message.state, 'cancelled'),
    });
}

/** Whoever may have heard of the referral. */
async function readTold(
  tx: Transaction,
  referralId: string,
): Promise<ReadonlySet<MessageRecipient>> {
  const rows = await tx
    .selectDistinct({ recipient: message.recipient })
    .from(message)
    .where(and(eq(message.referralId, referralId), inArray(message.state, [...goneStates])));
  return new Set(rows.map(({ recipient }) => recipient));
}

/** To whom what was planned is no longer true once this happened. */
const overtaken: Readonly<Record<ReferralEvent, readonly MessageRecipient[]>> = {
  booked: [],
  requested: [],
  accepted: ['venue'],
  proposed: ['venue'],
  moved: ['person', 'venue'],
  cancelled: ['person', 'venue'],
  refused: ['person', 'venue'],
  chosen: ['person'],
  'venue-silent': [],
};

async function takeBack(
  tx: Transaction,
  referralId: string,
  event: ReferralEvent,
  now: string,
): Promise<void> {
  await tx
    .update(message)
    .set({ state: 'cancelled', stateAt: now })
    .where(
      and(
        eq(message.referralId, referralId),
        eq(message.state, 'planned'),
        inArray(message.recipient, [...overtaken[event]]),
      ),
    );
}
