import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '#src/kernel';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';
import { rowsOf, venueCsv } from '../support/venue-files.ts';

/*
 * An adviser with somebody on the line says in one sentence what is looked for, without network; the search breaks down
 * and is started again; other venues are published, and the desk has them without being loaded again.
 */

let demonstration: Demonstration;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  ({ context, page } = await demonstration.signIn('adviser'));
  await page.getByRole('link', { name: 'Lieux' }).click();
  await page.locator('.map-cluster').first().waitFor();
});
afterAll(() => demonstration.close());

const rows = () => page.getByRole('radiogroup', { name: /^Lieux/ }).getByRole('radio');
const commune = () => page.getByRole('combobox', { name: 'Commune' });

async function wish(name: string): Promise<void> {
  await page.keyboard.press('a');
  await page.getByRole('menuitem', { name }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

test('the whole wish of a caller is entered with the keyboard and answered offline', async () => {
  await context.setOffline(true);
  await tabTo(page, /tout besoin/);
  await page.keyboard.type('les d');
  await tabTo(page, /Commune/);
  await page.keyboard.type('mende');
  // At once: the suggestions come when they come.
  await page.keyboard.press('Enter');
  await rows().first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('o');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type('mercredi a');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await wish('gratuite');
  await wish('dans une autre langue');

  await page.getByRole('button', { name: /mercredi après-midi/ }).waitFor();
  const first = rows().first();
  await first.getByText(/Ouvert mercredi/).waitFor();
  await first.getByText(/Gratuit\./).waitFor();
  await first.getByText(/Accueil dans une autre langue|accueil dans une autre langue/).waitFor();
  await page.keyboard.press('2');
  await rows().nth(1).and(page.locator(':focus')).waitFor();
  const [second = ''] = await rows().nth(1).locator('.venue-name').allInnerTexts();
  await page.getByRole('heading', { name: second }).waitFor();
});

test('a commune is found by the name that it had, without network', async () => {
  await commune().fill('le pont de montvert');
  await page
    .getByRole('option', { name: /Le Pont-de-Montvert, ancienne commune de|Pont de Montvert/ })
    .first()
    .waitFor();
  await commune().fill('mende');
  await page
    .getByRole('option', { name: /^Mende/ })
    .first()
    .click();
});

test('a search that breaks down says so, and starts again without network', async () => {
  const worker = present(page.workers()[0], 'the search has its worker');
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken on purpose');
    });
  });
  const alert = page.getByRole('alert').filter({ hasText: 'La recherche s’est arrêtée' });
  await alert.getByRole('button').press('Enter');
  await rows().first().waitFor();
  await page.getByRole('button', { name: /mercredi après-midi/ }).waitFor();
  await context.setOffline(false);
});

test('venues that are published come to an open desk by themselves', async () => {
  const { context: office } = await demonstration.signIn('administrator');
  const ask = async (path: string, body: unknown, headers = {}) => {
    const answer = await office.request.post(`${demonstration.address}${path}`, {
      headers: { origin: demonstration.address, ...headers },
      data: body,
    });
    expect(answer.ok()).toBe(true);
  };
  await ask('/api/venue-data/file', Buffer.from(venueCsv(rowsOf('tout-neuf'))), {
    'content-type': 'application/octet-stream',
    'x-file-name': 'essai.csv',
  });
  const waiting = async () => {
    const answer = await office.request.get(`${demonstration.address}/api/venue-data`);
    return (await answer.json()).waiting?.id ?? null;
  };
  await expect.poll(waiting, { timeout: 60_000 }).not.toBeNull();
  await ask('/api/venue-data/publish', { setId: await waiting(), confirmsShrink: true });

  await tabTo(page, /mercredi après-midi/);
  await page.keyboard.type('n');
  await rows().getByText('Lieu tout-neuf').waitFor();
});
