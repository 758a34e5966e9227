import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { Meeting, PersonFacts } from './facts.ts';
import type { MessageLanguage } from './languages.ts';
import { bringSentence, nextSentences, whereSentences, wordsOf } from './sentences.ts';
import { fill } from './template.ts';

/** An appointment for the calendar of whoever reads the e-mail. */
export type CalendarEvent = {
  /** The same for the appointment's whole life: the referral's id. */
  readonly id: string;
  /** How often it changed since it was first sent: 0, then one more with each move, and with the cancellation. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly language: MessageLanguage;
  readonly facts: PersonFacts;
  /** The address that the e-mail leaves from. */
  readonly from: string;
  /** The person's. */
  readonly to: string;
  /** When it is written, ISO 8601. */
  readonly now: string;
};

/** The file's type, as the e-mail that carries it says it. */
export function calendarContentType({ isCancelled }: Pick<CalendarEvent, 'isCancelled'>): string {
  return `text/calendar; charset=utf-8; method=${isCancelled ? 'CANCEL' : 'REQUEST'}`;
}

/**
 * ME-13: the `.ics` of an appointment (RFC 5545, RFC 5546), its times in UTC. A calendar that has the event of this id moves it,
 * or takes it away, where the sequence is higher.
 */
export function calendarEvent(event: CalendarEvent): string {
  const { id, sequence, isCancelled, facts, from, to, now } = event;
  const { appointment, meeting, line, link } = facts;
  const calendar = new ICalCalendar({
    prodId: '//Aiguillage//Aiguillage//FR',
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${id}@aiguillage`,
    sequence,
    stamp: now,
    start: appointment.start,
    end: appointment.end,
    summary: fill(wordsOf(event.language).texts.eventTitle, { name: meeting.name }),
    location: locationOf(meeting),
    description: descriptionOf(event),
    url: link,
    // Others who see the calendar see a busy time.
    class: ICalEventClass.PRIVATE,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: line.name, email: from },
    attendees: [
      {
        email: to,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        // Moving and cancelling is by the page or the telephone: nobody reads a calendar's own answer.
        rsvp: false,
      },
    ],
  });
  return calendar.toString();
}

function descriptionOf({ isCancelled, language, facts }: CalendarEvent): string {
  const words = wordsOf(language);
  return isCancelled
    ? nextSentences('cancelled', facts, words).join('\n')
    : [
        ...whereSentences(facts.meeting, words),
        ...bringSentence(facts, words),
        ...nextSentences('confirmation', facts, words),
      ].join('\n');
}

function locationOf(meeting: Meeting): string | null {
  switch (meeting.way) {
    case 'venue':
      return `${meeting.name}, ${meeting.address}`;
    case 'video':
      return meeting.page;
    case 'phone':
    case 'home':
      return null;
  }
}
