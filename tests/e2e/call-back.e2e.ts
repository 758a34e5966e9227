import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { act, recordCall, send } from '../support/call-at-orientation.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

/*
 * A call that is put off and taken up again, with the keyboard, in a real Chromium against the real hub.
 */

let demonstration: Demonstration;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

beforeEach(async () => {
  ({ context, page } = await demonstration.signIn('adviser'));
});
afterEach(() => context.close());

const words = () => page.getByRole('heading', { level: 1 });
const bar = () => page.getByRole('region', { name: 'Appel', exact: true });
const toCallBack = () => page.getByRole('region', { name: 'À rappeler' });
const callingBack = () => page.getByRole('region', { name: 'Rappel en cours' });
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const dialog = (name: string) => page.getByRole('dialog', { name }).waitFor();

/** Waits for the words to say, then presses the keys that answer. */
async function answer(said: RegExp, ...keys: readonly string[]): Promise<void> {
  await words().filter({ hasText: said }).waitFor();
  for (const key of keys) await page.keyboard.press(key);
}

/** Enters a call that is on the line now, from that number. */
async function enterCall(number: string): Promise<void> {
  await page.getByRole('heading', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.press('Alt+a');
  await dialog('Saisir un appel');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await answer(/Je vous écoute/);
}

async function asksWhen(): Promise<void> {
  await page.keyboard.press('Alt+x');
  await dialog('Sortir du script');
  await page.keyboard.press('7');
  await dialog('Rappeler plus tard');
}

/** The calls of this desk, as the hub has them. */
async function callsAtHub() {
  const changes = await demonstration.changesFor(context);
  return changes.flatMap((change) =>
    change.entity === 'call' && change.value !== null ? [change.value] : [],
  );
}

test('a call is put off in two keys, goes on at its question, and is closed', async () => {
  await enterCall('06 39 98 25 07');
  await answer(/Je vous écoute/, 'Enter');
  await answer(/Est-ce pour vous/, '1');
  await answer(/Êtes-vous d’accord/, '1');
  await answer(/Qu’est-ce qui vous bloque/, 'Alt+p');
  await dialog('Qui est au téléphone');
  await page.keyboard.type('Paul Marin');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Paul Marin' }).waitFor();
  await asksWhen();
  await page.keyboard.press('3');

  await toCallBack().getByText('Paul Marin').waitFor();
  await page.reload();
  await toCallBack().getByText('En est à : Service').waitFor();
  const phone = toCallBack().getByRole('link', { name: '06 39 98 25 07' });
  expect(await phone.getAttribute('href')).toBe('tel:+33639982507');

  await page.keyboard.press('Alt+k');
  await callingBack().waitFor();
  await answer(/Qu’est-ce qui vous bloque/, 'Alt+v');
  await dialog('Quand rappeler ?');
  await page.keyboard.press('0');
  await toCallBack().getByText('1 essai sans réponse').waitFor();
  await toCallBack().getByText('Dès que possible').waitFor();

  await page.keyboard.press('Alt+k');
  await callingBack().waitFor();
  await bar().getByText('Paul Marin').waitFor();
  await answer(/Qu’est-ce qui vous bloque/, '1');
  await answer(/Quelle démarche/, '1');
  expect(await callingBack().count()).toBe(0);
  await answer(/essayer maintenant/, '1');
  await answer(/est-ce que cela marche/, '1');
  await answer(/si quelqu’un près de chez vous/, '2');
  await answer(/c’est réglé/, 'Control+Enter');
  await page.getByText('Appel clos. Résolu au téléphone.').waitFor();
  expect(await toCallBack().count()).toBe(0);
  await expect
    .poll(async () => (await callsAtHub()).map(({ state, attempts }) => ({ state, attempts })))
    .toContainEqual({ state: 'closed', attempts: 1 });
});

test('CA-12 a withheld number is asked for, and a time of one’s own is taken', async () => {
  await enterCall('');
  await asksWhen();
  await page.keyboard.press('Enter');
  await page.keyboard.press('0');
  await page.getByText('Notez d’abord à quel numéro rappeler.').waitFor();
  const number = page.getByLabel('Numéro où rappeler');
  await number.fill('01 99 00 12 34');
  await number.press('Enter');
  await page.keyboard.press('5');
  await page.getByLabel('Jour').fill('2001-01-01');
  await page.getByRole('button', { name: 'Noter le rappel' }).press('Enter');
  await page.getByText('Choisissez un moment à venir').waitFor();
  await page.getByLabel('Jour').fill(inAMonth());
  await page.getByText('À une heure précise').click();
  await page.getByLabel('Heure', { exact: true }).fill('10:30');
  await page.getByRole('button', { name: 'Noter le rappel' }).press('Enter');
  await toCallBack().getByRole('link', { name: '01 99 00 12 34' }).waitFor();
  expect(await toCallBack().textContent()).toContain('10 h 30'.replaceAll(' ', '\u00a0'));

  await page.getByRole('button', { name: /^Autre chose pour/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Abandonner' }).press('Enter');
  await dialog('Abandonner ce rappel ?');
  await page.getByRole('button', { name: 'Abandonner' }).press('Enter');
  await page.getByText('Appel clos. Appel coupé.').waitFor();
  expect(await toCallBack().count()).toBe(0);
});

test('CA-17 who phones first goes on with what waited', async () => {
  const number = '+33199001235';
  const waiting = await recordCall(context, demonstration.address, 'need', { number });
  await send(context, demonstration.address, [
    act('call.call-back', { callId: waiting, at: '2026-01-12T08:00:00.000Z', number: null }),
  ]);
  await toCallBack().getByText('En retard').waitFor();
  await enterCall('01 99 00 12 35');
  await page.getByRole('button', { name: 'Reprendre cette demande' }).press('Enter');
  await callingBack().waitFor();
  await answer(/Qu’est-ce qui vous bloque/, 'Alt+x');
  expect(new URL(page.url()).pathname).toBe(`/appel/${waiting}`);
  await page.keyboard.press('6');
  await page.getByText('Appel clos. Appel coupé.').waitFor();
  await expect
    .poll(async () => (await callsAtHub()).map(({ facts }) => facts?.noRequest))
    .toContain('continued');
});
