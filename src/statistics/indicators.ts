/**
 * What each figure counts, in one sentence. A figure that nobody can define is not shown.
 *
 * Every indicator counts calls closed in the record, by the day on which they came in, on the clock of Paris; those of the
 * progress (ST-7) and of venues (BO-84) count people.
 */
export const indicators = {
  calls: 'Calls that were answered or entered, and whose record is closed.',
  withoutRequest: 'Calls among them that carried no request: silent, wrong number, abusive, test.',
  requests: 'Calls among them that carried a request.',
  solved: 'Requests that were solved on the phone.',
  'partly-solved': 'Requests that were partly solved on the phone, without a referral.',
  referred: 'Requests that ended with a referral to a venue.',
  unsolved: 'Requests that were not solved, without a referral.',
  'cut-off': 'Requests whose call ended before the script did.',
  referrals: 'Requests for which a referral was sent to a venue, whatever the venue answered.',
  booked:
    'Referrals among them that had an appointment, in a diary here or agreed on with the venue.',
  walkIns: 'People whom a venue of the territory received without their having been sent to it.',
  measuredTwice: 'People whose level was found twice or more, the last time in the period.',
  nearer: 'People among them whose last level is nearer than the first.',
  same: 'People among them whose last level is the first.',
  farther: 'People among them whose last level is farther than the first.',
} as const;

/** The name of a figure. */
export type Indicator = keyof typeof indicators;
/** Every figure, in the order of reading. */
export const indicatorIds = Object.keys(indicators) as readonly Indicator[];
