import type { app as french } from '../fr/app.ts';

export const app: typeof french = {
  navigation: 'Navigation',
  skip: 'Skip to content',
  preferences: 'Preferences',
  shortcuts: 'Shortcuts',
  shortcutsTitle: 'Shortcuts of this screen',
  shortcutsHelp: 'Digits work without Shift, on the top row and on the pad.',
  shortcutList: 'Show the shortcuts',
  signOut: 'Sign out',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { compact: 'Compact', usual: 'Usual', comfortable: 'Comfortable' },
  language: 'Language',
  languages: { fr: 'Français', en: 'English' },
  preferencesScope: 'These choices stay on this desk.',
  waiting: 'waiting',
  onCall: 'On a call',
  presences: { available: 'Available', pause: 'On a break', off: 'Away' },
  presenceChoices: {
    available: 'Take calls',
    pause: 'Take a break',
    off: 'Take no more calls',
  },
  acts: {
    'call.open': 'opening the call',
    'call.answer': 'answering',
    'call.leave': 'leaving the call to a colleague',
    'call.hang-up': 'hanging up',
    'call.close': 'closing the call',
    'call.call-back': 'the call back noted',
    'call.resume': 'the call back',
    'call.no-answer': 'the call back without an answer',
    'answer.record': 'an answer',
    'note.write': 'the note',
    'level.override': 'the level corrected',
    'people.identify': 'the person’s name',
    'slot.hold': 'holding the slot',
    'slot.release': 'releasing the slot',
    'referral.book': 'the appointment',
    'referral.request': 'the request to the venue',
    'referral.accept': 'accepting the request',
    'referral.refuse': 'refusing the request',
    'referral.attend': 'that the person came',
    'referral.miss': 'that the person did not come',
    'referral.result': 'what the visit came to',
    'referral.cancel': 'the cancellation of a referral',
    'distance.measure': 'the new measure',
    'message.choose': 'how the person is written to',
    'message.post': 'the sending of a message',
    'message.retry': 'the sending of a message',
    'diary.set': 'the opening times of the diary',
    'walk-in.record': 'the visit without appointment',
    'walk-in.take-back': 'taking back a visit',
    'presence.set': 'your presence',
    'training.ring': 'the training call',
  },
  demonstrationMark: 'Demonstration: persons, calls and figures are invented',
  foot: {
    saved: (clock) => `Saved on this desk, ${clock}`,
    sent: (clock) => `Sent to the server, ${clock}`,
    allSafe: 'Everything is saved, everything is sent',
    connecting: 'Connecting to the server…',
    sending: (n) => (n === 1 ? 'Sending one act…' : `Sending ${n} acts…`),
    offline: (n) =>
      n === 0
        ? 'Offline: nothing waiting'
        : `Offline: ${n} ${n === 1 ? 'act' : 'acts'} waiting, kept on this desk`,
    signInNeeded: (n) =>
      n === 0
        ? 'Session ended'
        : `Session ended: ${n} ${n === 1 ? 'act' : 'acts'} kept on this desk`,
    signInAgain: 'Sign in again',
  },
  refused: {
    title: (act) => `The server did not accept ${act}`,
    safe: 'The rest is kept. The screen shows what the server knows.',
    stopped: (n) =>
      n === 1
        ? 'One act that depended on it was not sent.'
        : `${n} acts that depended on it were not sent.`,
    dismiss: 'I have read this',
  },
  leaving: {
    nothing: 'Everything is sent. Your session ends on this desk.',
    title: 'Some acts are not sent yet',
    body: (n) =>
      `${n === 1 ? 'One act is' : `${n} acts are`} kept on this desk, and will go when you sign in here again with this account.`,
    stay: 'Stay',
    leave: 'Sign out anyway',
  },
  crash: {
    title: 'This screen has stopped',
    safe: 'What you noted is saved on this desk, and will be sent.',
    next: 'Reload the page: the call goes on where it was.',
    reload: 'Reload the page',
    detail: 'Detail for support',
  },
  start: {
    insecure: 'This address is not protected',
    insecureWhy:
      'The desk keeps personal data: it opens over https only, or on the server’s own computer.',
    insecureNext: 'Ask your administrator for the https address.',
    unreachableSafe: 'What is noted on this desk stays there.',
    unreachableNext: 'Check that the program still runs, then try again.',
  },
  nowhere: {
    title: 'There is nothing at this address',
    body: 'Choose a screen in the bar on the left.',
  },
  noFeature: 'Your role has no screen here yet.',
};
