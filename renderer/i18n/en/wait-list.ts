import type { waitList as french } from '../fr/wait-list.ts';

/** The wait list: who would come earlier, and the times that they are offered. */
export const waitList: typeof french = {
  open: 'Wait list',
  title: (name) => `An earlier time for ${name}`,
  help: 'When a time becomes free at the venue, it is offered to you for this person: three times at most, always a day ahead.',
  days: 'Days that suit',
  halves: 'Times that suit',
  half: { morning: 'Mornings', afternoon: 'Afternoons' },
  join: 'Put on the list',
  change: 'Change the days',
  leave: 'Take off the list',
  joined: (name) => `${name} is on the wait list`,
  left: (name) => `${name} is no longer on the wait list`,
  waits: (offers) =>
    offers === 0
      ? 'On the wait list: three times were offered already.'
      : 'On the wait list for an earlier time.',
  offersTitle: 'An earlier time has become free',
  offersHelp:
    'Phone the person: the time is kept for them until then. They may also answer by the link of their message.',
  offer: (when, venue) => `${when}, ${venue}`,
  insteadOf: (when) => `Instead of ${when}`,
  until: (when) => `Kept until ${when}`,
  accept: 'They take it',
  decline: 'Does not suit',
  accepted: (name, when) => `${name}: appointment ${when}`,
  declined: (name) => `Noted for ${name}: the time goes to the next one`,
};
