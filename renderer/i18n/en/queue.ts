import type { queue as french } from '../fr/queue.ts';

export const queue: typeof french = {
  title: 'Queue',
  navigation: 'Queue',
  readFailed: 'The queue could not be read',
  readFailedSafe: 'Calls go on ringing at the desks of advisers who are available.',

  waiting: 'Waiting',
  waitingDetail: (back) =>
    back === 0 ? 'people on the line' : `${back} of them to be called back`,
  waitingDefinition:
    'Calls that nobody has taken yet: the person is on the line, or hung up and keeps the place to be called back.',
  longest: 'Longest wait',
  longestDefinition: 'Time since the call that has waited longest came in, call-backs among them.',
  nobody: 'nobody',
  free: 'Free',
  freeOf: (n) => `of ${n} present`,
  freeDefinition:
    'Advisers who are available, at their desk, with no call in hand and nothing to write up. Present are those whose desk is open and who are not off.',
  level: 'Service level:',
  levelOf: (answered, counted) => `${answered} of ${counted} today`,
  levelNone: 'no call counted today',
  levelDefinition:
    'Service level: share of today’s calls answered within the time that the line wants. Answered calls count, and those that the person gave up after more than 5 seconds; neither call-backs nor calls turned away. The day begins at midnight in Paris.',
  within: (seconds) => `within ${seconds} s`,

  calls: 'Calls that wait',
  noCalls: 'Nobody is waiting',
  noCallsHelp: 'The next call will show here by itself.',
  place: 'Place',
  since: 'Wait',
  line: 'Line',
  state: 'State',
  waits: 'Waiting',
  callsBack: 'Call back at its turn',
  ringsAt: (name) => `Rings at ${name}’s desk`,
  isFirst: 'First',
  first: 'Put first',
  take: 'Take',
  acts: 'Acts',
  putFirst: 'The call comes first',
  taken: 'The call rings at your desk',
  notDone: 'This was not done',
  refusals: {
    'not-waiting': 'This call waits no more: somebody took it, or the person hung up.',
    'already-on-a-call': 'You are on a call already. Finish it, then try again.',
    'not-live': 'This conversation is over.',
    'not-listened-to':
      'Calls of this line are not listened to. An administrator allows it under “Lines”.',
  },

  lines: 'Lines',
  openings: {
    open: 'Open',
    'outside-hours': 'Outside its hours',
    'closed-by-hand': 'Closed by hand',
  },
  opensAt: (day, clock) => `opens ${day} at ${clock}`,
  waitingOn: (n) => `${n} waiting`,
  close: 'Close the line',
  open: 'Open the line again',
  closeTitle: (name) => `Close “${name}”?`,
  closeSays:
    'Callers hear that the service is closed, and may ask to be called back. Calls that wait already keep their place.',
  closed: (name) => `${name}: line closed`,
  opened: (name) => `${name}: line open again`,

  noLine: 'No telephone line is connected',
  noLineHelp:
    'Calls of a Twilio or SIP line wait here for their turn. An administrator adds one under “Lines”. Manual and training lines have no queue.',

  advisers: 'Advisers',
  advisersHelp: 'In alphabetical order. No number of calls a person is counted here.',
  noAdvisers: 'No adviser in your territories',
  noAdvisersHelp: 'An administrator adds accounts, and gives them a territory.',
  sinceClock: (clock) => `since ${clock}`,
  nextPresence: (word) => `then: ${word.toLowerCase()}`,
  isRinging: 'Ringing',
  isFree: 'Free',
  isDeskClosed: 'Desk closed',

  listen: 'Listen',
  stopListening: 'Stop listening',
  listenTitle: (name) => `Listen to ${name}’s call?`,
  listenSays:
    'You hear and are not heard. The adviser sees it on screen while you listen; the person was told at the beginning of the call.',
  listening: 'You will hear the conversation',
  listeningEnded: 'You no longer listen',
  listened: (name) => `${name} is listening to this call`,
  listenedSays: 'The person was told at the beginning of the call.',

  home: {
    title: 'What waits',
    none: 'Nobody is waiting.',
    count: (n) => (n === 1 ? '1 call waits' : `${n} calls wait`),
    longest: 'For',
  },
};
