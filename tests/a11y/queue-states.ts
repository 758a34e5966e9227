import type { LineList, QueueAdviser, QueueView } from '#src/contract';
import { usualLineRules } from '#src/routing';
import {
  answering,
  broken,
  button,
  dialog,
  endless,
  heading,
  type State,
  steps,
  text,
} from './states.ts';

/* The queue as who leads it sees it, and what an administrator sets of its lines. */

const board = { role: 'supervisor', path: '/file-d-attente' } as const;
const lines = { role: 'administrator', path: '/lignes' } as const;
const newLine = { role: 'administrator', path: '/lignes/nouvelle' } as const;

const id = (last: number) => `0198a6a4-0000-7000-8000-00000000000${last}`;
const now = Date.now();
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

const waits = { callsBack: false, isFirst: false, skills: [], language: null, offeredTo: null };
const adviser: Omit<QueueAdviser, 'id' | 'name'> = {
  presence: 'available',
  isDeskClosed: false,
  isFree: false,
  since: ago(300),
  next: null,
  skills: [],
  languages: ['fr'],
  call: null,
};
const busy: QueueView = {
  now: ago(0),
  lines: [
    {
      id: id(1),
      name: 'Coup de pouce 48, téléphone',
      territoryName: 'Lozère',
      opening: 'open',
      opensAt: null,
      waiting: 3,
      longestSince: ago(262),
      isListenedTo: true,
      level: { withinS: 80, share: 12 / 14, answeredWithin: 12, counted: 14 },
    },
    {
      id: id(2),
      name: 'Coup de pouce 30',
      territoryName: 'Gard',
      opening: 'closed-by-hand',
      opensAt: null,
      waiting: 0,
      longestSince: null,
      isListenedTo: false,
      level: { withinS: 60, share: null, answeredWithin: 0, counted: 0 },
    },
  ],
  lead: {
    calls: [
      { ...waits, callId: id(3), lineId: id(1), since: ago(262), offeredTo: 'Lucie Rey' },
      {
        ...waits,
        ...{ callId: id(4), lineId: id(1), since: ago(130), isFirst: true },
        ...{ skills: ['entreprises'], language: 'ar' },
      },
      { ...waits, callId: id(5), lineId: id(1), since: ago(12), callsBack: true },
    ],
    advisers: [
      {
        ...adviser,
        ...{ id: 'a', name: 'Ahmed Bensaïd', next: 'pause' },
        call: { callId: id(6), lineId: id(1), state: 'live', isListenedTo: false },
      },
      {
        ...adviser,
        ...{ id: 'b', name: 'Claire Fabre' },
        call: { callId: id(7), lineId: id(1), state: 'live', isListenedTo: true },
      },
      { ...adviser, id: 'c', name: 'Jean Prat', isFree: true, skills: ['impôts'] },
      { ...adviser, id: 'd', name: 'Mona Vidal', presence: 'off' },
      { ...adviser, id: 'e', name: 'Noé Vidal', isDeskClosed: true },
    ],
  },
};
const asBusy = answering('/api/queue', busy);

const twoLines: LineList = {
  lines: [
    {
      id: id(1),
      name: 'Coup de pouce 48, téléphone',
      number: '+33199001234',
      kind: 'twilio',
      sponsorId: id(8),
      territoryId: id(9),
      scriptId: 'general',
      closedAt: ago(60),
      rules: { ...usualLineRules, skills: [], languages: ['fr'], widening: [] },
    },
    {
      id: id(2),
      name: 'Coup de pouce 48',
      number: null,
      kind: 'manual',
      sponsorId: id(8),
      territoryId: id(9),
      scriptId: 'general',
      closedAt: null,
      rules: null,
    },
  ],
  sponsors: [{ id: id(8), name: 'Département de la Lozère' }],
  scripts: [{ id: 'general', title: 'Appel d’aide au numérique' }],
};

export const ofTheQueue: readonly State[] = [
  {
    name: 'a queue without a line',
    ...board,
    into: text('Aucune ligne téléphonique n’est reliée'),
  },
  { name: 'a queue at work', ...board, before: asBusy, into: text('Sonne chez Lucie Rey') },
  {
    name: 'a queue where nobody waits',
    ...board,
    before: answering('/api/queue', { ...busy, lead: { calls: [], advisers: [] } }),
    into: steps(text('Personne n’attend'), text('Aucun conseiller sur vos territoires')),
  },
  {
    name: 'the queue on its way',
    ...board,
    before: endless('/api/queue'),
    into: steps(heading('File d’attente'), text('Chargement…')),
  },
  {
    name: 'a queue that cannot be read',
    ...board,
    before: broken('/api/queue'),
    into: text('La file d’attente n’a pas pu être lue'),
  },
  {
    name: 'a line to close',
    ...board,
    before: asBusy,
    into: steps(button('Fermer la ligne'), dialog),
  },
  {
    name: 'a conversation to listen to',
    ...board,
    before: asBusy,
    into: steps(button('Écouter'), dialog),
  },
  {
    name: 'a call that waits no more',
    ...board,
    before: steps(asBusy, answering('/api/queue/*/take', { refusal: 'not-waiting' })),
    into: steps(button('Prendre'), text('Ce n’est pas fait')),
  },
  {
    name: 'what waits, for an adviser',
    role: 'adviser',
    path: '/appel',
    before: answering('/api/queue', { ...busy, lead: null }),
    into: text('3 appels attendent'),
  },
  {
    name: 'the lines',
    ...lines,
    before: answering('/api/lines', twoLines),
    into: text('Fermée à la main'),
  },
  {
    name: 'lines that cannot be read',
    ...lines,
    before: broken('/api/lines'),
    into: text('Les lignes n’ont pas pu être lues'),
  },
  { name: 'a new line', ...newLine, into: heading('Nouvelle ligne') },
  {
    name: 'a new line with what is wrong',
    ...newLine,
    into: steps(
      (page) => page.getByLabel('Horaires d’ouverture').fill('Mo-Fr 09:00-12:00; Sa le matin'),
      button('Ajouter la ligne'),
      text('Donnez un nom à la ligne.'),
      text(/Pas compris/),
    ),
  },
  {
    name: 'a line and its rules',
    ...lines,
    path: `/lignes/${id(1)}`,
    before: answering('/api/lines', twoLines),
    into: heading('Enregistrement et écoute'),
  },
  {
    name: 'a line without a network',
    ...lines,
    path: `/lignes/${id(2)}`,
    before: answering('/api/lines', twoLines),
    into: text('Saisie à la main'),
  },
  {
    name: 'a line that is not there',
    ...lines,
    path: `/lignes/${id(3)}`,
    into: heading('Cette ligne n’existe pas'),
  },
  {
    name: 'the calls that somebody is fit for',
    role: 'administrator',
    path: '/comptes',
    into: steps(button('Modifier'), dialog),
  },
];
