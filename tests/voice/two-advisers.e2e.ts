import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { presence } from '../../main/hub/storage/schema.ts';
import { clientIdentity } from '../../main/hub/telephony/twilio/leg-label.ts';
import { lately, shareOf, startTone } from '../support/twilio/voice-frames.ts';
import { loudestIn } from '../support/voice/heard-in-page.ts';
import {
  lineNumber,
  type NetworkAdviser,
  type NetworkDesk,
  openNetworkDesk,
} from '../support/voice/network-desk.ts';
import { spokenHertz } from '../support/voice/voice-browser.ts';

/* One call and two advisers, each with the real voice SDK in a browser of their own. */

const callerHertz = 440;

let installation: NetworkDesk;
beforeAll(async () => {
  installation = await openNetworkDesk();
});
afterAll(() => installation.close());

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function openAdviser(): Promise<NetworkAdviser> {
  const adviser = await installation.openAdviser();
  stops.push(async () => {
    await adviser.context.close();
    // Who closed their desk is rung no longer.
    const { db } = installation.database;
    await db
      .update(presence)
      .set({ presence: 'off' })
      .where(eq(presence.userId, adviser.account.id));
  });
  const identity = clientIdentity(adviser.account.id);
  await expect.poll(() => installation.gateway.registered()).toContain(identity);
  await adviser.page.getByRole('button', { name: 'Compte adviser' }).click();
  await adviser.page.getByRole('menuitem', { name: 'Prendre des appels' }).click();
  return adviser;
}

/** Somebody who calls the line and speaks in a tone. */
function dial() {
  const phone = installation.standIn.dial({ from: '+33639980011', to: lineNumber });
  const heard: number[] = [];
  phone.listen((frame) => heard.push(...frame));
  const hush = startTone(callerHertz, phone.say);
  stops.push(() => {
    hush();
    phone.hangUp();
    return installation.standIn.settled();
  });
  return { phone, heard };
}
type Dialled = ReturnType<typeof dial>;

const answer = (page: Page) => page.getByRole('button', { name: 'Décrocher' });
const words = (page: Page) => page.getByRole('heading', { level: 1 });
const way = (page: Page) => page.getByRole('navigation', { name: 'Réponses déjà données' });

/** Waits for the words to say, then presses the key that answers. */
async function say(page: Page, said: RegExp, key: string): Promise<void> {
  await words(page).filter({ hasText: said }).waitFor();
  await page.keyboard.press(key);
}

/** Each hears the other. */
async function speakTogether({ page }: NetworkAdviser, { heard }: Dialled): Promise<void> {
  await expect.poll(() => shareOf(spokenHertz, lately(heard))).toBeGreaterThan(0.02);
  await expect
    .poll(async () => Math.abs((await loudestIn(page)).hertz - callerHertz))
    .toBeLessThan(10);
}

const ringsAt = (advisers: readonly NetworkAdviser[]) =>
  Promise.all(advisers.map(({ page }) => answer(page).isVisible()));

test('RO-45 a call rings at one desk at a time; who answers has it, and the other desk stops ringing', async () => {
  const advisers = [await openAdviser(), await openAdviser()] as const;
  const call = dial();
  await expect.poll(async () => (await ringsAt(advisers)).filter(Boolean)).toHaveLength(1);
  const first = (await ringsAt(advisers))[0] ? 0 : 1;
  const loser = advisers[first];
  const winner = advisers[1 - first] ?? advisers[0];
  await loser.page.getByRole('button', { name: 'Laisser à un collègue' }).click();
  await expect.poll(() => answer(winner.page).isVisible()).toBe(true);
  await expect.poll(() => answer(loser.page).isVisible()).toBe(false);
  await answer(winner.page).click();
  await speakTogether(winner, call);
  await expect.poll(() => ringsAt(advisers)).toEqual([false, false]);
  const inCall = installation.standIn.conferences.all
    .filter(({ status }) => status === 'in-progress')
    .map(({ participants }) => new Set([...participants.values()].map(({ call: { to } }) => to)));
  expect(inCall).toEqual([new Set([lineNumber, `client:${clientIdentity(winner.account.id)}`])]);
});

test('TE-34 a call that is passed on keeps its record, and the voices go with it', async () => {
  const before = await openAdviser();
  const call = dial();
  await answer(before.page).click();
  await speakTogether(before, call);
  await say(before.page, /Je vous écoute/, 'Enter');
  await say(before.page, /Est-ce pour vous/, '1');
  await words(before.page)
    .filter({ hasText: /Êtes-vous d’accord/ })
    .waitFor();
  const answers = await way(before.page).getByRole('listitem').allInnerTexts();

  const after = await openAdviser();
  await before.page.getByRole('button', { name: /^Passer/ }).click();
  const choice = before.page.getByRole('dialog');
  await choice.getByText('Compte adviser', { exact: true }).click();
  await choice.getByRole('button', { name: 'Passer sans parler' }).click();
  await answer(after.page).click();
  await speakTogether(after, call);
  await expect.poll(() => way(after.page).getByRole('listitem').allInnerTexts()).toEqual(answers);
  await before.page.getByRole('button', { name: 'Compte adviser' }).waitFor();
  await expect.poll(() => way(before.page).count()).toBe(0);
});

test('RO-43 a hub that is killed in mid-call comes back to the call, which went on', async () => {
  const adviser = await openAdviser();
  const call = dial();
  await answer(adviser.page).click();
  await speakTogether(adviser, call);
  await installation.restart();
  call.heard.length = 0;
  await speakTogether(adviser, call);
  await adviser.page.getByRole('button', { name: 'Attente' }).click();
  await adviser.page.getByText('La personne entend la musique').waitFor();
  await adviser.page.getByRole('button', { name: 'Reprendre' }).click();
  await speakTogether(adviser, call);
  call.phone.hangUp();
  await adviser.page
    .getByText(/a raccroché/)
    .first()
    .waitFor();
});
