import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

/*
 * The adviser's side of a call, with the keyboard alone, in a real Chromium against the real hub: rings, is answered, runs its
 * script, survives the death of its tab, and is closed.
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

const words = (on: Page) => on.getByRole('heading', { level: 1 });
const way = (on: Page) => on.getByRole('navigation', { name: 'Réponses déjà données' });
const bar = (on: Page) => on.getByRole('region', { name: 'Appel', exact: true });

/** The call is closed on this desk, and the hub knows it: the next test begins without one. */
async function isClosed(says: string): Promise<void> {
  await page.getByText(`Appel clos. ${says}.`).waitFor();
  await expect
    .poll(async () => {
      const changes = await demonstration.changesFor(context);
      return changes.filter(({ entity, value }) => entity === 'call' && value?.closedAt === null);
    })
    .toEqual([]);
}

/** Makes the training line ring with the persona that stands so many places after the first. */
async function ring(place: number): Promise<void> {
  await page.getByText(/^Appel 1,/).waitFor();
  await tabTo(page, /Appel 1,/);
  for (let press = 0; press < place; press += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, /Faire sonner/);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Appel entrant' }).waitFor();
}

/** Waits for the words to say, then presses the keys that answer. */
async function answer(said: RegExp, ...keys: readonly string[]): Promise<void> {
  await words(page).filter({ hasText: said }).waitFor();
  for (const key of keys) await page.keyboard.press(key);
}

/** Odile Vernhet, whose Ameli account is locked: from the greeting to after the first attempt. */
async function tellTheNeed(): Promise<void> {
  await answer(/Je vous écoute/, 'Enter');
  await answer(/Est-ce pour vous/, '1');
  await answer(/Êtes-vous d’accord/, '1');
  await answer(/Qu’est-ce qui vous bloque/, '1');
  await answer(/Quelle démarche/, '1');
  await answer(/essayer maintenant/, '1');
  await page.getByRole('region', { name: 'Fiche solution' }).waitFor();
  await answer(/est-ce que cela marche/, '3');
}

/** After a training call comes the look back at it; the home is a key further. */
async function lookBack(): Promise<void> {
  await page.getByRole('heading', { name: /^Retour sur l’appel/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Aucun appel ne sonne.').waitFor();
}

/** Ends the renderer's process, as a crash or the machine's lack of memory would. */
async function killTab(): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never answers: the process that would is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test('a call rings, is walked to its level, and is where it was after its tab was killed', async () => {
  await ring(1);
  await expect.poll(() => words(page).textContent()).toBe('04 65 71 28 14');
  await page.keyboard.press('Enter');
  await tellTheNeed();

  await answer(/quelques questions sur les trois derniers mois/, 'Enter');
  await answer(/utilisé Internet/, '2');
  await answer(/lu ou envoyé un mail/, '2');
  await answer(/installé une application/, '3');
  await answer(/servi d’un ordinateur/, '1');
  await answer(/message ou une photo/, 'Alt+n');
  await page.keyboard.type('Sa voisine l’aidait, elle a déménagé.');
  await page.keyboard.press('Escape');
  await answer(/message ou une photo/, '3');
  await answer(/cherché un renseignement/);
  const address = page.url();

  await killTab();
  page = await context.newPage();
  await page.goto(address);
  await answer(/cherché un renseignement/);
  expect(await page.getByLabel('Notes').inputValue()).toBe('Sa voisine l’aidait, elle a déménagé.');
  expect(await way(page).getByRole('button', { name: 'Mail : Oui, avec de l’aide' }).count()).toBe(
    1,
  );
  const distance = page.getByRole('region', { name: 'Éloignement numérique' });
  const gauge = distance.getByRole('list').first().getByRole('listitem');
  expect(await gauge.allTextContents()).toEqual(['E0écarté', 'E1Fragile', 'E2Éloigné', 'E3écarté']);

  await answer(/cherché un renseignement/, '1');
  await answer(/lu les nouvelles/, '3');
  await answer(/Qu’est-ce qui vous gêne/);
  await distance.getByText('établi', { exact: true }).waitFor();
  expect(await gauge.allTextContents()).toEqual(['E0écarté', 'E1écarté', 'E2Éloigné', 'E3écarté']);
  await distance.getByText(/aller sur Internet/).waitFor();

  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog', { name: 'Sortir du script' }).waitFor();
  await page.keyboard.press('6');
  await isClosed('Appel coupé');
});

test('a call that rings is shown over the address of a call that is not here', async () => {
  const stale = await context.newPage();
  await stale.goto(`${demonstration.address}/appel/0198a6a4-0000-7000-8000-000000000009`);
  await stale.getByText('Cet appel n’est pas sur ce poste').waitFor();
  await ring(0);
  await stale.getByRole('region', { name: 'Appel entrant' }).waitFor();
  await page.keyboard.press('Enter');
  await answer(/Je vous écoute/, 'Alt+x');
  await page.getByRole('dialog', { name: 'Sortir du script' }).waitFor();
  await page.keyboard.press('2');
  await isClosed('Erreur de numéro');
});

test('a call without request is closed in one key', async () => {
  await ring(0);
  await page.keyboard.press('Enter');
  await answer(/Je vous écoute/, 'Alt+x');
  await page.getByRole('dialog', { name: 'Sortir du script' }).waitFor();
  await page.keyboard.press('2');
  await isClosed('Erreur de numéro');
  expect(await bar(page).count()).toBe(0);
  await lookBack();
  expect(new URL(page.url()).pathname).toBe('/appel');
});

test('an earlier answer is changed: later ones are set aside, and the next tab shows the same', async () => {
  await ring(1);
  await page.keyboard.press('Enter');
  await tellTheNeed();
  await answer(
    /quelques questions sur les trois derniers mois/,
    'Backspace',
    'Backspace',
    'Backspace',
  );
  await answer(/Quelle démarche/, 'Backspace');
  await answer(/Qu’est-ce qui vous bloque/, '4');
  await answer(/Que s’est-il passé/);
  expect(await way(page).getByRole('region', { name: 'Mises de côté' }).textContent()).toContain(
    'Ameli, mot de passe perdu',
  );

  const second = await context.newPage();
  await second.goto(page.url());
  await words(second).filter({ hasText: 'Que s’est-il passé' }).waitFor();
  await page.bringToFront();
  await page.keyboard.press('1');
  // The attempt was answered already, and its answer is on the way again.
  await words(second).filter({ hasText: 'quelques questions' }).waitFor();
  await page.keyboard.press('Alt+x');
  await page.keyboard.press('6');
  await isClosed('Appel coupé');
});

test('a name is written once the person has agreed, and an entered call closes with its summary', async () => {
  await page.getByRole('heading', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.press('Alt+a');
  await page.getByRole('dialog', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.type('06 39 98 25 07');
  await page.keyboard.press('Enter');

  await answer(/Je vous écoute/, 'Enter');
  const person = page.getByRole('region', { name: 'La personne', exact: true });
  expect(await person.getByRole('button', { name: 'Noter' }).isDisabled()).toBe(true);
  await person.getByText('Demandez d’abord l’accord').waitFor();
  await answer(/Est-ce pour vous/, '1');
  await answer(/Êtes-vous d’accord/, '1');
  await person.getByText('Accord donné à l’oral').waitFor();

  await page.keyboard.press('Alt+p');
  await page.getByRole('dialog', { name: 'Qui est au téléphone' }).waitFor();
  await page.keyboard.type('Paul Marin');
  await page.keyboard.press('Enter');
  await person.getByRole('heading', { name: 'Paul Marin' }).waitFor();
  await person.getByText('Mobile : reçoit les SMS').waitFor();

  await answer(/Qu’est-ce qui vous bloque/, '1');
  await answer(/Quelle démarche/, '1');
  await answer(/essayer maintenant/, '1');
  await answer(/est-ce que cela marche/, '1');
  await answer(/si quelqu’un près de chez vous/, '2');
  await answer(/c’est réglé/, 'Alt+r');
  await bar(page).getByText('Appel terminé, à clore').waitFor();
  const summary = page.getByRole('region', { name: 'Ce qui sera gardé' });
  expect(await summary.textContent()).toContain('Paul Marin');
  await page.keyboard.press('Control+Enter');
  await isClosed('Résolu au téléphone');
});
