import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings } from '../support/axe.ts';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';
import { soundRow } from '../support/venues.ts';

/*
 * An administrator sends a file of venues: a broken one is refused in words and changes nothing; a good one that is much
 * smaller is looked at, confirmed and put in use, the report of its quality says what to tell its producers, and the
 * mediator whose venue is no longer in it is told.
 */

let demonstration: Demonstration;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  ({ page } = await demonstration.signIn('administrator'));
  await page.getByRole('link', { name: 'Fichier' }).click();
  await inUse().getByText('lieux-de-mediation-numerique.csv.gz').waitFor();
});
afterAll(() => demonstration.close());

const inUse = () => page.getByRole('region', { name: 'En service' });
const waiting = () => page.getByRole('region', { name: 'En attente de votre décision' });
const sending = () => page.getByRole('region', { name: 'Envoyer un fichier' });

function csv(rows: readonly Readonly<Record<string, string>>[]): Buffer {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => Object.values(row).map(cell).join(','));
  return Buffer.from([Object.keys(soundRow).join(','), ...lines].join('\n'));
}

async function send(name: string, buffer: Buffer): Promise<void> {
  await sending().locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await sending().getByText(name).waitFor();
  await tabTo(page, /^Envoyer$/);
  await page.keyboard.press('Enter');
}

const figures = (region: ReturnType<typeof inUse>) =>
  region.locator('.figure-value').allInnerTexts();

test('a file that cannot be read is refused in words, and the venues in use stay', async () => {
  const before = await figures(inUse());
  await send('sans-colonnes.csv', Buffer.from('nom,ville\nMaison,Mende\n'));
  const alert = page.getByRole('alert');
  await alert.getByText('Il manque des colonnes obligatoires').waitFor();
  await alert.getByText('Les lieux en service n’ont pas changé.').waitFor();
  await alert.getByText(/«\ssans-colonnes\.csv\s».*code_postal/).waitFor();
  expect(await figures(inUse())).toEqual(before);
  expect(await waiting().count()).toBe(0);
});

test('a smaller file is looked at, confirmed, put in use, and its quality told', async () => {
  await send(
    'essai.csv',
    csv([
      soundRow,
      {
        ...soundRow,
        id: 'mediatheque-48',
        nom: 'Médiathèque de Mende',
        adresse: '12 rue du Pont',
        telephone: '04 65 71 00 02',
        horaires: '',
      },
      { ...soundRow, id: 'sans-nom', nom: '' },
      {
        ...soundRow,
        id: 'loin-48',
        nom: 'Cyberbase',
        adresse: '3 rue du Mont',
        latitude: '48.85',
        longitude: '2.35',
        source: 'Autre producteur',
      },
    ]),
  );

  // Read and checked, and nothing is in use before somebody has looked.
  await waiting().waitFor();
  expect(await figures(waiting())).toEqual(['4', '3', '1', '1', '1', '0']);
  await waiting().getByText('3 nouveaux lieux').click();
  await waiting().getByText('Médiathèque de Mende').waitFor();
  await waiting()
    .getByText(/lieux en moins\s: 3 au lieu de/)
    .waitFor();
  const publish = waiting().getByRole('button', { name: 'Mettre en service' });
  expect(await publish.isDisabled()).toBe(true);
  await inUse().getByText('lieux-de-mediation-numerique.csv.gz').waitFor();

  await tabTo(page, /J’ai vérifié/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Mettre en service$/);
  await page.keyboard.press('Enter');
  await page.getByText('« essai.csv » est en service').waitFor();
  await inUse().getByText('essai.csv').waitFor();
  expect(await waiting().count()).toBe(0);

  await tabTo(page, /Voir la qualité des fiches/);
  await page.keyboard.press('Enter');
  const total = page.getByRole('row', { name: /^Total/ });
  await total.waitFor();
  expect(await total.getByRole('cell').allInnerTexts()).toEqual([
    '4',
    '1',
    '1',
    '1',
    '0',
    '1',
    '1',
    '0',
  ]);
  await page.getByRole('searchbox', { name: 'Chercher un producteur' }).fill('essai');
  await page.getByRole('button', { name: 'Essai' }).press('Enter');
  const told = page.getByRole('region', { name: 'À dire au producteur' });
  await told.getByText('1 fiche sans horaires').waitFor();
  await page.getByText(/Le numéro est réécrit avec l’indicatif/).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    told.getByRole('link', { name: /Télécharger les constats/ }).click(),
  ]);
  const findings = await text(await download.createReadStream());
  expect(findings).toContain('mediatheque-48');
  expect(findings).not.toContain('loin-48');
});

test('VE-61 the mediator of a venue that the new file no longer has is told', async () => {
  const { page: mediator } = await demonstration.signIn('mediator');
  const told = mediator
    .getByRole('status')
    .or(mediator.getByRole('alert'))
    .filter({ hasText: 'Votre lieu n’est plus dans le fichier national depuis le' });
  await told.getByText('Vos rendez-vous et les demandes déjà reçues sont gardés.').waitFor();
  expect(await accessibilityFindings(mediator)).toEqual([]);
});

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
