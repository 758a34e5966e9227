import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

/** Waits for the words to say, then presses the keys that answer. */
async function answer(page: Page, words: RegExp, ...keys: readonly string[]): Promise<void> {
  await page.getByRole('main').getByText(words).first().waitFor();
  for (const key of keys) await page.keyboard.press(key);
}

/** Makes the training line ring with the second persona: Odile Vernhet, 74, her Ameli account locked. */
async function ringAndAnswer(page: Page): Promise<void> {
  await page.getByText(/^Appel 1,/).waitFor();
  await tabTo(page, /Appel 1,/);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /Faire sonner/);
  await page.keyboard.press('Enter');
  await page.getByText('Appel entrant').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('En ligne').waitFor();
}

/** As Odile answers: the quick fix fails, and six distance questions are enough for E2. */
async function followTheScript(page: Page): Promise<void> {
  await answer(page, /vous êtes au service d’aide/, 'Enter');
  await answer(page, /Est-ce pour vous/, '1');
  await answer(page, /Êtes-vous d’accord/, '1');
  await answer(page, /Qu’est-ce qui vous bloque/, '1');
  await answer(page, /Quelle démarche/, '1');
  await answer(page, /essayer maintenant/, '1');
  await answer(page, /est-ce que cela marche/, '3');
  await answer(page, /questions sur les trois derniers mois/, 'Enter');
  await answer(page, /avez-vous utilisé Internet/, '2');
  await answer(page, /lu ou envoyé un mail/, '2');
  await answer(page, /installé une application/, '3');
  await answer(page, /ordinateur ou d’une tablette/, '1');
  await answer(page, /envoyé un message ou une photo/, '3');
  await answer(page, /cherché un renseignement/, '2');
  await answer(page, /Qu’est-ce qui vous gêne/, '5', '6', 'Enter');
  await answer(page, /quelle commune/);
  await page.getByRole('combobox', { name: 'Commune' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('badaroux');
  await page.getByRole('option', { name: /Badaroux/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await answer(page, /qu’est-ce qui compte pour vous/, '1', 'Enter');
}

/** The first free slot of the nearest venue, held, then confirmed with the person's name. */
async function bookTheFirstSlot(page: Page): Promise<void> {
  await answer(page, /qui peut vous recevoir/, 'Enter');
  await page.getByText('Réservé aussitôt').waitFor();
  await tabTo(page, /^(lun|mar|mer|jeu|ven).* 9\sh|^9\sh$/);
  await page.keyboard.press('Enter');
  await page.getByText(/Retenu encore/).waitFor();
  await tabTo(page, /Nom de la personne/);
  await page.keyboard.type('Odile Vernhet');
  await page.keyboard.press('Control+Enter');
}

test('a call from the ring to the figures, with the keyboard alone', async ({ onTestFailed }) => {
  onTestFailed(() => demonstration.photograph('whole-call'));
  const adviser = (await demonstration.signIn('adviser')).page;
  await ringAndAnswer(adviser);
  await followTheScript(adviser);
  await bookTheFirstSlot(adviser);
  await answer(adviser, /Je vous redis l’adresse/);
  await adviser.keyboard.press('Control+Enter');
  await adviser.getByText(/Appel clos/).waitFor();

  const mediator = (await demonstration.signIn('mediator')).page;
  const referral = mediator.getByRole('region', { name: 'Odile Vernhet' });
  await referral.getByText('Ameli, mot de passe perdu').waitFor();
  await referral.getByText('E2').first().waitFor();
  await mediator.keyboard.press('a');
  await referral.getByText(/^Acceptée le/).waitFor();

  await tabTo(adviser, /Suivi/);
  await adviser.keyboard.press('Enter');
  const row = adviser.getByRole('row', { name: /Odile Vernhet/ });
  await row.getByText('Acceptée').waitFor();

  const authority = (await demonstration.signIn('authority')).page;
  await authority.getByText('Démonstration : ces chiffres viennent d’appels inventés.').waitFor();
  const figures = await authority.locator('.figure-card').allInnerTexts();
  expect(
    figures.map((text) =>
      text
        .replaceAll(/[^\S\n]/g, ' ')
        .split('\n')
        .slice(0, 2),
    ),
  ).toEqual([
    ['Appels', '1'],
    ['Sans demande', '0'],
    ['Demandes', '1'],
    ['Réglées au téléphone', '0 %'],
    ['Orientations', '100 %'],
    ['Rendez-vous pris', '100 %'],
  ]);
  const e2 = authority.getByRole('row', { name: /E2/ });
  expect(await e2.getByRole('cell').allInnerTexts()).toContain('1');
});
