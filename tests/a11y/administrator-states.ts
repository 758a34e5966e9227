import type { QualityReport, VenueDataView, VenueDifference, VenueSetView } from '#src/contract';
import {
  answering,
  broken,
  button,
  dialog,
  endless,
  heading,
  key,
  option,
  type State,
  steps,
  text,
} from './states.ts';

/* The screens of an administrator: the venues' file, the quality of its records, and the settings. */

const file = { role: 'administrator', path: '/fichier-des-lieux' } as const;
const settings = { role: 'administrator', path: '/reglages' } as const;

const set: VenueSetView = {
  id: '01a20052-9f32-72f9-b180-036c99e8daa2',
  origin: 'lieux-de-mediation-numerique-2026-11-03.csv.gz',
  importedAt: '2026-11-20T09:12:00Z',
  counts: {
    read: 11_162,
    accepted: 11_010,
    rejected: 152,
    repaired: 42,
    flagged: 33,
    duplicates: 6,
  },
  difference: null,
  shrinks: false,
};
const smaller: VenueSetView = {
  ...set,
  id: '01a20052-9f32-72f9-b180-036c99e8daa3',
  counts: { ...set.counts, read: 6042, accepted: 5890 },
  difference: { added: 2, changed: 1, gone: 5122, withdrawn: 1 },
  shrinks: true,
};
const usual: VenueDataView = {
  current: set,
  waiting: null,
  importing: null,
  last: null,
  address: { url: 'https://exemple.invalid/lieux.csv', isOn: false, checkedAt: null },
};
const difference: VenueDifference = {
  added: [
    { id: 'a', name: 'France services de Mende', commune: 'Mende' },
    { id: 'b', name: 'Médiathèque', commune: 'Florac Trois Rivières' },
  ],
  changed: [{ id: 'c', name: 'Cyberbase', commune: 'Langogne', fields: ['phone', 'hoursText'] }],
  gone: Array.from({ length: 40 }, (_, place) => ({
    id: `gone-${place}`,
    name: `Point numérique ${place}`,
    commune: 'Marvejols',
    withdrawnOn: place === 0 ? '2026-11-22' : null,
  })),
};
const report: QualityReport = {
  groups: ['Hinaura', 'Les Assembleurs', null].map((source) => ({
    source,
    departement: source === null ? null : '48',
    counts: set.counts,
    withoutPosition: 3,
    doubtfulPosition: 12,
    withoutHours: 143,
    hoursNotUnderstood: 5,
    withoutContact: 1,
    stale: 80,
    problems: [
      { kind: 'flagged', field: 'latitude', reason: 'far-from-commune', count: 12 },
      { kind: 'rejected', field: null, reason: 'cell-count', count: 2 },
      { kind: 'repaired', field: 'telephone', reason: 'phone-format', count: 42 },
    ],
  })),
};

const fileAs = (change: Partial<VenueDataView>) =>
  steps(
    answering('/api/venue-data', { ...usual, ...change }),
    answering('/api/venue-data/*/report', report),
    answering('/api/venue-data/*/difference', difference),
  );

export const asAdministrator: readonly State[] = [
  { name: 'the venues’ file', ...file, into: text('Ce qui manque aux fiches') },
  {
    name: 'the definition of a count',
    ...file,
    into: steps(button('Définition : À vérifier'), (page) => page.getByRole('dialog').waitFor()),
  },
  {
    name: 'a file to send',
    ...file,
    into: steps(async (page) => {
      const chosen = { name: 'essai.csv', mimeType: 'text/csv', buffer: Buffer.from('id,nom') };
      await page.locator('input[type=file]').setInputFiles(chosen);
    }, button('Envoyer')),
  },
  {
    name: 'a file being read',
    ...file,
    before: fileAs({ importing: { origin: 'lieux.csv', done: 3, total: 9 } }),
    into: text('Lecture de « lieux.csv »'),
  },
  {
    name: 'a file that could not be read',
    ...file,
    before: fileAs({
      last: {
        at: set.importedAt,
        origin: 'lieux.csv',
        outcome: { code: 'not-csv', detail: '412' },
      },
    }),
    into: text('Ligne 412 du fichier.'),
  },
  {
    name: 'a smaller set that waits, with its names',
    ...file,
    before: fileAs({ waiting: smaller }),
    into: steps(
      (page) => page.getByText('5 122 lieux disparaissent').click(),
      text('gardé, n’est plus proposé'),
    ),
  },
  {
    name: 'no set',
    ...file,
    before: fileAs({ current: null }),
    into: text('Aucun lieu en service'),
  },
  {
    name: 'the venues’ file on its way',
    ...file,
    before: endless('/api/venue-data'),
    into: steps(heading('Fichier des lieux'), text('Chargement…')),
  },
  {
    name: 'the venues’ file that cannot be asked for',
    ...file,
    before: broken('/api/venue-data'),
    into: text('L’état du fichier n’a pas pu être lu'),
  },
  {
    name: 'the venues’ file as it was a while ago',
    ...file,
    into: steps(
      text('Ce qui manque aux fiches'),
      broken('/api/venue-data'),
      button('Actualiser'),
      text(/peut avoir changé/),
    ),
  },
  {
    name: 'the quality of the records',
    ...file,
    before: fileAs({}),
    into: steps(
      (page) => page.getByRole('link', { name: 'Voir la qualité des fiches' }).click(),
      button('Hinaura'),
      text('143 fiches sans horaires'),
    ),
  },
  {
    name: 'a producer that nobody is',
    ...file,
    before: fileAs({}),
    into: steps(
      (page) => page.getByRole('link', { name: 'Voir la qualité des fiches' }).click(),
      (page) => page.getByLabel('Chercher un producteur').fill('personne'),
      text('Aucune ligne ne correspond'),
    ),
  },
  {
    name: 'the quality of a set that is no more',
    ...file,
    path: '/fichier-des-lieux/01a20052-9f32-72f9-b180-036c99e8daa9',
    into: text('Ce fichier n’est plus gardé'),
  },
  { name: 'the settings', ...settings, into: heading('Classement des lieux') },
  {
    name: 'a change of the ranking, with what it does',
    ...settings,
    into: steps(
      (page) => page.getByRole('combobox').fill('mende'),
      option(/^Mende/),
      (page) => page.getByRole('textbox', { name: 'Fiche ancienne' }).fill('40'),
      (page) => page.keyboard.press('Tab'),
      heading('Avec vos changements'),
    ),
  },
  {
    name: 'settings that the hub did not take',
    ...settings,
    into: steps(
      (page) => page.getByText('Afficher le plan de l’IGN').click(),
      broken('/api/settings'),
      button('Enregistrer'),
      text('Les réglages n’ont pas été enregistrés'),
    ),
  },
  {
    name: 'a translation to sign',
    ...settings,
    into: steps(button('Lire et signer'), text('Sur la page pour déplacer ou annuler')),
  },
  {
    name: 'a translation without who read it',
    ...settings,
    into: steps(
      button('Lire et signer'),
      dialog,
      key('Control+Enter'),
      text('Notez le nom de la personne qui a relu.'),
    ),
  },
  {
    name: 'settings that cannot be read',
    ...settings,
    before: broken('/api/settings'),
    into: text('Les réglages n’ont pas pu être lus'),
  },
];
