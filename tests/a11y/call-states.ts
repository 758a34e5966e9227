import type { BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { sessionView } from '#src/contract';
import { present } from '#src/kernel';
import { act, recordCall, type Said, send } from '../support/call-at-orientation.ts';
import { readChanges } from '../support/read-changes.ts';
import { shippedScript } from '../support/shipped-script.ts';
import { button, type Desk, dialog, key, type State, steps, text } from './states.ts';

const adviser = { role: 'adviser' } as const;

/** The script of a call, recorded up to that question. */
const asked = (upTo: string, said: Partial<Said> = {}) => ({
  ...adviser,
  path: async ({ context, address }: Desk) =>
    `/appel/${await recordCall(context, address, upTo, said)}`,
});
/** The venues for a call that needs one. */
const sought = (said: Partial<Said> = {}) => ({
  ...adviser,
  path: async ({ context, address }: Desk) =>
    `/orientation/${await recordCall(context, address, 'orientation', said)}`,
});

const slots = (page: Page) => page.locator('.slot:not([data-disabled])').first().waitFor();
const holdsSlot = steps(
  slots,
  (page) => page.locator('.slot:not([data-disabled])').nth(4).click(),
  text('Retenu encore'),
);
/** The second venue has no diary: only Mende's does. */
const choosesAnother = steps(slots, key('2'), text('Heures souhaitées'));

export const inACall: readonly State[] = [
  { name: 'the first words', ...asked('greeting'), into: text(/vous êtes au service d’aide/) },
  { name: 'a choice of ten', ...asked('need'), into: text(/Qu’est-ce qui vous bloque/) },
  {
    name: 'a typed answer',
    ...asked('need-words', { answers: { need: 'nsp' } }),
    into: text(/Dites-le avec vos mots/),
  },
  { name: 'a solution card', ...asked('try'), into: text(/essayer maintenant/) },
  {
    name: 'a question about distance',
    ...asked('distance.appli'),
    into: text(/installé une application/),
  },
  {
    name: 'how the level comes out',
    ...asked('obstacles'),
    into: steps(button('Comment c’est calculé'), dialog),
  },
  {
    name: 'a level to correct',
    ...asked('obstacles'),
    into: steps(text(/Qu’est-ce qui vous gêne/), key('Alt+l'), dialog, key('5')),
  },
  {
    name: 'a corrected level',
    ...asked('obstacles'),
    into: steps(
      text(/Qu’est-ce qui vous gêne/),
      key('Alt+l'),
      dialog,
      key('Alt+3'),
      key('1'),
      key('Control+Enter'),
      text(/corrigé par vous/),
    ),
  },
  { name: 'several answers', ...asked('obstacles'), into: text(/Qu’est-ce qui vous gêne/) },
  { name: 'a commune', ...asked('commune'), into: text(/quelle commune/) },
  { name: 'a venue to look for', ...asked('orientation'), into: text(/qui peut vous recevoir/) },
  {
    name: 'a call to close',
    ...asked('outcome', { answers: { result: 'solved', further: 'no' } }),
    into: text('Ctrl Entrée'),
  },
  {
    name: 'a card to find',
    ...asked('need'),
    into: steps(text(/Qu’est-ce qui vous bloque/), key('/'), dialog),
  },
  {
    name: 'a call without a request',
    ...asked('need'),
    into: steps(text(/Qu’est-ce qui vous bloque/), key('Alt+x'), dialog),
  },
  {
    name: 'when to call back',
    ...asked('need'),
    into: steps(text(/Qu’est-ce qui vous bloque/), key('Alt+x'), key('7'), text('Demain')),
  },
  {
    name: 'a day of their own to call back',
    ...asked('need', { number: null }),
    into: steps(
      text(/Qu’est-ce qui vous bloque/),
      key('Alt+x'),
      key('7'),
      button(/Un autre jour/),
      (page) => page.getByLabel('Jour').waitFor(),
    ),
  },
  { name: 'whom to call back', ...adviser, path: putOff, into: text('En retard') },
  {
    name: 'a call back to give up',
    ...adviser,
    path: putOff,
    into: steps(
      button(/^Autre chose pour/),
      (page) => page.getByRole('menuitem', { name: 'Abandonner' }).click(),
      dialog,
    ),
  },
  {
    name: 'who is on the line',
    ...asked('need'),
    into: steps(text(/Qu’est-ce qui vous bloque/), key('Alt+p'), dialog),
  },
  {
    name: 'a question asked before',
    ...asked('need'),
    into: steps(text(/Qu’est-ce qui vous bloque/), key('Backspace'), text(/Êtes-vous d’accord/)),
  },
  {
    name: 'a call that is not known',
    ...adviser,
    path: `/appel/${v7()}`,
    into: text('Cet appel n’est pas sur ce poste'),
  },
  { name: 'venues with slots', ...sought(), into: slots },
  {
    name: 'venues for somebody held back',
    ...sought({ answers: { obstacles: ['language', 'fear'] } }),
    into: text('d’après l’appel'),
  },
  { name: 'a slot held', ...sought(), into: holdsSlot },
  { name: 'a venue without a diary', ...sought(), into: choosesAnother },
  {
    name: 'a letter without an address',
    ...sought(),
    into: steps(
      holdsSlot,
      (page) => page.getByLabel('Nom de la personne aidée').fill('Odile Vernhet'),
      (page) => page.getByRole('checkbox', { name: 'Courrier' }).press('Space'),
      key('Control+Enter'),
      text('Notez l’adresse'),
    ),
  },
  {
    name: 'an appointment to say again',
    ...sought(),
    into: steps(
      holdsSlot,
      (page) => page.getByLabel('Nom de la personne aidée').fill('Odile Vernhet'),
      key('Control+Enter'),
      text(/heure réservée/),
    ),
  },
  {
    name: 'a booking without a name',
    ...sought(),
    into: steps(holdsSlot, key('Control+Enter'), (page) =>
      page.locator('[data-invalid]').first().waitFor(),
    ),
  },
  { name: 'a training call looked back at', ...adviser, path: practise, into: text('En plus') },
  {
    name: 'the latest training calls',
    ...adviser,
    path: '/appel',
    into: text('Derniers entraînements'),
  },
  {
    name: 'a training call that is not known',
    ...adviser,
    path: `/entrainement/${v7()}`,
    into: text('Cet entraînement n’est pas sur ce poste'),
  },
  { name: 'a call that rings', ...adviser, path: ring, into: text('Appel entrant') },
  {
    name: 'a call on the line',
    ...adviser,
    path: async () => '/appel',
    into: steps(text('Appel entrant'), key('Enter'), text('En ligne'), text('Question précédente')),
  },
  {
    name: 'a call back that begins',
    ...adviser,
    path: callBack,
    into: text('Pas de réponse'),
  },
];

/** A call whose time to be called back has passed. */
async function putOff({ context, address }: Desk): Promise<string> {
  const callId = await recordCall(context, address, 'need');
  const at = '2026-01-12T08:00:00.000Z';
  await send(context, address, [act('call.call-back', { callId, at, number: null })]);
  return '/appel';
}

/** A person who is being called back, once nobody else is on the line. */
async function callBack(desk: Desk): Promise<string> {
  const { context, address } = desk;
  const changes = await readChanges(context.request, address);
  const live = changes.flatMap(({ entity, id, value }) =>
    entity === 'call' && value?.state === 'live' ? [act('call.hang-up', { callId: id })] : [],
  );
  const callId = await recordCall(context, address, 'need');
  await send(context, address, [
    ...live,
    act('call.call-back', { callId, at: null, number: null }),
    act('call.resume', { callId }),
  ]);
  return `/appel/${callId}`;
}

/** Makes the training line ring at this desk. */
async function ring({ context, address }: Desk): Promise<string> {
  await send(context, address, (await ringing(context, address)).acts);
  return '/appel';
}

/** A training call that went another way, and was cut; a word to avoid is in its note. */
async function practise({ context, address }: Desk): Promise<string> {
  const { callId, acts } = await ringing(context, address);
  const answers = { greeting: 'next', beneficiary: 'self', consent: 'nsp', 'consent-again': 'yes' };
  await send(context, address, [
    ...acts,
    act('call.answer', { callId, script: shippedScript().reference }),
    ...Object.entries(answers).map(([question, value]) =>
      act('answer.record', { callId, question, value }),
    ),
    act('note.write', { callId, text: 'Dit que c’est simple, sauf le mot de passe.' }),
    act('call.close', { callId, ending: { kind: 'cut-off' } }),
  ]);
  return `/entrainement/${callId}`;
}

async function ringing(context: BrowserContext, address: string) {
  const session = sessionView.parse(
    await (await context.request.get(`${address}/api/session`)).json(),
  );
  const line = present(
    session.lines.find(({ kind }) => kind === 'training'),
    'a demonstration has a training line',
  );
  const callId = v7();
  return {
    callId,
    acts: [
      act('presence.set', { presence: 'available' }),
      act('training.ring', { callId, lineId: line.id, personaId: 'odile-vernhet' }),
    ],
  };
}
