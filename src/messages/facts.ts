/** What a person is told. A reminder is told apart by how long before it leaves. */
export const personMessageKinds = [
  'confirmation',
  'reminder-two-days',
  'reminder-two-hours',
  'moved',
  'cancelled',
  /** The venue proposed other times: `facts.appointment` is the first of them. */
  'proposal',
  /** A time became free before the one that the person has: `facts.appointment` is that time. */
  'earlier-offer',
] as const;
export type PersonMessageKind = (typeof personMessageKinds)[number];

/** What a venue without account is told, in French, by e-mail. */
export const venueMessageKinds = ['venue-request', 'venue-reminder', 'venue-cancelled'] as const;
export type VenueMessageKind = (typeof venueMessageKinds)[number];

export const messageChannels = ['sms', 'email', 'letter'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/** When somebody is expected. Instants are ISO 8601. */
export type AppointmentTime = {
  readonly start: string;
  readonly end: string;
  /** IANA zone: the venue's clock, on which the time is said. */
  readonly zone: string;
};

/** How the two meet. Names and addresses are the venue record's, numbers E.164. */
export type Meeting = {
  /** The venue's name: whom one meets. */
  readonly name: string;
  /** The venue's own number. */
  readonly phone: string | null;
} & (
  | { readonly way: 'venue'; readonly address: string }
  /** The venue phones the person; `null`: on the number that it knows. */
  | { readonly way: 'phone'; readonly calledOn: string | null }
  /** The page to open at the time; `null`: the venue will send it. */
  | { readonly way: 'video'; readonly page: string | null }
  | { readonly way: 'home' }
);

/** What to bring. A closed list, so that it is said in every language and says nothing of why somebody comes. */
export const thingsToBring = ['identity', 'letters', 'device', 'notebook'] as const;
export type ThingToBring = (typeof thingsToBring)[number];

/** Who is answered: the line that booked. */
export type LineFacts = { readonly name: string /** E.164. */; readonly phone: string };

/**
 * ME-1: all that a message to a person may say. It has no place for who they are, what they need, how far from digital life
 * they are, nor what stands in their way: a telephone lies on a table, a letter is opened by another.
 */
export type PersonFacts = {
  readonly appointment: AppointmentTime;
  /** IANA zone: the person's clock, said beside the venue's where it shows another time. */
  readonly personZone: string;
  readonly meeting: Meeting;
  readonly line: LineFacts;
  /** The whole address of the page where they move, cancel or answer without account; `null` where there is none. */
  readonly link: string | null;
  readonly bring: readonly ThingToBring[];
  /** Of a proposal, when each of the times begins, ISO 8601; empty for the other kinds. */
  readonly proposed: readonly string[];
  /** Of an earlier time, until when it is kept for the person, ISO 8601; `null` for the other kinds. */
  readonly keptUntil: string | null;
};

/** ME-1: all that a message to a venue may say; what the person needs is behind the link. */
export type VenueFacts = {
  readonly venueName: string;
  /** `null` where the venue is asked for a time. */
  readonly appointment: AppointmentTime | null;
  readonly line: LineFacts;
  /** The whole address of the page where the venue reads the referral and answers; `null` once there is nothing to answer. */
  readonly link: string | null;
};
