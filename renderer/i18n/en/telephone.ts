import type { telephone as french } from '../fr/telephone.ts';

export const telephone: typeof french = {
  failures: {
    'no-microphone': 'No microphone: plug in a headset to take calls.',
    'microphone-refused': 'The microphone is blocked: allow it for this page, beside the address.',
    'not-authorised': 'The telephone is not allowed here: tell whoever runs the service.',
    network: 'The telephone has no network: it reconnects by itself.',
    'another-desk': 'Your calls ring in another window: close it to take them here.',
  },
  devices: {
    title: 'Headset and ringer',
    microphone: 'Microphone',
    speaker: 'Speaker',
    ringer: 'Ringer',
    ringerHelp: 'On the loudspeakers, you hear it even without your headset on.',
    system: 'The computer’s own',
    unplugged: 'Chosen before, unplugged',
    level: 'What the microphone hears',
    speak: 'Speak: the bar should move.',
    hear: 'Play a sound',
    speakerLevel: 'What the speaker gets',
    hearSays: 'The bar moves and you hear nothing: turn the sound up.',
    ringerLevel: 'What the ringer gets',
    ring: 'Ring',
  },
  headset: {
    title: 'Headset buttons',
    authorise: 'Allow a headset',
    none: 'No headset allowed: answer and hang up on screen.',
    heeded: (names: string) => `${names}: answer, hang up, mute.`,
    notHere: 'This browser does not read a headset’s buttons. Chrome, Edge and the application do.',
  },
};
