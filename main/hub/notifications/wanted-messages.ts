import type { MessageKind, MessageRecipient } from '#src/contract';
import type { message } from '../storage/schema.ts';
import { isReminder, type ReminderKind, reminderKinds, reminderTime } from './reminder-times.ts';
import type { ToldReferral } from './told-referral.ts';

/**
 * What happened to a referral. `chosen`: the person wants to be written to in another way; `venue-silent`: the venue is to be
 * reminded that it has not answered.
 */
export type ReferralEvent =
  | 'booked'
  | 'requested'
  | 'accepted'
  | 'proposed'
  | 'moved'
  | 'cancelled'
  | 'refused'
  | 'chosen'
  | 'venue-silent';

/** A message to write down. */
export type WantedMessage = Pick<
  typeof message.$inferInsert,
  | 'kind'
  | 'recipient'
  | 'channel'
  | 'language'
  | 'occasion'
  | 'appointment'
  | 'zone'
  | 'dueAt'
  | 'uselessAt'
>;

/** Who may have heard of the referral already, and whether people are reminded. */
export type ToldBefore = {
  readonly recipients: ReadonlySet<MessageRecipient>;
  readonly reminders: boolean;
};

/** ME-20: what is to be said of `event`, to whom, how and when. */
export function wantedMessages(
  told: ToldReferral,
  event: ReferralEvent,
  now: string,
  before: ToldBefore,
): readonly WantedMessage[] {
  return [...toPerson(told, event, now, before), ...toVenue(told, event, now, before)];
}

function toPerson(
  told: ToldReferral,
  event: ReferralEvent,
  now: string,
  { recipients, reminders }: ToldBefore,
): readonly WantedMessage[] {
  const { appointment, choice } = told;
  const said = personKind(event, recipients.has('person'));
  if (appointment === null || said === null) return [];
  const remind = reminders && stillComes(said) ? reminderKinds : [];
  return choice.channels.flatMap((channel) => {
    const kinds: readonly MessageKind[] = channel === 'letter' ? [said] : [said, ...remind];
    return kinds.flatMap((kind) => {
      const dueAt = isReminder(kind) ? reminderDue(kind, told, now) : now;
      if (dueAt === null) return [];
      const { start, end, zone } = appointment;
      return {
        kind,
        recipient: 'person' as const,
        channel,
        language: choice.language,
        // A confirmation and a reminder are of one time; what changed is of the moment when it did.
        occasion: isReminder(kind) || kind === 'confirmation' ? start : now,
        appointment: { start, end },
        zone,
        dueAt,
        uselessAt: start,
      };
    });
  });
}

/** What the person hears of it. Who was told nothing yet hears of no change. */
function personKind(event: ReferralEvent, wasTold: boolean): MessageKind | null {
  switch (event) {
    case 'booked':
    case 'chosen':
      return 'confirmation';
    case 'moved':
      return wasTold ? 'moved' : 'confirmation';
    case 'proposed':
      return 'proposal';
    case 'cancelled':
    case 'refused':
      return wasTold ? 'cancelled' : null;
    case 'requested':
    case 'accepted':
    case 'venue-silent':
      return null;
  }
}

function stillComes(kind: MessageKind): boolean {
  return kind === 'confirmation' || kind === 'moved';
}

function reminderDue(
  kind: ReminderKind,
  { appointment, personZone }: ToldReferral,
  now: string,
): string | null {
  return appointment === null ? null : reminderTime(kind, appointment, personZone, now);
}

/** ME-23: a venue where nobody has an account is written to; the others see it at their desk. */
function toVenue(
  { appointment, venue, isVenueHere }: ToldReferral,
  event: ReferralEvent,
  now: string,
  { recipients }: ToldBefore,
): readonly WantedMessage[] {
  const kind = venueKind(event, recipients.has('venue'));
  if (kind === null || isVenueHere || venue === null || venue.emails.length === 0) return [];
  return [
    {
      kind,
      recipient: 'venue',
      channel: 'email',
      language: 'fr',
      occasion: now,
      appointment: appointment && { start: appointment.start, end: appointment.end },
      zone: appointment?.zone ?? null,
      dueAt: now,
      uselessAt: appointment?.start ?? null,
    },
  ];
}

function venueKind(event: ReferralEvent, wasTold: boolean): MessageKind | null {
  switch (event) {
    case 'booked':
    case 'requested':
      return 'venue-request';
    case 'venue-silent':
      return 'venue-reminder';
    case 'moved':
      return 'venue-request';
    case 'cancelled':
      return wasTold ? 'venue-cancelled' : null;
    case 'accepted':
    case 'proposed':
    case 'refused':
    case 'chosen':
      return null;
  }
}
