import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBusy } from '../support/busy-line.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

test('a venue without account answers by a link, in a browser that runs no scripts', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('links'));
  const { address, browser, signIn } = demonstration;
  const [lucie, mediator] = [await signIn('adviser'), await signIn('mediator')];
  await makeBusy({ context: lucie.context, address }, { context: mediator.context, address });
  await lucie.page.goto(`${address}/suivi`);
  const row = lucie.page.getByRole('row', { name: /Rose Alary/ });
  await row.getByRole('button', { name: /^Autres gestes/ }).press('Enter');
  await lucie.page.getByRole('menuitem', { name: 'Liens' }).press('Enter');
  const forVenue = lucie.page.getByRole('region', { name: /^Pour le lieu/ });
  await forVenue.getByRole('button', { name: 'Créer un lien' }).press('Enter');
  const link = await forVenue.getByLabel('Adresse').inputValue();

  const venue = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await venue.newPage();
  await page.goto(link);
  expect(await page.getByText('R. A.').count()).toBe(0);
  await page.getByRole('button', { name: 'Lire la demande' }).press('Enter');
  await page.getByText('R. A.').waitFor();
  await page.getByRole('button', { name: /recevr/ }).press('Enter');
  await page.getByText('Rose Alary').waitFor();
  await page.goto(link);
  await page.getByText('Ce lien ne sert plus').waitFor();

  await lucie.page.keyboard.press('Escape');
  await row.getByText('Acceptée').waitFor();
});
