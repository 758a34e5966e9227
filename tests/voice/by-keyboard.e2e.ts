import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tabTo } from '../support/demonstration.ts';
import { lately, shareOf } from '../support/twilio/voice-frames.ts';
import { loudestIn } from '../support/voice/heard-in-page.ts';
import {
  answerButton,
  callerHertz,
  type Dialled,
  isHeardBy,
  type NetworkDesk,
  networkInstallation,
  speakTogether,
} from '../support/voice/network-installation.ts';
import { spokenHertz } from '../support/voice/voice-browser.ts';

/* What is done to a call by keys alone, and what the other desk shows of it. */

const installation = networkInstallation();

const way = (page: Page) => page.getByRole('navigation', { name: 'Réponses déjà données' });
const text = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Somebody calls, and this desk takes the call up. */
async function takeUp(desk: NetworkDesk): Promise<Dialled> {
  const call = installation().dial();
  await answerButton(desk.page).waitFor();
  await desk.page.keyboard.press('Enter');
  await speakTogether(desk, call);
  // The voices may be there before the hub has told that they are.
  await text(desk.page, 'En ligne');
  return call;
}

/** Waits for the words to say, then presses the key that answers. */
async function say(page: Page, said: RegExp, key: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).filter({ hasText: said }).waitFor();
  await page.keyboard.press(key);
}

/** In the network: nobody there hears them, nor they anybody. */
const callerIsHeld = () =>
  installation().standIn.conferences.all.some(
    ({ status, participants }) =>
      status === 'in-progress' && [...participants.values()].some(({ isHeld }) => isHeld),
  );

/** The colleague who is first in the list of those to hand over to. */
async function chooseFirst(page: Page): Promise<void> {
  await page.keyboard.press('Alt+t');
  await page.getByRole('radio').waitFor();
  await page.keyboard.press('1');
}

test('TE-37 a call is held, muted, keyed, ended and written up by keys', async () => {
  const desk = await installation().openAdviser();
  const { page } = desk;
  const call = await takeUp(desk);

  await page.keyboard.press('Alt+a');
  await text(page, 'En attente');
  await expect.poll(callerIsHeld).toBe(true);
  await page.keyboard.press('Alt+a');
  await expect.poll(callerIsHeld).toBe(false);
  await speakTogether(desk, call);

  await page.keyboard.press('Alt+m');
  await text(page, 'Micro coupé');
  await expect.poll(() => isHeardBy(call)).toBe(false);
  await page.keyboard.press('Alt+m');
  await page.getByText('Micro coupé').waitFor({ state: 'detached' });
  await expect.poll(() => isHeardBy(call)).toBe(true);

  await page.keyboard.press('Alt+c');
  await page.getByRole('dialog', { name: 'Clavier du téléphone' }).waitFor();
  for (const key of ['4', '2', '#']) await page.keyboard.press(key);
  await expect.poll(() => installation().standIn.keyed.join('')).toBe('42#');
  await page.keyboard.press('Escape');

  await tabTo(page, /Lucie Rey, En appel/);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Pause après l’appel' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await text(page, 'puis pause');

  await page.keyboard.press('Alt+r');
  await expect.poll(() => call.phone.status()).toBe('completed');
  await expect.poll(() => secondsLeft(page)).toBeLessThanOrEqual(120);
  await page.keyboard.press('Alt+g');
  await expect.poll(() => secondsLeft(page)).toBeGreaterThan(120);

  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: /Lucie Rey.*En pause/ }).waitFor();
});

/** What is left to write up. */
async function secondsLeft(page: Page): Promise<number> {
  const said = await page.getByText(/^Il reste/).textContent();
  const [, minutes = '', seconds = ''] = /(\d+):(\d+)/.exec(said ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test('TE-34 a colleague is asked first, then has the call and its answers', async () => {
  const before = await installation().openAdviser('Lucie Rey');
  const call = await takeUp(before);
  await say(before.page, /Je vous écoute/, 'Enter');
  await say(before.page, /Est-ce pour vous/, '1');
  await before.page.getByRole('heading', { level: 1, name: /Êtes-vous d’accord/ }).waitFor();
  const answers = await way(before.page).getByRole('listitem').allInnerTexts();

  const after = await installation().openAdviser('Jean Prat');
  await chooseFirst(before.page);
  await before.page.keyboard.press('Enter');
  await text(after.page, 'Lucie Rey demande votre aide');
  // TE-32: who phones is not theirs to know yet.
  expect(await after.page.getByText('06 39 98 00 11').count()).toBe(0);
  await after.page.keyboard.press('Alt+v');
  await text(before.page, 'en ligne');
  await expect
    .poll(async () => Math.abs((await loudestIn(after.page)).hertz - spokenHertz))
    .toBeLessThan(10);
  expect(callerIsHeld()).toBe(true);

  await before.page.keyboard.press('Alt+t');
  await speakTogether(after, call);
  await expect.poll(() => way(after.page).getByRole('listitem').allInnerTexts()).toEqual(answers);
  await text(after.page, '06 39 98 00 11');
  await expect.poll(() => way(before.page).count()).toBe(0);
  await before.page.getByRole('button', { name: /Lucie Rey.*Disponible/ }).waitFor();
});

test('TE-31 a number is added to the conversation, and let go', async () => {
  const desk = await installation().openAdviser();
  const { page } = desk;
  const call = await takeUp(desk);
  const rung = installation().standIn.called('+33639980022');
  await page.keyboard.press('Alt+t');
  await tabTo(page, /^Ou un numéro/);
  await page.keyboard.type('06 39 98 00 22');
  await page.keyboard.press('Alt+j');
  await text(page, '06 39 98 00 22');
  const third = (await rung).answer();
  const heard: number[] = [];
  third.listen((frame) => heard.push(...frame));
  await text(page, 'en ligne');
  await expect.poll(() => shareOf(callerHertz, lately(heard))).toBeGreaterThan(0.02);
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
  await page.keyboard.press('Alt+q');
  await expect.poll(() => third.status()).toBe('completed');
  await speakTogether(desk, call);
});
