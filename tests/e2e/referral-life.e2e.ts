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
/** What is in the menu of a row, by keyboard. */
async function chooseAct(name: string, act: string) {
  await followed(name)
    .getByRole('button', { name: /^Autres gestes/ })
    .press('Enter');
  await lucie.page.getByRole('menuitem', { name: act }).press('Enter');
}
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
  await chooseAct('Paul Delmas', 'Annuler');
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

test('a walk through the states, each seen on the other side', async ({ onTestFailed }) => {
  onTestFailed(() => demonstration.photograph('referral-walk'));
  const name = 'Jean-Baptiste de La Rochefoucauld-Montbel';
  const row = followed(name);

  // Received: the mediator opens it. Proposed: the diary's nearest times are ready.
  await choose(name);
  await row.getByText('Lue', { exact: true }).waitFor();
  await mediator.page.keyboard.press('p');
  await mediator.page.getByRole('dialog').waitFor();
  await mediator.page.keyboard.press('Control+Enter');
  await row.getByText('Autre heure proposée', { exact: true }).waitFor();

  // None suits, then another is proposed and taken, read to the person on the telephone.
  await row.getByRole('button', { name: 'Choisir avec la personne' }).click();
  await lucie.page.getByRole('button', { name: /Aucun ne convient/ }).click();
  await row.getByText('Lue', { exact: true }).waitFor();
  await choose(name);
  await mediator.page.getByRole('region', { name }).waitFor();
  await mediator.page.getByRole('button', { name: /^Autre heure/ }).click();
  await mediator.page.getByRole('dialog').waitFor();
  await mediator.page.keyboard.press('Control+Enter');
  await row.getByRole('button', { name: 'Choisir avec la personne' }).click();
  await lucie.page.getByRole('dialog').waitFor();
  await lucie.page.keyboard.press('1');
  await row.getByText('Acceptée', { exact: true }).waitFor();
  await mediator.page
    .getByRole('region', { name })
    .getByText(/^Acceptée le/)
    .waitFor();

  // Moved for the person: the venue reads who and from when.
  await chooseAct(name, 'Déplacer');
  await lucie.page.getByRole('dialog').waitFor();
  await lucie.page.keyboard.press('3');
  await lucie.page.keyboard.press('p');
  await lucie.page.keyboard.press('Control+Enter');
  await row.getByText(/Déplacée par la personne/).waitFor();

  // Cancelled by the venue: the adviser finds another one, with what the call recorded.
  await mediator.page
    .getByRole('region', { name })
    .getByText(/^Acceptée le/)
    .waitFor();
  await choose(name);
  await mediator.page.getByRole('region', { name }).waitFor();
  await mediator.page.keyboard.press('x');
  await mediator.page.getByRole('dialog').waitFor();
  await mediator.page.keyboard.press('2');
  await mediator.page.keyboard.press('Control+Enter');
  const toReplace = lucie.page.getByRole('table', { name: 'À placer ailleurs' });
  const waiting = toReplace.getByRole('row', { name: new RegExp(name) });
  await waiting.getByText('Annulée par le lieu').waitFor();
  await waiting.getByRole('button', { name: 'Chercher un autre lieu' }).click();
  await lucie.page.getByText('n’a pas pu recevoir la personne').waitFor();
  await lucie.page.getByText('Déjà demandé pour cette personne').waitFor();
  const card = lucie.page.locator('#booking');
  expect(await card.getAttribute('aria-label')).not.toBe('France services de Mende');
});
