import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

/** Makes the persona who is so many further down the list call, and answers. */
async function takeACall(page: Page, down: number): Promise<void> {
  await page.getByText(/^Appel 1,/).waitFor();
  await tabTo(page, /Appel 1,/);
  for (let step = 0; step < down; step += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, /Faire sonner/);
  await page.keyboard.press('Enter');
  await page.getByText('Appel entrant').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('En ligne').waitFor();
}

async function answer(page: Page, said: RegExp, ...keys: readonly string[]): Promise<void> {
  await page.getByRole('main').getByText(said).first().waitFor();
  for (const key of keys) await page.keyboard.press(key);
}

/** The cells of the row that begins so. */
function row(page: Page, name: RegExp): Promise<readonly string[]> {
  return page.getByRole('row', { name }).getByRole('cell').allInnerTexts();
}

test('TR-2 TR-7 a training call is looked back at: after it is cut, after a reload, on another desk', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('training'));
  const { page } = await demonstration.signIn('adviser');
  await takeACall(page, 1);
  await answer(page, /vous êtes au service d’aide/, 'Enter');
  await answer(page, /Est-ce pour vous/, '1');
  await answer(page, /Êtes-vous d’accord/, '0');
  await answer(page, /Est-ce que je note/, '1');
  await answer(page, /Qu’est-ce qui vous bloque/, 'Alt+x');
  await page.getByRole('dialog').getByText('Communication coupée').press('Enter');

  const title = /^Retour sur l’appel d’Odile Vernhet/;
  await page.getByRole('heading', { name: title }).and(page.locator(':focus')).waitFor();
  await page.getByText(/L’appel s’est arrêté avant la fin/).waitFor();
  expect(await row(page, /Accord à l’oral/)).toEqual(['Oui, d’accord', 'Ne sait pas']);
  expect(await row(page, /^Accord, expliqué/)).toEqual(['–', 'Oui, vous pouvez noter']);
  expect(await row(page, /^Issue/)).toEqual(['Orienté vers un lieu', 'Appel coupé']);
  await page.getByText('Pas eu le temps').first().waitFor();

  await page.reload();
  await page.getByRole('heading', { name: title }).waitFor();
  const other = (await demonstration.signIn('adviser')).page;
  await other.getByRole('button', { name: /Relire/ }).waitFor();
  await tabTo(other, /Relire/);
  await other.keyboard.press('Enter');
  await other.getByRole('heading', { name: title }).waitFor();
});

test('TR-4 a call where nobody speaks is well ended by its way out', async ({ onTestFailed }) => {
  onTestFailed(() => demonstration.photograph('training-silent'));
  const { page } = await demonstration.signIn('adviser');
  await takeACall(page, 4);
  await answer(page, /vous êtes au service d’aide/, 'Alt+x');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await page.getByText(/L’appel a suivi son chemin d’un bout à l’autre/).waitFor();
  expect(await row(page, /^Issue/)).toEqual(['Personne ne parle', 'Personne ne parle']);
  await page.getByText('Il n’y avait rien à demander').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Aucun appel ne sonne.').waitFor();
});
