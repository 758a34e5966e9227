import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { accessibilityFindings } from '../support/axe.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

/*
 * An administrator takes a script out as a workbook and brings it back, under the content policy that the hub sends; then
 * edits it as a CSV sheet, sees what is wrong by its cell, mends it, and reads what that changes before it is kept.
 */

let demonstration: Demonstration;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  ({ page } = await demonstration.signIn('administrator'));
  await page.goto(`${demonstration.address}/scripts/petites-entreprises`);
  await page.getByText('Rien à corriger').waitFor();
});
afterAll(() => demonstration.close());

async function fromMenu(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name }).click();
}

async function exported(form: 'XLSX' | 'CSV'): Promise<Buffer> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    fromMenu(`Exporter en ${form}`),
  ]);
  return readFile(await download.path());
}

const dialog = () => page.getByRole('dialog', { name: 'Importer un fichier' });
const confirm = () => dialog().getByRole('button', { name: 'Remplacer le brouillon' });

async function choose(name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await dialog().getByText(name).waitFor();
}

test('a workbook comes back as it went', async () => {
  onTestFailed(() => demonstration.photograph('script-workbook'));
  const workbook = await exported('XLSX');
  await fromMenu('Importer un fichier…');
  await choose('script.xlsx', workbook);
  await dialog().getByText('Rien ne change par rapport au brouillon.').waitFor();
  await page.keyboard.press('Escape');
});

test('a sheet is mended cell by cell, and replaces the draft once that is confirmed', async () => {
  onTestFailed(() => demonstration.photograph('script-sheet'));
  const sheet = (await exported('CSV')).toString();
  await fromMenu('Importer un fichier…');
  await choose('faux.csv', Buffer.from(sheet.replace('no-consent;Je', 'no;Je')));
  const cells = dialog().getByRole('region', { name: 'Cellules à corriger' });
  await cells.getByText('Cela mène à une étape qui n’existe pas.').first().waitFor();
  expect(await cells.getByRole('rowheader').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^[A-I]\d+$/),
  );
  expect(await confirm().isDisabled()).toBe(true);
  expect(await accessibilityFindings(page)).toEqual([]);
  await choose('bon.csv', Buffer.from(sheet.replace('Racontez-moi, je', 'Prenez votre temps, je')));
  await dialog().getByText('1 changement par rapport au brouillon.').waitFor();
  await confirm().click();
  await page.getByRole('button', { name: 'Mettre en service' }).click();
  const changes = page.getByRole('region', { name: 'Ce qui change' });
  await changes.getByText('Les mots à dire changent.').waitFor();
  expect(await changes.locator('del').textContent()).toContain('Racontez-moi');
  expect(await changes.locator('ins').textContent()).toContain('Prenez votre temps');
});
