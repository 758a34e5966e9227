import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { lately, shareOf, startTone } from '../support/twilio/voice-frames.ts';
import { loudestIn } from '../support/voice/heard-in-page.ts';
import { lineNumber, type NetworkDesk, openNetworkDesk } from '../support/voice/network-desk.ts';
import { spokenHertz } from '../support/voice/voice-browser.ts';

/* A number that is called, until two people hear each other: webhooks, queue, desk, the real voice SDK, and back. */

let installation: NetworkDesk;
beforeAll(async () => {
  installation = await openNetworkDesk();
});
afterAll(() => installation.close());

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function openAdviser() {
  const adviser = await installation.openAdviser();
  stops.push(() => adviser.context.close());
  await takeCalls(adviser.page);
  return adviser;
}

/** By the presence panel of the first screen, once the page's telephone is registered. */
async function takeCalls(page: Page): Promise<void> {
  await expect.poll(() => installation.gateway.registered().length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Compte adviser' }).click();
  await page.getByRole('menuitem', { name: 'Prendre des appels' }).click();
}

/** Somebody who calls the line and speaks in a tone. */
function dial(hertz: number) {
  const phone = installation.standIn.dial({ from: '+33639980011', to: lineNumber });
  const heard: number[] = [];
  phone.listen((frame) => heard.push(...frame));
  const hush = startTone(hertz, phone.say);
  stops.push(() => {
    hush();
    phone.hangUp();
    return installation.standIn.settled();
  });
  return { phone, heard };
}

const hearsTone = async (page: Page, hertz: number) =>
  Math.abs((await loudestIn(page)).hertz - hertz) < 10;

const answerButton = (page: Page) => page.getByRole('button', { name: 'Décrocher' });

test('a number that is called rings at a desk, and who answers is heard', async () => {
  const { page } = await openAdviser();
  const { phone, heard } = dial(440);
  await answerButton(page).waitFor();
  await answerButton(page).click();
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
  await expect.poll(() => hearsTone(page, 440)).toBe(true);
  phone.hangUp();
  await page
    .getByText(/a raccroché/)
    .first()
    .waitFor();
});

test('SO-13 a desk that is loaded again in mid-call comes back into it', async () => {
  const { page } = await openAdviser();
  const { heard } = dial(440);
  await answerButton(page).click();
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
  await page.reload();
  heard.splice(0);
  // It loads, registers, and finds that its end is gone before the hub rings; then the key of « Revenir dans l’appel » answers.
  const comesBack = async () => {
    await page.keyboard.press('Alt+v');
    return shareOf(spokenHertz, lately(heard));
  };
  await expect.poll(comesBack, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(0.02);
  await expect.poll(() => hearsTone(page, 440)).toBe(true);
});
