import { ICalCalendar, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { MeetingPlace, ReferralState } from '#src/booking';

/** An appointment as a mediator's own calendar program reads it: nothing of why the person comes. */
export type FeedEvent = {
  /** The referral's: the same for the appointment's whole life. */
  readonly id: string;
  readonly state: ReferralState;
  /** How often it was moved. */
  readonly moves: number;
  readonly start: string;
  readonly end: string;
  readonly place: MeetingPlace;
  readonly venueName: string;
  readonly initials: string;
  /** When it last changed. */
  readonly changedAt: string;
};

const refreshSeconds = 900;

/**
 * BO-57: the calendar (RFC 5545), its times in UTC. The same events give the same text, so that a program that has it is told so.
 */
export function feedText(name: string, events: readonly FeedEvent[]): string {
  const calendar = new ICalCalendar({
    prodId: '//Aiguillage//Aiguillage//FR',
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: refreshSeconds,
  });
  for (const event of events) {
    const { id, state, moves, start, end, changedAt } = event;
    const status = statuses[state];
    calendar.createEvent({
      id: `${id}@aiguillage`,
      sequence: moves + (status === ICalEventStatus.CANCELLED ? 1 : 0),
      stamp: changedAt,
      start,
      end,
      summary: ['Rendez-vous', event.initials].filter((part) => part !== '').join(', '),
      location: places[event.place](event),
      // Others who see the calendar see a busy time.
      class: ICalEventClass.PRIVATE,
      status,
    });
  }
  return calendar.toString();
}

/** What the venue has not answered, or proposes to move, may still change. */
const statuses: Readonly<Record<ReferralState, ICalEventStatus>> = {
  sent: ICalEventStatus.TENTATIVE,
  received: ICalEventStatus.TENTATIVE,
  proposed: ICalEventStatus.TENTATIVE,
  accepted: ICalEventStatus.CONFIRMED,
  attended: ICalEventStatus.CONFIRMED,
  missed: ICalEventStatus.CONFIRMED,
  refused: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};

const places: Readonly<Record<MeetingPlace, (event: FeedEvent) => string>> = {
  venue: ({ venueName }) => venueName,
  phone: () => 'Par téléphone',
  video: () => 'En vidéo',
  home: () => 'Chez la personne',
};
