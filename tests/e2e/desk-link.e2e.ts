import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

/* The desk and its hub when the network, the tab or the session goes: what was done here arrives, once. */

let demonstration: Demonstration;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

beforeEach(async () => {
  ({ context, page } = await demonstration.signIn('adviser'));
  await setPresence(page, 'Prendre des appels');
  await foot(page, /Envoyé au serveur/);
});
afterEach(() => context.close());

async function setPresence(on: Page, choice: string): Promise<void> {
  await on.getByRole('button', { name: 'Lucie Rey' }).click();
  await on.getByRole('menuitem', { name: choice }).click();
}

async function foot(on: Page, says: RegExp): Promise<void> {
  await on.getByRole('contentinfo').filter({ hasText: says }).waitFor();
}

/** The adviser's presence as the hub knows it. */
async function presenceAtHub(): Promise<string | undefined> {
  const changes = await demonstration.changesFor(context);
  const last = changes.findLast((change) => change.entity === 'presence');
  return last?.entity === 'presence' ? last.value?.presence : undefined;
}

/** Runs in the page: the files that it has fetched. */
const filesOfPage = () => performance.getEntriesByType('resource').map(({ name }) => name);

async function newTab(): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(demonstration.address);
  await tab.getByRole('navigation', { name: 'Navigation' }).waitFor();
  return tab;
}

test('an act without network is kept through the loss of its tab, and arrives', async () => {
  await context.setOffline(true);
  await foot(page, /Hors ligne : rien en attente/);
  await setPresence(page, 'Faire une pause');
  await foot(page, /Hors ligne : 1 acte en attente, gardé sur ce poste/);
  await page.close();
  await context.setOffline(false);
  await foot(await newTab(), /Envoyé au serveur/);
  await expect.poll(presenceAtHub).toBe('pause');
});

/** Runs in the page: the venues that this desk keeps, whatever it is called. */
async function venuesKept(): Promise<boolean> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const rows = names.map(
    (name) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('sets')
            .objectStore('sets')
            .count('/api/venues');
          reading.onsuccess = () => resolve(reading.result === 1);
        };
      }),
  );
  return (await Promise.all(rows)).includes(true);
}

test('the venues, never opened before, open without network', async () => {
  await expect.poll(() => page.evaluate(venuesKept)).toBe(true);
  await expect
    .poll(() => page.evaluate(filesOfPage))
    .toContain(`${demonstration.address}/api/geography/contours/departements`);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Lieux' }).click();
  await page.getByRole('heading', { name: 'Lieux d’aide numérique' }).waitFor();
  await page.locator('.map-cluster').first().waitFor();
});

test('another tab sends when the one that did is gone', async () => {
  const second = await newTab();
  await page.close();
  await setPresence(second, 'Faire une pause');
  // A tab that has just opened reads its venues first.
  await foot(second, /Envoyé au serveur/);
  await expect.poll(presenceAtHub).toBe('pause');
});

/** Runs in a page of the desk's address: what another version of the program, left open there, holds and wrote. */
async function leaveFormerProgram(): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  for (const name of names.filter((known) => known.startsWith('aiguillage-'))) {
    void navigator.locks.request(`${name}-link`, () => new Promise(() => undefined));
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const writing = opening.result.transaction(['meta', 'call'], 'readwrite');
        writing.objectStore('meta').delete('shape');
        const former = { id: 'former', state: 'wrap-up' };
        writing.objectStore('call').put({ id: 'former', truth: former, shown: former });
        writing.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  }
}

test('SY-20 a desk that another version of the program left behind, and open, is shown and sends', async () => {
  const former = await context.newPage();
  await former.route(/\.js$/, (script) => script.abort());
  await former.goto(demonstration.address);
  await page.close();
  await former.evaluate(leaveFormerProgram);
  const updated = await newTab();
  await setPresence(updated, 'Faire une pause');
  await foot(updated, /Envoyé au serveur/);
  await expect.poll(presenceAtHub).toBe('pause');
});

test('an act after the end of the session waits for its account to sign in again', async () => {
  await context.clearCookies();
  await setPresence(page, 'Faire une pause');
  await foot(page, /Session terminée : 1 acte gardé sur ce poste/);
  const { email, password } = await demonstration.accountOf('adviser');
  await page.getByRole('button', { name: 'Se connecter de nouveau' }).click();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await foot(page, /Envoyé au serveur/);
  await expect.poll(presenceAtHub).toBe('pause');
});

test('a tab leaves the desk when another one signs out of it', async () => {
  const second = await newTab();
  await second.getByRole('button', { name: 'Lucie Rey' }).click();
  await second.getByRole('menuitem', { name: /Se déconnecter/ }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('heading', { name: 'Choisissez un rôle' }).waitFor();
});
