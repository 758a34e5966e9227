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
    ring: 'Ring',
  },
};
