import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { accessibilityFindings } from '../support/axe.ts';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

/* The plan of a script, read with the arrows alone, and a trial that is followed on it. */

let demonstration: Demonstration;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  ({ page } = await demonstration.signIn('supervisor'));
  await page.goto(`${demonstration.address}/scripts/general`);
  await page.getByRole('button', { name: 'Plan' }).press('Enter');
  await step('Bonjour').waitFor();
});
afterAll(() => demonstration.close());

const plan = () => page.getByRole('listbox', { name: 'Étapes, dans l’ordre du plan' });
/** A step by its title, and what is marked on it. */
const step = (title: string, mark = '') =>
  plan().getByRole('option', { name: new RegExp(`\\. ${title}\\s*\\.\\s*${mark}`) });
const words = (text: string) =>
  page.getByRole('tabpanel').getByRole('heading', { name: text }).waitFor();

/** What a screen reader reads out, and whether it can be seen. */
async function readOut() {
  const id = await plan().getAttribute('aria-activedescendant');
  const active = page.locator(`[id="${id}"]`);
  const frame = page.getByRole('region', { name: 'Plan du script' });
  await expect
    .poll(async () => {
      const [own, all] = await Promise.all([active.boundingBox(), frame.boundingBox()]);
      if (own === null || all === null) return false;
      return own.x >= all.x && own.y >= all.y && own.y + own.height <= all.y + all.height;
    })
    .toBe(true);
  return active.textContent();
}

test('the arrows follow the answers, and Enter goes to the form of the step', async () => {
  onTestFailed(() => demonstration.photograph('script-graph'));
  await tabTo(page, /Étapes, dans l’ordre du plan/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await readOut()).toBe(
    'Question à une réponse. Accord à l’oral. ' +
      'Mène à Service (Oui, d’accord, Non)\u00a0; Accord, expliqué (Ne sait pas).',
  );
  await page.keyboard.press('ArrowDown');
  expect(await readOut()).toContain('Service');
  await page.keyboard.press('ArrowUp');
  expect(await readOut()).toContain('Accord à l’oral');
  await page.keyboard.press('Home');
  expect(await readOut()).toContain('Bonjour. Début');
  await page.keyboard.press('ArrowRight');
  expect(await readOut()).toContain('Appelle pour');
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Appelle pour' }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.form-pane') !== null))
    .toBe(true);
  expect(await step('Appelle pour').getAttribute('aria-selected')).toBe('true');
});

test('a press chooses a step, and the whole plan can be brought on the screen', async () => {
  onTestFailed(() => demonstration.photograph('script-graph'));
  await step('Accord à l’oral').click();
  await page.getByRole('heading', { level: 2, name: 'Accord à l’oral' }).waitFor();
  await page.getByRole('button', { name: 'Voir tout le plan' }).press('Enter');
  const frame = await page.getByRole('region', { name: 'Plan du script' }).boundingBox();
  for (const end of ['Résolu', 'Bonjour']) {
    const box = await step(end).boundingBox();
    expect(box?.y).toBeGreaterThan(frame?.y ?? Number.NaN);
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan(
      (frame?.y ?? Number.NaN) + (frame?.height ?? 0),
    );
  }
  await page.getByRole('button', { name: 'Centrer sur l’étape choisie' }).press('Enter');
  const shown = await step('Accord à l’oral').boundingBox();
  expect(shown?.width).toBeGreaterThan(200);
});

test('a trial is answered with the digits, changed, and followed on the plan to its end', async () => {
  onTestFailed(() => demonstration.photograph('script-graph'));
  await page.getByRole('tab', { name: /^Essayer/ }).click();
  await page.getByRole('button', { name: 'Commencer un essai' }).press('Enter');
  await words('Je vous écoute');
  await page.keyboard.press('Enter');
  await words('Est-ce pour vous');
  await page.keyboard.press('1');
  await words('je note votre besoin');
  await page.keyboard.press('2');
  await words('Qu’est-ce qui vous bloque');
  await step('Service', 'ici').waitFor();
  await step('Accord à l’oral', 'passée').waitFor();

  await page.keyboard.press('Backspace');
  await words('je note votre besoin');
  await page.keyboard.press('1');
  await words('Qu’est-ce qui vous bloque');
  const known = page.getByRole('region', { name: 'Ce que l’appel sait' });
  await known.getByText('Oui, d’accord').waitFor();

  await page.keyboard.press('1');
  await words('Quelle démarche est-ce');
  await page.keyboard.press('1');
  await step('Premier essai', 'ici').waitFor();
  await known.getByText('Ameli, mot de passe perdu').first().waitFor();
  await page.keyboard.press('1');
  await step('Après l’essai', 'ici').waitFor();
  await page.keyboard.press('1');
  // What is decided without a word is on the way too.
  await step('selon l’accord de la personne', 'passée').waitFor();
});

test('what was tried is kept as an example', async () => {
  onTestFailed(() => demonstration.photograph('script-graph'));
  await page.keyboard.press('2');
  await page.getByRole('tabpanel').getByText('L’appel finit').waitFor();
  await page.getByRole('button', { name: 'Garder comme exemple' }).press('Enter');
  await page.getByRole('button', { name: 'Gardé comme exemple' }).waitFor();
  await page.getByRole('button', { name: 'Recommencer' }).press('Enter');
  await words('Je vous écoute');
});
