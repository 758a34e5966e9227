import type { bookingWay as french } from '../fr/booking-way.ts';

const unsure =
  'Nobody knows whether the draft exists, and it will not be made twice. Cancel this referral, book on the site, then note it.';
const gone = 'The draft is no longer on RDV Service Public.';

/** Appointments that somebody else keeps: how they are had, noted and followed. */
export const bookingWay: typeof french = {
  draft: {
    wanted: 'The draft is not made yet.',
    asking: 'The draft is being made.',
    open: 'Draft made: the time is not chosen yet.',
    unsure,
    gone,
  },
  refusals: {
    'being-made': 'The draft is being made. Wait a moment.',
    unsure,
    unreachable: 'RDV Service Public does not answer. Nothing was made: try again.',
    'too-many': 'RDV Service Public asks to wait. Nothing was made: try again in a minute.',
    rejected: 'RDV Service Public refuses this draft.',
    'not-let-in': 'RDV Service Public does not let the account in. Tell the administrator.',
    gone,
    'not-understood': 'The answer of RDV Service Public is not understood.',
    'consent-missing': 'The person took their consent back: their name is not passed on.',
  },
  kept: {
    'rdv-service-public': 'On RDV Service Public',
    'own-page': 'Through the venue’s page',
  },
  untimed: { sent: 'Time to be fixed', expired: 'Never given a time' },
  expired: 'No time was fixed in time',
  rdvTitle: 'This venue takes its appointments on RDV Service Public',
  rdvHelp: 'The time is chosen there while the person is on the line. Nothing is booked before.',
  create: 'Make the draft and open it',
  creating: 'Making the draft…',
  open: 'Open the draft',
  tryAgain: 'Try again',
  pageTitle: 'This venue takes its appointments on its own page',
  pageHelp: 'Open it, book with the person, then note what was agreed.',
  openPage: 'Open the booking page',
  agreed: 'What was agreed',
  day: 'Day',
  time: 'Time',
  clockOf: (place) => `On the clock of ${place}`,
  words: 'Or what the venue said',
  wordsPlaceholder: 'For example: the venue calls back on Tuesday',
  missing: 'Note the day and the time, or what the venue said.',
  note: 'Note and go on',
  noted: (venue) => `Noted: appointment made at ${venue}.`,
  askInstead: 'Ask the venue for a time instead',
  back: 'Back to its booking page',
};
