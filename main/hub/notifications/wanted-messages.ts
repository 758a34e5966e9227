import type { MessageKind, MessageRecipient } from '#src/contract';
import { type MessageEvent, planned } from '#src/messages';
import type { message } from '../storage/schema.ts';
import type { ToldReferral } from './told-referral.ts';

/**
 * What happened to a referral. `chosen`: the person wants to be written to in another way; `readdressed`: at another address;
 * `offered`: an earlier time is kept for them, `offer-over`: no longer; `venue-silent`: the venue is to be reminded that it has
 * not answered.
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
  | 'readdressed'
  | 'offered'
  | 'offer-over'
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
  | 'keptUntil'
  | 'dueAt'
>;

/** Who may have heard of the referral already, whether people are reminded, and until when an earlier time is kept. */
export type ToldBefore = {
  readonly recipients: ReadonlySet<MessageRecipient>;
  readonly reminders: boolean;
  readonly keptUntil: string | null;
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
  { appointment, choice, personZone }: ToldReferral,
  event: ReferralEvent,
  now: string,
  { recipients, reminders, keptUntil }: ToldBefore,
): readonly WantedMessage[] {
  const said = personEvent(event, recipients.has('person'));
  if (appointment === null || said === null) return [];
  const { start, end, zone } = appointment;
  const messages = planned({ event: said, start, now, personZone });
  return choice.channels.flatMap((channel) =>
    messages
      .filter(({ kind }) => !isReminder(kind) || reminders)
      .filter(({ kind }) => channel !== 'letter' || !isSoonOver(kind))
      .map(({ kind, sendAt }) => ({
        kind,
        recipient: 'person' as const,
        channel,
        language: choice.language,
        occasion: isOfTime(kind, event) ? start : now,
        appointment: { start, end },
        zone,
        keptUntil: kind === 'earlier-offer' ? keptUntil : null,
        dueAt: sendAt,
      })),
  );
}

function isReminder(kind: MessageKind): boolean {
  return kind === 'reminder-two-days' || kind === 'reminder-two-hours';
}

/** A reminder, an offer and a confirmation are of one time, but for one that goes to a new address; a change is of its moment. */
function isOfTime(kind: MessageKind, event: ReferralEvent): boolean {
  return isSoonOver(kind) || (kind === 'confirmation' && event !== 'readdressed');
}

/** What a letter would tell too late. */
function isSoonOver(kind: MessageKind): boolean {
  return isReminder(kind) || kind === 'earlier-offer';
}

/** What the person hears of it. Who was told nothing yet hears of no change. */
function personEvent(event: ReferralEvent, wasTold: boolean): MessageEvent | null {
  switch (event) {
    case 'booked':
    case 'chosen':
    case 'readdressed':
      return 'booked';
    case 'moved':
      return wasTold ? 'moved' : 'booked';
    case 'proposed':
    case 'offered':
      return event;
    case 'cancelled':
    case 'refused':
      return wasTold ? 'cancelled' : null;
    case 'requested':
    case 'accepted':
    case 'offer-over':
    case 'venue-silent':
      return null;
  }
}

/** ME-21: a venue where nobody has an account is written to; the others see it at their desk. */
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
      keptUntil: null,
      dueAt: now,
    },
  ];
}

function venueKind(event: ReferralEvent, wasTold: boolean): MessageKind | null {
  switch (event) {
    case 'booked':
    case 'requested':
    case 'moved':
      return 'venue-request';
    case 'venue-silent':
      return 'venue-reminder';
    case 'cancelled':
      return wasTold ? 'venue-cancelled' : null;
    case 'accepted':
    case 'proposed':
    case 'refused':
    case 'chosen':
    case 'readdressed':
    case 'offered':
    case 'offer-over':
      return null;
  }
}
