import { expect, test } from 'vitest';
import {
  answerButton,
  hearsCaller,
  isHeardBy,
  networkInstallation,
  speakTogether,
} from '../support/voice/network-installation.ts';

/* A number that is called, until two people hear each other: webhooks, queue, desk, the real voice SDK, and back. */

const installation = networkInstallation();

test('a number that is called rings at a desk, and who answers is heard', async () => {
  const desk = await installation().openAdviser();
  const call = installation().dial();
  await answerButton(desk.page).click();
  await speakTogether(desk, call);
  call.phone.hangUp();
  await desk.page
    .getByText(/a raccroché/)
    .first()
    .waitFor();
});

test('SO-13 a desk that is loaded again in mid-call comes back into it', async () => {
  const { page } = await installation().openAdviser();
  const call = installation().dial();
  await answerButton(page).click();
  await expect.poll(() => isHeardBy(call)).toBe(true);
  await page.reload();
  call.heard.splice(0);
  // It loads, registers, and finds that its end is gone before the hub rings; then the key of « Revenir dans l’appel » answers.
  const comesBack = async () => {
    await page.keyboard.press('Alt+v');
    return isHeardBy(call);
  };
  await expect.poll(comesBack, { timeout: 60_000, interval: 1_000 }).toBe(true);
  await expect.poll(() => hearsCaller(page)).toBe(true);
});
