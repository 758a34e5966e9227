import type { Page } from 'playwright-core';
import { broken, button, dialog, heading, option, type State, steps, text } from './states.ts';

/* The scripts: the library, and the workshop in which one is written, checked, tried and published. */

const library = { role: 'administrator', path: '/scripts' } as const;
const written = { role: 'supervisor', path: '/scripts/general' } as const;
/** Those that change something have a script of their own: what is typed stays on the desk. */
const changed = { role: 'administrator', path: '/scripts/peu-francophone' } as const;

const menuItem = (name: RegExp) => (page: Page) => page.getByRole('menuitem', { name }).click();
const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click();
const saying = (words: string) => (page: Page) => page.getByLabel('À dire').fill(words);
const chosen = (csv: string) => (page: Page) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ligne.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
const draftChanged = (page: Page) =>
  page.route('**/draft', (route) =>
    route.fulfill({ status: 409, json: { code: 'draft-changed' } }),
  );

export const ofScripts: readonly State[] = [
  { name: 'the scripts', ...library, into: heading('Le script de chaque ligne') },
  {
    name: 'the scripts that cannot be read',
    ...library,
    before: broken('/api/scripts'),
    into: text('Les scripts n’ont pas pu être lus'),
  },
  { name: 'a new script', ...library, into: steps(button('Nouveau script'), dialog) },
  { name: 'a script and its first step', ...written, into: text('Rien à corriger') },
  {
    name: 'a question with the details of an answer',
    ...written,
    into: steps(option(/^Service/), button(/^Plus, pour/), menuItem(/^Précisions/), (page) =>
      page.getByLabel('Précision sous la réponse').waitFor(),
    ),
  },
  {
    name: 'a switch with its cases',
    ...written,
    into: steps(option(/closing/), heading('Selon ce qui a été répondu')),
  },
  {
    name: 'the whole script',
    ...written,
    into: steps(option(/^Le script entier/), text('Un appel raconté')),
  },
  {
    name: 'the map of a script',
    ...written,
    into: steps(button('Plan'), (page) => page.getByText('Début').waitFor()),
  },
  { name: 'a step to add', ...written, into: steps(button('Étape'), dialog) },
  {
    name: 'a trial of a script',
    ...written,
    into: steps(tab(/^Essayer/), button('Commencer un essai'), heading(/Je vous écoute/)),
  },
  {
    name: 'the versions of a script',
    ...written,
    into: steps(tab(/^Versions/), text('livrée avec le programme')),
  },
  {
    name: 'a file to import',
    ...written,
    into: steps(button('Autres actions'), menuItem(/^Importer/), dialog),
  },
  {
    name: 'a file with cells to be mended',
    ...written,
    into: steps(
      button('Autres actions'),
      menuItem(/^Importer/),
      dialog,
      chosen('id,text,help,answers,next\nq,Quoi ?,,Oui | Non,fin\nfin,,,,\n'),
      text('cellules sont à corriger'),
    ),
  },
  {
    name: 'a file that would replace the draft',
    ...written,
    into: steps(
      button('Autres actions'),
      menuItem(/^Importer/),
      dialog,
      chosen('id,text,help,answers,next\ngreeting,Au revoir.,,,\n'),
      text('par rapport au brouillon'),
    ),
  },
  {
    name: 'a script that cannot be read',
    ...written,
    before: broken('/api/scripts/general/workshop'),
    into: text('Le script n’a pas pu être lu'),
  },
  {
    name: 'a finding, and a draft that the hub does not have',
    ...changed,
    before: broken('/draft'),
    into: steps(saying(''), text('Écrivez ce qu’il faut dire.'), text('le serveur ne répond pas')),
  },
  {
    name: 'two drafts',
    ...changed,
    before: draftChanged,
    into: steps(saying('Bonjour, je vous écoute.'), text('Continuer avec le sien')),
  },
  {
    name: 'what publishing changes',
    ...changed,
    before: broken('/draft'),
    into: steps(
      saying('Bonjour, nous vous écoutons.'),
      text('Rien à corriger'),
      button('Mettre en service'),
      text('Ces changements demandent au moins'),
    ),
  },
  {
    name: 'a draft to discard',
    ...changed,
    before: broken('/draft'),
    into: steps(button('Autres actions'), menuItem(/^Abandonner/), dialog),
  },
];
