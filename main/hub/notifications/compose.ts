import { present } from '#src/kernel';
import {
  type AppointmentTime,
  type ComposedMessage,
  calendarContentType,
  calendarEvent,
  composeMessage,
  languageToUse,
  type PersonFacts,
  personMessageKinds,
  type TranslationSignature,
  venueMessageKinds,
} from '#src/messages';
import type { message } from '../storage/schema.ts';
import type { Parcel } from './carrier.port.ts';
import type { ToldReferral } from './told-referral.ts';

type Row = typeof message.$inferSelect;

/** A message's words, as they are now. `link` is the whole address of the page that it leads to. */
export type Composing = {
  readonly row: Row;
  readonly told: ToldReferral;
  readonly signatures: readonly TranslationSignature[];
  readonly link: string | null;
};

/** Who answers about the appointment: the line, or the venue where the line has no number; `null`: nobody can be phoned. */
export function answering({
  line,
  venue,
}: Pick<ToldReferral, 'line' | 'venue'>): PersonFacts['line'] | null {
  if (line.number !== null) return { name: line.name, phone: line.number };
  const phone = venue?.phone ?? null;
  return phone === null || venue === null ? null : { name: venue.name, phone };
}

/** Writes the message; `null` where nobody can be phoned about it. */
export function composed({ row, told, signatures, link }: Composing): ComposedMessage | null {
  const line = answering(told);
  if (line === null) return null;
  const kind = venueMessageKinds.find((one) => one === row.kind);
  if (kind !== undefined) {
    const facts = { venueName: told.referral.venueName, appointment: timeOf(row), line, link };
    return composeMessage({ kind, channel: 'email', language: 'fr', facts });
  }
  return composeMessage({
    kind: present(
      personMessageKinds.find((one) => one === row.kind),
      'a message is to a venue or to a person',
    ),
    channel: row.channel,
    language: languageToUse(row.language, signatures),
    facts: personFacts({ row, told, link }, line),
  });
}

/** What a message to a person may say. */
export function personFacts(
  { row, told, link }: Omit<Composing, 'signatures'>,
  line: PersonFacts['line'],
): PersonFacts {
  return {
    appointment: present(timeOf(row), 'a person is told of an appointment'),
    personZone: told.personZone,
    meeting: told.meeting,
    line,
    link,
    bring: told.meeting.way === 'venue' ? ['letters', 'device'] : [],
    proposed: row.kind === 'proposal' ? told.proposed : [],
    keptUntil: row.keptUntil,
  };
}

function timeOf({ appointment, zone }: Row): AppointmentTime | null {
  return appointment === null || zone === null ? null : { ...appointment, zone };
}

/** ME-26: the appointment for the calendar of whoever reads the e-mail; `null` where the message has none. */
export function calendarOf(
  composing: Composing,
  parties: { readonly from: string; readonly to: string; readonly now: string },
): Parcel['calendar'] {
  const { row, told, signatures } = composing;
  const line = answering(told);
  const carries = ['confirmation', 'moved', 'cancelled'].includes(row.kind);
  if (!carries || row.channel !== 'email' || line === null) return null;
  const isCancelled = row.kind === 'cancelled';
  const text = calendarEvent({
    id: row.referralId,
    sequence: told.changes,
    isCancelled,
    language: languageToUse(row.language, signatures),
    facts: personFacts(composing, line),
    ...parties,
  });
  return { type: calendarContentType({ isCancelled }), text };
}
