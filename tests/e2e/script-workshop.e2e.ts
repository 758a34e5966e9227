import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { accessibilityFindings } from '../support/axe.ts';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

/*
 * Somebody who does not program writes a script with the keyboard alone: three questions, a finding, its mending, the
 * version in use; the next call of the line asks the new words. What is typed is lost neither to a hub that does not
 * answer nor to a colleague who saves the same draft.
 */

let demonstration: Demonstration;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  ({ page } = await demonstration.signIn('administrator'));
});
afterAll(() => demonstration.close());

const heading = (on: Page, name: string | RegExp) => on.getByRole('heading', { name }).first();
const say = (on: Page) => on.getByLabel('À dire');
const findings = (on: Page) => on.getByRole('tabpanel', { name: /^Vérification/ });
const isSaved = (on: Page) => on.getByText('Brouillon enregistré').waitFor();

async function press(on: Page, name: RegExp): Promise<void> {
  await tabTo(on, name);
  await on.keyboard.press('Enter');
}

/** Types the title of the step that the dialog asks for; the focus is then in its words to say. */
async function nameStep(on: Page, title: string): Promise<void> {
  await on.getByRole('dialog').waitFor();
  await on.keyboard.type(title);
  await on.keyboard.press('Enter');
  await heading(on, title).waitFor();
  await expect.poll(() => say(on).evaluate((field) => field === document.activeElement)).toBe(true);
}

test('a script of three questions is written, checked and put in use by keyboard', async () => {
  onTestFailed(() => demonstration.photograph('script-workshop'));
  await press(page, /^Scripts$/);
  await press(page, /Nouveau script/);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Trois questions');
  await page.keyboard.press('Enter');
  await heading(page, 'Trois questions').waitFor();
  await findings(page).getByText('Rien à corriger').waitFor();

  await press(page, /^Étape$/);
  await nameStep(page, 'Appelle pour');
  await page.keyboard.type('Est-ce pour vous ?');

  await press(page, /^Oui, mène à/);
  await page.getByPlaceholder('Chercher une étape').last().waitFor();
  await page.keyboard.type('Nouvelle');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await nameStep(page, 'Depuis quand');
  await tabTo(page, /Ajouter une réponse/);
  await page.keyboard.type('Depuis hier');
  await page.keyboard.press('Enter');

  await findings(page).getByText('Écrivez ce qu’il faut dire.').waitFor();
  await press(page, /Écrivez ce qu’il faut dire/);
  await page.keyboard.type('Depuis quand cela ne marche plus ?');
  await findings(page).getByText('Rien à corriger').waitFor();

  await press(page, /^Étape$/);
  await nameStep(page, 'Appareil');
  await page.keyboard.type('Sur quel appareil ?');
  await findings(page).getByText('Rien à corriger').waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await isSaved(page);
  await press(page, /^Mettre en service/);
  await page.getByRole('dialog').getByText('C’est la première version').waitFor();
  await tabTo(page, /Pourquoi ce changement/);
  await page.keyboard.type('Premier script du service');
  await press(page, /^Mettre en service/);
  await page.getByText('est en service en version 1.0.0').waitFor();
});

test('the line that takes it asks its words at the next call', async () => {
  onTestFailed(() => demonstration.photograph('script-workshop'));
  await press(page, /Tous les scripts/);
  await page.getByRole('button', { name: /Coup de pouce 48$/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Trois questions' }).press('Enter');
  await page.getByText('suit maintenant « Trois questions »').waitFor();

  const { page: desk, context } = await demonstration.signIn('adviser');
  await desk.getByRole('button', { name: /^Saisir un appel/ }).press('Enter');
  await desk.getByRole('button', { name: 'Commencer' }).click();
  const words = desk.getByRole('heading', { level: 1 });
  await words.filter({ hasText: 'Je vous écoute' }).waitFor();
  await desk.keyboard.press('Enter');
  await words.filter({ hasText: 'Est-ce pour vous ?' }).waitFor();
  await desk.keyboard.press('1');
  await words.filter({ hasText: 'Depuis quand cela ne marche plus ?' }).waitFor();
  await context.close();
});

test('words typed while the hub does not answer are there after a reload, and reach it', async () => {
  onTestFailed(() => demonstration.photograph('script-workshop'));
  const { page: desk, context } = await demonstration.signIn('supervisor');
  await desk.goto(`${demonstration.address}/scripts/petites-entreprises`);
  await say(desk).waitFor();
  await desk.route('**/draft', (route) => route.abort());
  await say(desk).fill('Bonjour, ici l’aide aux petites entreprises. Je vous écoute.');
  await desk.getByText('le serveur ne répond pas').waitFor();
  await desk.reload();
  await expect.poll(() => say(desk).inputValue()).toContain('ici l’aide aux petites entreprises');
  await desk.unroute('**/draft');
  await isSaved(desk);
  await context.close();
});

test('of two drafts one is chosen, and the other is one step back', async () => {
  onTestFailed(() => demonstration.photograph('script-workshop'));
  const { page: desk, context } = await demonstration.signIn('supervisor');
  const address = `${demonstration.address}/scripts/peu-francophone`;
  await Promise.all([page, desk].map((each) => each.goto(address)));
  await say(page).fill('Bonjour de l’administration.');
  await isSaved(page);
  await say(desk).fill('Bonjour de la supervision.');
  await desk.getByText('Quelqu’un a enregistré ce brouillon entre-temps').waitFor();
  await desk.getByRole('button', { name: 'Continuer avec le sien' }).press('Enter');
  await expect.poll(() => say(desk).inputValue()).toBe('Bonjour de l’administration.');
  await desk.keyboard.press('Control+z');
  await expect.poll(() => say(desk).inputValue()).toBe('Bonjour de la supervision.');
  await isSaved(desk);
  await context.close();
});
