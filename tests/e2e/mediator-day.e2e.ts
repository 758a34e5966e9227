import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

let demonstration: Demonstration;
let ines: { readonly context: BrowserContext; readonly page: Page };

beforeAll(async () => {
  demonstration = await startDemonstration();
  ines = await demonstration.signIn('mediator');
});
afterAll(async () => {
  await demonstration.close();
});

async function rangesOf(weekday: number): Promise<readonly (readonly [string, string])[]> {
  const changes = await demonstration.changesFor(ines.context);
  return changes.flatMap((change) =>
    change.entity === 'diary' && change.value !== null
      ? change.value.ranges
          .filter((range) => range.weekday === weekday)
          .map(({ from, to }) => [from, to] as const)
      : [],
  );
}

test('hours drawn by the pointer and by keys are what the diary opens', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('mediator-hours'));
  const { page } = ines;
  await page.goto(`${demonstration.address}/disponibilites`);
  const hour = (name: string) =>
    page.getByRole('gridcell', { name: new RegExp(`^${name.replaceAll(' ', '\\s')}`) });

  await hour('samedi, 9 h, ').hover();
  await page.mouse.down();
  await hour('samedi, 11 h, ').hover();
  await page.mouse.up();
  await hour('samedi, 10 h, plage de 9 h à 11 h 30').waitFor();

  await page.keyboard.press('ArrowRight');
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await hour('dimanche, 11 h, plage de 11 h à 12 h').waitFor();
  for (const key of ['ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('Delete');
  await hour('samedi, 11 h, fermé').waitFor();

  await page.keyboard.press('Control+Enter');
  await expect.poll(() => rangesOf(7)).toEqual([['11:00', '12:00']]);
  expect(await rangesOf(6)).toEqual([]);
});

test('somebody who walks in is counted by keys, and is in the month for La Coop', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('mediator-walk-in'));
  const { page } = ines;
  await page.goto(`${demonstration.address}/mediateur`);
  await page.getByRole('button', { name: 'Venu sans rendez-vous' }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('dialog').waitFor();
  for (const key of ['4', 'r', 'Control+Enter']) await page.keyboard.press(key);
  await page.getByText('1 venu sans rendez-vous').waitFor();

  await page.getByRole('button', { name: 'Mois pour La Coop' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tableau (.csv)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^coop-\d{4}-\d{2}\.csv$/);
  const month = new Date().toISOString().slice(0, 7);
  const file = await ines.context.request.get(
    `${demonstration.address}/api/visits/coop.csv?month=${month}`,
  );
  expect(await file.text()).toContain('SecuriteNumerique');
});
