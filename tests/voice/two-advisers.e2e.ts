import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientIdentity } from '../../main/hub/telephony/twilio/leg-label.ts';
import {
  answerButton,
  lineNumber,
  type NetworkDesk,
  networkInstallation,
  speakTogether,
} from '../support/voice/network-installation.ts';

/* One call and two advisers, each with the real voice SDK in a browser of their own. */

const installation = networkInstallation();

const words = (page: Page) => page.getByRole('heading', { level: 1 });
const way = (page: Page) => page.getByRole('navigation', { name: 'Réponses déjà données' });

/** Waits for the words to say, then presses the key that answers. */
async function say(page: Page, said: RegExp, key: string): Promise<void> {
  await words(page).filter({ hasText: said }).waitFor();
  await page.keyboard.press(key);
}

const ringsAt = (advisers: readonly NetworkDesk[]) =>
  Promise.all(advisers.map(({ page }) => answerButton(page).isVisible()));

test('RO-45 a call rings at one desk at a time; who answers has it, and the other desk stops ringing', async () => {
  const advisers = [
    await installation().openAdviser('Lucie Rey'),
    await installation().openAdviser('Jean Prat'),
  ] as const;
  const call = installation().dial();
  await expect.poll(async () => (await ringsAt(advisers)).filter(Boolean)).toHaveLength(1);
  const first = (await ringsAt(advisers))[0] ? 0 : 1;
  const loser = advisers[first];
  const winner = advisers[1 - first] ?? advisers[0];
  await loser.page.getByRole('button', { name: 'Laisser à un collègue' }).click();
  await expect.poll(() => answerButton(winner.page).isVisible()).toBe(true);
  await expect.poll(() => answerButton(loser.page).isVisible()).toBe(false);
  await answerButton(winner.page).click();
  await speakTogether(winner, call);
  await expect.poll(() => ringsAt(advisers)).toEqual([false, false]);
  const inCall = installation()
    .standIn.conferences.all.filter(({ status }) => status === 'in-progress')
    .map(({ participants }) => new Set([...participants.values()].map(({ call: { to } }) => to)));
  expect(inCall).toEqual([new Set([lineNumber, `client:${clientIdentity(winner.account.id)}`])]);
});

test('TE-34 a call that is passed on keeps its record, and the voices go with it', async () => {
  const before = await installation().openAdviser();
  const call = installation().dial();
  await answerButton(before.page).click();
  await speakTogether(before, call);
  await say(before.page, /Je vous écoute/, 'Enter');
  await say(before.page, /Est-ce pour vous/, '1');
  await words(before.page)
    .filter({ hasText: /Êtes-vous d’accord/ })
    .waitFor();
  const answers = await way(before.page).getByRole('listitem').allInnerTexts();

  const after = await installation().openAdviser('Jean Prat');
  // By keys alone, at both desks.
  await before.page.keyboard.press('Alt+t');
  await before.page.getByRole('radio', { name: /Jean Prat/ }).waitFor();
  await before.page.keyboard.press('1');
  await before.page.keyboard.press('Alt+p');
  await answerButton(after.page).waitFor();
  await after.page.keyboard.press('Enter');
  await speakTogether(after, call);
  await expect.poll(() => way(after.page).getByRole('listitem').allInnerTexts()).toEqual(answers);
  await before.page.getByRole('button', { name: before.name }).waitFor();
  await expect.poll(() => way(before.page).count()).toBe(0);
});

test('RO-43 a hub that is killed in mid-call comes back to the call, which went on', async () => {
  const adviser = await installation().openAdviser();
  const call = installation().dial();
  await answerButton(adviser.page).click();
  await speakTogether(adviser, call);
  await installation().restart();
  call.heard.length = 0;
  await speakTogether(adviser, call);
  await adviser.page.getByRole('button', { name: 'Attente' }).click();
  await adviser.page.getByText('Musique d’attente').waitFor();
  await adviser.page.getByRole('button', { name: 'Reprendre' }).click();
  await speakTogether(adviser, call);
  call.phone.hangUp();
  await adviser.page
    .getByText(/a raccroché/)
    .first()
    .waitFor();
});
