import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '#src/kernel';
import { launchChromium } from '../support/chromium.ts';
import { type Started, startProgram } from '../support/started.ts';

/*
 * A cooperative's first day: the program starts on an empty folder, its administrator is created with the code that it
 * printed, accounts are added, and a call taken on another telephone is entered by hand and counted.
 */

const password = 'une phrase assez longue';
let folder: string;
let program: Started;
let browser: Browser;
let address: string;
let code: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aiguillage-first-'));
  program = startProgram('start.ts', { AIGUILLAGE_DATA: folder });
  const [, url, token] = await program.says(
    /Poste : (http:\S+)[\s\S]*Code pour créer le compte administrateur : (\S+)/,
  );
  address = present(url, 'the expression has two groups');
  code = present(token, 'the expression has two groups');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  program.process.kill('SIGTERM');
  await program.ended;
  await rm(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function signIn(email: string): Promise<Page> {
  const page = await openPage();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  return page;
}

async function createAdministrator(page: Page, token: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Coopérative des Causses');
  await page.getByLabel('Nom du territoire').fill('Lozère');
  await page.getByRole('combobox', { name: 'Départements couverts' }).fill('lozère');
  await page.getByRole('option', { name: /Lozère/ }).click();
  await page.getByLabel('Nom de la ligne').fill('Coup de pouce');
  await page.getByLabel('Prénom et nom').fill('Paul Astier');
  await page.getByLabel('Adresse e-mail').fill('paul@exemple.invalid');
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.getByLabel('Code de démarrage').fill(token);
  await page.getByRole('button', { name: 'Créer l’administrateur' }).click();
}

async function addAccount(page: Page, name: string, email: string, role: string): Promise<void> {
  await page.getByLabel('Prénom et nom').fill(name);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe de départ' }).fill(password);
  await page.getByRole('button', { name: /^(Rôle|Téléconseil)/ }).click();
  await page.getByRole('option', { name: role, exact: true }).click();
  await page.getByRole('button', { name: 'Ajouter un compte' }).click();
  await page.getByText(`Compte de ${name} ajouté`).waitFor();
}

test('from an empty folder to the first call that counts', async () => {
  const administrator = await openPage();
  await createAdministrator(administrator, 'not-the-code');
  await administrator.getByText(/Ce code n’est pas le bon/).waitFor();
  await administrator.getByLabel('Code de démarrage').fill(code);
  await administrator.getByRole('button', { name: 'Créer l’administrateur' }).click();
  await administrator.getByRole('link', { name: 'Comptes' }).click();
  await addAccount(administrator, 'Lucie Rey', 'lucie@exemple.invalid', 'Téléconseil');
  await administrator.getByRole('row', { name: /Lucie Rey/ }).waitFor();

  const adviser = await signIn('lucie@exemple.invalid');
  await adviser.getByRole('button', { name: /Saisir un appel/ }).waitFor();
  await adviser.keyboard.press('Alt+A');
  await adviser.getByRole('button', { name: 'Commencer' }).press('Enter');
  await adviser
    .getByRole('main')
    .getByText(/vous êtes au service d’aide/)
    .waitFor();
  await adviser.keyboard.press('Alt+X');
  await adviser.getByRole('dialog').getByText('Erreur de numéro').waitFor();
  await adviser.keyboard.press('2');
  await adviser.getByText(/Appel clos/).waitFor();
  // The desk closes it before the hub has it, and the figures are the hub's.
  await adviser.getByText(/^Envoyé au serveur/).waitFor();

  await administrator.getByRole('link', { name: 'Chiffres' }).click();
  await expect
    .poll(() => administrator.locator('.figure-card strong').allInnerTexts())
    .toEqual(['1', '1', '0', '–', '–', '–']);
  expect(await administrator.getByText('Démonstration').count()).toBe(0);
});
