import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { type MessageKind, type MessageRecipient, messageKinds } from '#src/contract';
import type { MessageChannel } from '#src/messages';
import type { Transaction } from '../storage/database.ts';
import { message } from '../storage/schema.ts';
import { readSettings } from '../storage/settings-store.ts';
import { readToldReferral, type ToldReferral } from './told-referral.ts';
import { type ReferralEvent, wantedMessages } from './wanted-messages.ts';

/** What may have reached somebody. */
const goneStates = ['sending', 'sent', 'delivered', 'uncertain', 'shown', 'superseded'] as const;

/** What an event brings along that the referral itself does not say. */
type Also = {
  /** The time that is proposed or offered. */
  readonly appointment?: NonNullable<ToldReferral['appointment']>;
  /** Until when it is kept for the person. */
  readonly keptUntil?: string;
  /** The ways in which it is told; without them, those that the person chose. */
  readonly channels?: readonly MessageChannel[];
};

/**
 * ME-20: writes down what is to be told of `event`, and takes back what was planned or shown and holds no more, in the transaction
 * of what happened.
 */
export async function planMessages(
  tx: Transaction,
  referralId: string,
  event: ReferralEvent,
  now: string,
  also: Also = {},
): Promise<void> {
  const told = await readToldReferral(tx, referralId);
  // BO-68: who keeps the appointment tells of it.
  if (told.referral.bookedOn !== null) return;
  const { settings } = await readSettings(tx);
  await takeBack(tx, referralId, event, now);
  const wanted = wantedMessages(
    {
      ...told,
      appointment: also.appointment ?? told.appointment,
      choice: { ...told.choice, channels: also.channels ?? told.choice.channels },
    },
    event,
    now,
    {
      recipients: await readTold(tx, referralId),
      reminders: settings.reminders,
      keptUntil: also.keptUntil ?? null,
    },
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
        keptUntil: sql`excluded.kept_until`,
      },
      // ME-22: what went is not said again; what was taken back may be.
      setWhere: inArray(message.state, ['cancelled', 'superseded']),
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

const toVenue = ['venue-request', 'venue-reminder'] as const;
const ofOneTime = ['confirmation', 'moved', 'reminder-two-days', 'reminder-two-hours'] as const;

/** What is no longer true once this happened. */
const overtaken: Readonly<Record<ReferralEvent, readonly MessageKind[]>> = {
  booked: ['proposal'],
  requested: ['proposal'],
  accepted: [...toVenue, 'proposal'],
  proposed: [...toVenue, 'proposal'],
  moved: messageKinds,
  cancelled: messageKinds,
  refused: messageKinds,
  chosen: ofOneTime,
  readdressed: [],
  offered: [],
  'offer-over': ['earlier-offer'],
  'venue-silent': [],
};

/** ME-22, ME-33: what nobody sent yet is not sent any more; of what was shown, somebody may have. */
async function takeBack(
  tx: Transaction,
  referralId: string,
  event: ReferralEvent,
  now: string,
): Promise<void> {
  const kinds = overtaken[event];
  if (kinds.length === 0) return;
  const untrue = and(eq(message.referralId, referralId), inArray(message.kind, [...kinds]));
  await tx
    .update(message)
    .set({ state: 'cancelled', stateAt: now, failure: null })
    .where(and(untrue, inArray(message.state, ['planned', 'failed'])));
  await tx
    .update(message)
    .set({ state: 'superseded', stateAt: now })
    .where(and(untrue, eq(message.state, 'shown')));
}
