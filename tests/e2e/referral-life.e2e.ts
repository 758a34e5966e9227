import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBusy } from '../support/busy-line.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

type Desk = { readonly context: BrowserContext; readonly page: Page };

let demonstration: Demonstration;
let lucie: Desk;
let mediator: Desk;

beforeAll(async () => {
  demonstration = await startDemonstration();
  lucie = await demonstration.signIn('adviser');
  mediator = await demonstration.signIn('mediator');
  const at = ({ context }: Desk) => ({ context, address: demonstration.address });
  await makeBusy(at(lucie), at(mediator));
  await lucie.page.goto(`${demonstration.address}/suivi`);
});
afterAll(async () => {
  await demonstration.close();
});

const followed = (name: string) => lucie.page.getByRole('row', { name: new RegExp(name) });
const choose = (name: string) =>
  mediator.page.getByRole('option', { name: new RegExp(name) }).click();

test('somebody who came and was helped: two keys at the venue, seen by the adviser', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('referral-came'));
  await followed('Rose Alary')
    .getByText(/^Rien depuis le/)
    .waitFor();

  await choose('Rose Alary');
  await mediator.page.keyboard.press('a');
  await mediator.page.getByText(/^Acceptée le/).waitFor();
  await followed('Rose Alary').getByText('Acceptée').waitFor();

  await mediator.page.keyboard.press('v');
  await mediator.page.getByText(/^Noté venu le/).waitFor();
  await mediator.page.keyboard.press('1');
  await followed('Rose Alary').getByText('Réglé').waitFor();
  expect(await followed('Rose Alary').getByText('Venu', { exact: true }).count()).toBe(1);
});

test('an appointment that the adviser cancels for the person: the venue sees who and why', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('referral-cancelled'));
  await followed('Paul Delmas').getByRole('button', { name: 'Annuler' }).press('Enter');
  await lucie.page.getByRole('dialog').waitFor();
  await lucie.page.keyboard.press('1');
  await lucie.page.keyboard.press('4');
  await lucie.page.keyboard.press('Control+Enter');
  await followed('Paul Delmas').getByText('Ne peut pas venir').waitFor();

  await choose('Paul Delmas');
  const read = mediator.page.getByRole('region', { name: 'Paul Delmas' });
  await read.getByText('Annulée par la personne').waitFor();
  expect(await read.getByText('04 65 71 00 33').count()).toBe(0);
});
