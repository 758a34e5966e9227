import type { mediator as french } from '../fr/mediator.ts';

const people = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const mediator: typeof french = {
  today: 'Today',
  week: 'The week',
  inbox: 'Requests',
  goToToday: 'Go to today’s appointments',
  goToWaiting: 'Go to the requests',
  goToWeek: 'Go to the week',
  holds: (appointments, requests) =>
    `${appointments === 0 ? 'No appointment today' : people(appointments, 'appointment today', 'appointments today')}, ${
      requests === 0
        ? 'no request waits'
        : people(requests, 'request waits for an answer', 'requests wait for an answer')
    }.`,
  nobodyToday: 'Nobody is expected.',
  now: 'now',
  free: (from, to) => `Free from ${from} to ${to}`,
  nothingThatDay: 'Nothing planned',
  walkIn: {
    open: 'Came without appointment',
    expected: 'Did the line send them without a time?',
    received: (name) => `${name} came. Say what it came to.`,
    help: 'If not, the visit is counted. No name is asked.',
    service: 'What for',
    result: 'What it came to',
    length: 'How long',
    noLength: 'not noted',
    record: 'Count the visit',
    recorded: 'Visit counted',
    today: (n) => people(n, 'came without appointment', 'came without appointment'),
    takeBack: (clock) => `Take back the visit of ${clock}`,
    takenBack: 'Visit taken back',
  },
  refuseBecause: 'Refuse, because',
  propose: {
    open: 'Another time',
    title: (name) => `Propose another time to ${name}`,
    help: (most) =>
      `The nearest free times. The person chooses; ${most} at most are kept for them.`,
    nothingFree: 'No free time in the next 30 days. Open hours first.',
    typeHelp: 'An appointment of one hour, on the venue’s clock. The person chooses.',
    day: (n) => `Day ${n}`,
    time: (n) => `Time ${n}`,
    add: 'Add a time',
    note: 'A word for the person',
    send: (n) => (n < 2 ? 'Propose this time' : `Propose these ${n} times`),
    sent: (name) => `Another time proposed to ${name}`,
  },
  month: {
    open: 'Month for La Coop',
    title: 'Your month for La Coop',
    what: 'One line a person received, in the words of La Coop: date, place, length, topics, what it came to. No name, no number.',
    which: 'Month',
  },
};
