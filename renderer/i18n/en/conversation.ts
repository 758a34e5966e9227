import type { conversation as french } from '../fr/conversation.ts';

export const conversation: typeof french = {
  controls: 'Call controls',
  mute: 'Mute',
  muted: 'Microphone off: nobody hears you.',
  hold: 'Hold',
  resume: 'Resume',
  keypad: 'Keypad',
  bringIn: 'Transfer',
  record: {
    start: 'Record',
    pause: 'Pause',
    resume: 'Record',
    on: 'Recording',
    paused: 'Recording paused',
    stopped: 'Not recorded',
    say: 'Say so: “Our conversation is being recorded.”',
    pausedSay: 'Nothing is recorded until you resume.',
  },
  states: {
    joining: 'Connecting…',
    held: 'On hold',
    reconnecting: 'Reconnecting…',
  },
  heldSays: 'Hold music',
  warnings: {
    'own-voice-cut': 'Your voice breaks up: move closer to the Wi-Fi, or plug in the cable.',
    'other-voice-cut': 'The person breaks up: the network is weak. Ask them to repeat.',
    delayed: 'Voices arrive late: leave a silence before you answer.',
    'own-silence': 'Your microphone hears nothing: check the headset, and its mute button.',
  },
  reconnecting: 'The network weakened. The call is not lost: the voice comes back by itself.',
  away: {
    title: 'Your voice is no longer in the call.',
    waiting: 'The person is still there: the line is calling you back.',
    ringing: 'The person is still there.',
    join: 'Back into the call',
  },

  pad: {
    title: 'Telephone keypad',
    help: 'Digits, * and #: from the keyboard too.',
    sent: 'Keys sent',
    none: 'nothing yet',
  },

  choose: {
    title: 'Hand the call over, or ask for help',
    colleague: 'A colleague who is free',
    loading: 'Who is free…',
    nobody: 'No colleague is free.',
    failed: 'The list of colleagues could not be read.',
    busy: (names) => `Not free: ${names}`,
    named: (name, state) => `${name} (${state})`,
    states: {
      free: 'free',
      'on-call': 'on a call',
      pause: 'on a break',
      training: 'in training',
      'wrap-up': 'writing up',
      off: 'away',
    },
    number: 'Or a number',
    numberHelp: 'Of a service, of a relative.',
    numberNotAllowed:
      'This number cannot be called from here: it is abroad, or at a premium. One for emergencies can.',
    badNumber: 'This number is not complete, or does not exist.',
    whom: 'Choose a colleague, or write a number.',
    talkFirst: 'Speak to them first',
    talkFirstSays: 'The person waits with music.',
    together: 'Add them to the conversation',
    pass: 'Hand over without speaking',
    passSays: 'To a colleague the record goes with the call. To a number it stays with you.',
  },

  passed: (name) => `Call handed over to ${name}, with its record.`,
  passedOn: 'Handed over by a colleague',

  parties: {
    label: 'Also in the call',
    colleague: 'Your colleague',
    rings: 'ringing',
    joined: 'on the line',
    pass: (who) => `Hand over to ${who}`,
    leaveTogether: 'Leave them together',
    talkTogether: 'Speak all together',
    remove: (who) => `Hang up with ${who}`,
  },

  asked: {
    label: 'A colleague is calling you',
    asks: (name) => `${name} asks for your help`,
    with: (name) => `With ${name}`,
    answer: 'Answer',
    later: 'Not now',
    leave: 'Leave the conversation',
  },

  second: {
    label: 'Another call',
    rings: (number) => `Another call is ringing: ${number}`,
    hangUpFirst: 'Hang up and see it',
    leave: 'Leave it to a colleague',
  },

  wrapUp: {
    left: 'Time left',
    toWrite: 'to write up',
    extend: 'Extend',
  },
};
