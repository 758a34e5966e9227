import type { ListedRecording } from '#src/contract';
import { voicemailDays } from '#src/routing';
import { answering, broken, button, dialog, type State, steps, text } from './states.ts';

/* What carriers keep of voices, as who may hear or delete it sees it. */

const page = { role: 'supervisor', path: '/enregistrements' } as const;
const dayMs = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const id = (last: number) => `0198a6a4-0000-7000-8000-00000000000${last}`;

const left: ListedRecording = {
  ...{ id: `RE${'1'.repeat(32)}`, kind: 'voicemail', beganAt: inDays(-1), seconds: 42 },
  ...{ deleteAfter: inDays(voicemailDays - 1), deletedAt: null, heardAt: null },
  ...{ callId: id(1), callState: 'waiting', lineName: 'Coup de pouce 48, téléphone' },
  ...{ mayHear: true, mayDelete: true },
};
const spoken: ListedRecording = {
  ...left,
  ...{ id: `RE${'5'.repeat(32)}`, kind: 'conversation', callState: 'closed', seconds: 754 },
};
export const recordingsKept = {
  now: inDays(0),
  recordings: [
    left,
    {
      ...left,
      ...{ id: `RE${'2'.repeat(32)}`, callId: id(2), callState: 'missed', heardAt: inDays(0) },
    },
    {
      ...left,
      id: `RE${'3'.repeat(32)}`,
      callState: 'closed',
      deletedAt: inDays(0),
      mayDelete: false,
    },
    { ...left, id: `RE${'4'.repeat(32)}`, deleteAfter: inDays(-1), mayDelete: false },
    spoken,
    { ...spoken, id: `RE${'6'.repeat(32)}`, seconds: null },
  ],
} satisfies { readonly now: string; readonly recordings: readonly ListedRecording[] };
const kept = answering('/api/recordings', recordingsKept);

export const ofRecordings: readonly State[] = [
  { name: 'no recording', ...page, into: text('Aucun message laissé') },
  { name: 'recordings', ...page, before: kept, into: text('Pas encore écouté') },
  {
    name: 'recordings that cannot be read',
    ...page,
    before: broken('/api/recordings'),
    into: text('Les enregistrements n’ont pas pu être lus'),
  },
  {
    name: 'a recording to delete',
    ...page,
    before: kept,
    into: steps(button('Effacer'), dialog),
  },
  {
    name: 'a recording that cannot be heard',
    ...page,
    before: steps(kept, (page) =>
      page.route('**/api/recordings/*/audio', (route) =>
        route.fulfill({ status: 502, json: { code: 'carrier-failed' } }),
      ),
    ),
    into: steps(button(/^Écouter/), text('L’enregistrement n’a pas pu être lu')),
  },
  {
    name: 'a recording that is heard',
    ...page,
    before: kept,
    into: steps(button(/^Écouter/), (page) => page.locator('audio').waitFor()),
  },
];
