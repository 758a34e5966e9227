import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plugHeadsetInto } from '../support/voice/fake-headset.ts';
import {
  answerButton,
  isHeardBy,
  networkInstallation,
  speakTogether,
} from '../support/voice/network-installation.ts';

/* The desk and a headset that describes itself by the usage tables; the voices are real, the headset is a stand-in. */

const installation = networkInstallation();

const hook = 0b001;
const mute = 0b010;
const flash = 0b100;
const press = (page: Page, bits: number) =>
  page.evaluate((pressed) => headset.press(pressed), bits);
const lamps = (page: Page) => page.evaluate(() => headset.lamps());
const lamp = { mute: 0b001, offHook: 0b010, ring: 0b100 };

test('SO-18 a headset that was allowed takes a call up, mutes, holds and hangs up; SO-17 its lamps follow', async () => {
  const desk = await installation().openAdviser('Lucie Rey', plugHeadsetInto);
  const { page } = desk;
  await page.getByRole('button', { name: desk.name }).click();
  await page.getByRole('menuitem', { name: 'Préférences' }).click();
  await page.getByRole('button', { name: 'Autoriser un casque' }).click();
  await page.getByText(/^Casque d’essai/).waitFor();
  await page.keyboard.press('Escape');

  const call = installation().dial();
  await answerButton(page).waitFor();
  await expect.poll(() => lamps(page)).toBe(lamp.ring);
  await press(page, hook);
  await speakTogether(desk, call);
  expect(await lamps(page)).toBe(lamp.offHook);

  await press(page, hook | mute);
  await press(page, hook);
  await expect.poll(() => lamps(page)).toBe(lamp.offHook | lamp.mute);
  await expect.poll(() => isHeardBy(call)).toBe(false);
  await press(page, hook | mute);
  await press(page, hook);
  await expect.poll(() => isHeardBy(call)).toBe(true);

  await press(page, hook | flash);
  await page.getByText('En attente').first().waitFor();
  await press(page, hook);
  await press(page, hook | flash);
  await expect.poll(() => isHeardBy(call)).toBe(true);

  await press(page, 0);
  await expect.poll(() => call.phone.status()).toBe('completed');
  await expect.poll(() => lamps(page)).toBe(0);
});
