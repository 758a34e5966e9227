import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCall } from '../support/call-at-orientation.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

/* A solution card, found in a call by what the person says, with the keyboard alone. */

let demonstration: Demonstration;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  ({ context, page } = await demonstration.signIn('adviser'));
});
afterAll(async () => {
  await context.close();
  await demonstration.close();
});

const card = () => page.getByRole('region', { name: 'Fiche solution' });

test('a key, some mistyped words and Enter show the card, and a key puts it away', async () => {
  const call = await recordCall(context, demonstration.address, 'need');
  await page.goto(`${demonstration.address}/appel/${call}`);
  await page.getByText(/Qu’est-ce qui vous bloque/).waitFor();

  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Ce que dit la personne' }).waitFor();
  await page.keyboard.type('photos disparues telefone');
  await page.getByRole('option', { name: /Garder ses photos en sûreté/ }).waitFor();
  await page.keyboard.press('Enter');

  await card().getByRole('heading', { name: 'Garder ses photos en sûreté' }).waitFor();
  await card().getByText('Pour vous, jamais').waitFor();
  await page.keyboard.press('Alt+s');
  await expect.poll(() => card().count()).toBe(0);
});
