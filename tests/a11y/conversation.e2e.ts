import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { recordCall } from '../support/call-at-orientation.ts';
import {
  answerButton,
  type Dialled,
  type NetworkDesk,
  networkInstallation,
  speakTogether,
} from '../support/voice/network-installation.ts';
import { look } from './look.ts';

/* What an adviser sees of a call with somebody on the line: voices by the real SDK, and each state looked at as every screen is. */

const installation = networkInstallation({
  // Longer than a look takes.
  ...{ offerS: 120, wrapUpS: 600 },
  ...{ recordingDays: 30, isListenedTo: true },
});

/** Nothing is wrong with the page as it stands; what is, is told with the state's name, and the walk goes on. */
async function looksRight(page: Page, state: string): Promise<void> {
  expect.soft(await look(page), state).toEqual([]);
}

const text = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Somebody calls, and this desk answers. */
async function answers(desk: NetworkDesk): Promise<Dialled> {
  const call = installation().dial();
  await answerButton(desk.page).click();
  await speakTogether(desk, call);
  await text(desk.page, 'En ligne');
  return call;
}

test('a call from its first ring to its record', async () => {
  const desk = await installation().openAdviser();
  const { page } = desk;
  const call = installation().dial();
  await answerButton(page).waitFor();
  await looksRight(page, 'ringing');

  const heard = Promise.withResolvers<void>();
  await page.route('**/api/changes?**', async (route) => {
    await heard.promise;
    await route.continue();
  });
  await page.keyboard.press('Enter');
  await text(page, 'Connexion…');
  await looksRight(page, 'joining');
  heard.resolve();
  await page.unrouteAll({ behavior: 'wait' });
  await speakTogether(desk, call);
  await text(desk.page, 'En ligne');
  await looksRight(page, 'live');

  await page.keyboard.press('Alt+m');
  await text(page, 'Micro coupé');
  await looksRight(page, 'muted');
  await page.keyboard.press('Alt+m');
  await page.getByText('Micro coupé').waitFor({ state: 'detached' });

  await page.keyboard.press('Alt+c');
  await page.getByRole('dialog', { name: 'Clavier du téléphone' }).waitFor();
  await page.keyboard.press('4');
  await looksRight(page, 'the keypad');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+a');
  await text(page, 'Musique d’attente');
  await looksRight(page, 'held');
  await page.keyboard.press('Alt+a');

  await page.keyboard.press('Alt+e');
  await text(page, 'Enregistré');
  await looksRight(page, 'recorded');
  await page.keyboard.press('Alt+e');
  await text(page, 'Enregistrement suspendu');
  await looksRight(page, 'the recording paused');

  call.phone.hangUp();
  await text(page, /a raccroché/);
  await looksRight(page, 'the caller left');
  await page.goto(new URL('/appel', page.url()).href);
  await text(page, 'Il reste');
  await looksRight(page, 'the time to write up');
});

test('somebody else in a call', async () => {
  const [desk, colleague] = [
    await installation().openAdviser('Lucie Rey'),
    await installation().openDesk('adviser', 'Jean-Baptiste Prat de Montgolfier'),
  ];
  const { page } = desk;
  const call = await answers(desk);
  await page.keyboard.press('Alt+t');
  await page.getByRole('dialog').waitFor();
  await text(page, /Aucun collègue/);
  await looksRight(page, 'nobody to hand over to');
  await takesCalls(colleague);
  await page.getByRole('radio', { name: /Jean-Baptiste/ }).waitFor();
  await page.keyboard.press('Enter');
  await text(page, 'Choisissez un collègue');
  await looksRight(page, 'whom to hand over to');

  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await text(page, 'sonne');
  await looksRight(page, 'a colleague is asked');
  await text(colleague.page, /demande votre aide/);
  await looksRight(colleague.page, 'a colleague asks');
  await colleague.page.keyboard.press('Alt+v');
  await text(page, 'en ligne');
  await looksRight(page, 'speaking with a colleague first');
  await text(colleague.page, /^Avec Lucie Rey/);
  await looksRight(colleague.page, 'helping a colleague');
  await page.keyboard.press('Alt+j');
  await page.getByRole('button', { name: 'Parler à trois' }).waitFor({ state: 'detached' });
  await looksRight(page, 'three together');
  await page.keyboard.press('Alt+q');
  await colleague.page.getByText(/^Avec Lucie Rey/).waitFor({ state: 'detached' });

  const number = '+33639980022';
  const rung = installation().standIn.called(number);
  await page.keyboard.press('Alt+t');
  await page.getByLabel('Ou un numéro').fill('06 39 98');
  await page.keyboard.press('Enter');
  await text(page, 'Ce numéro n’est pas complet');
  await looksRight(page, 'a number that is none');
  await page.getByLabel('Ou un numéro').fill(number);
  await page.keyboard.press('Alt+j');
  (await rung).answer();
  await text(page, 'en ligne');
  await looksRight(page, 'a number in the call');
  call.phone.hangUp();
});

async function takesCalls({ page, name }: NetworkDesk): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Prendre des appels' }).click();
}

test('a call that rings beside another', async () => {
  const { page, context } = await installation().openAdviser();
  installation().dial();
  await answerButton(page).waitFor();
  const address = new URL(page.url()).origin;
  await recordCall(context, address, 'greeting', { mode: 'live' });
  await text(page, /Un autre appel sonne/);
  await page.getByRole('heading', { name: /Je vous écoute/ }).waitFor();
  await looksRight(page, 'a second call');
});

test('a call whose network, or whose peace, is disturbed', async () => {
  const desk = await installation().openAdviser();
  const { page } = desk;
  await answers(desk);

  const supervisor = await installation().openDesk('supervisor', 'Nadia Ferrand');
  await supervisor.page.getByRole('link', { name: /File/ }).click();
  await supervisor.page.getByRole('button', { name: 'Écouter' }).click();
  await supervisor.page.getByRole('dialog').getByRole('button', { name: 'Écouter' }).click();
  await text(page, /Nadia Ferrand/);
  await looksRight(page, 'listened to');
  await supervisor.page.getByRole('button', { name: 'Ne plus écouter' }).waitFor();
  await looksRight(supervisor.page, 'listening');

  installation().gateway.setLoss(0.4);
  await text(page, /Vous entendez mal/);
  await looksRight(page, 'a voice that is cut');
  installation().gateway.setLoss(0);
  await page.getByText(/Vous entendez mal/).waitFor({ state: 'detached', timeout: 60_000 });

  const comeBack = installation().gateway.goAway();
  await text(page, 'Reconnexion…');
  await looksRight(page, 'reconnecting');
  comeBack();
  await page.getByText('Reconnexion…').waitFor({ state: 'detached', timeout: 60_000 });

  // As a browser that begins again by itself: nobody has touched the page.
  await page.addInitScript(() =>
    Object.defineProperty(navigator.userActivation, 'hasBeenActive', { value: false }),
  );
  await page.reload();
  await text(page, 'Votre voix n’est plus dans l’appel.');
  await page.getByRole('button', { name: 'Revenir dans l’appel' }).waitFor({ timeout: 60_000 });
  await looksRight(page, 'its voice lost by a reload');
});

test('the devices of a call, and why no call comes', async () => {
  const desk = await installation().openAdviser();
  const { page, context } = desk;
  await page.getByRole('button', { name: desk.name }).click();
  await page.getByRole('menuitem', { name: 'Préférences' }).click();
  await page.getByRole('meter').first().waitFor();
  await looksRight(page, 'the devices');
  const other = await context.newPage();
  await other.goto(page.url());
  await text(other, /dans une autre fenêtre/);
  await looksRight(other, 'another window takes the calls');
});
