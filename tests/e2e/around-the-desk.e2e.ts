import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DesktopEvent, DesktopMethod } from '#src/contract';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

/*
 * What the desk asks of the program around it, and does for it: the real desk and hub, with the shell's bridge answered by the
 * test. What the shell itself makes of it is in tests/desktop.
 */

let demonstration: Demonstration;
let context: BrowserContext;
let page: Page;
/** What the desk asked, the newest last. */
let asked: { method: DesktopMethod; input: unknown }[];
/** What the shell answers, where it is not `null`. */
let answers: Partial<Record<DesktopMethod, unknown>>;

beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

beforeEach(async () => {
  asked = [];
  answers = {
    setKeys: { refused: [] },
    phoneLinks: { open: false },
    takeNumber: { number: null },
  };
  ({ context, page } = await demonstration.signIn('adviser'));
  await context.exposeBinding('__ask', (_source, method: DesktopMethod, input: unknown) => {
    asked.push({ method, input });
    return answers[method] ?? null;
  });
  await context.addInitScript(() => {
    const listeners = new Set<(event: unknown) => void>();
    const watch = (listener: (event: unknown) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    Reflect.set(window, '__tell', (event: unknown) => {
      for (const listener of listeners) listener(event);
    });
    const bridge = new Proxy(
      { watch },
      {
        get: (own, method) =>
          method === 'watch'
            ? own.watch
            : (input: unknown) => Reflect.get(window, '__ask')(method, input),
      },
    );
    Reflect.set(window, 'aiguillage', bridge);
  });
  await page.reload();
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
});
afterEach(() => context.close());

const tell = (event: DesktopEvent) =>
  page.evaluate((told) => Reflect.get(window, '__tell')(told), event);

const last = (method: DesktopMethod) => asked.findLast((each) => each.method === method)?.input;

async function ring(): Promise<void> {
  await page.getByText(/^Appel 1,/).click();
  await page.getByRole('button', { name: /Faire sonner/ }).click();
  await page.getByRole('region', { name: 'Appel entrant' }).waitFor();
}

/** The hub knows that nothing rings here and nobody speaks: the next test begins without a call. */
async function isQuiet(): Promise<void> {
  await expect
    .poll(async () => {
      const changes = await demonstration.changesFor(context);
      return changes.filter(
        ({ entity, value }) =>
          entity === 'call' && (value?.state === 'ringing' || value?.state === 'live'),
      );
    })
    .toEqual([]);
}

async function preferences(): Promise<void> {
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Préférences' }).click();
  await page.getByRole('dialog').waitFor();
}

test('RO-15 presence stands beside the clock, and is chosen there', async () => {
  const isChosen = async (presence: string) =>
    expect
      .poll(() => last('setTray'))
      .toMatchObject({
        menu: {
          choices: expect.arrayContaining([expect.objectContaining({ presence, isChosen: true })]),
        },
      });
  await tell({ kind: 'presence-chosen', presence: 'available' });
  await isChosen('available');
  await expect.poll(() => last('setPresence')).toEqual({ available: true });
  await tell({ kind: 'presence-chosen', presence: 'pause' });
  await isChosen('pause');
  await expect.poll(() => last('setPresence')).toEqual({ available: false });
});

test('a call is answered and hung up by keys of every program, held only while it is there', async () => {
  expect(last('setKeys')).toBeUndefined();
  await ring();
  await expect.poll(() => last('setKeys')).toEqual({ keys: ['answer'] });
  await expect.poll(() => last('bringForward')).toEqual({ reason: 'line-rings' });
  await tell({ kind: 'key-pressed', key: 'answer' });
  await page.waitForURL(/\/appel\/.+/);
  await expect.poll(() => last('setKeys')).toEqual({ keys: ['hang-up'] });
  await tell({ kind: 'key-pressed', key: 'hang-up' });
  await expect.poll(() => last('setKeys')).toEqual({ keys: [] });
  await page.getByRole('status').filter({ hasText: 'Appel terminé' }).waitFor();
  await isQuiet();
});

test('the window stays where it is, for who wants that; a key that is taken is said', async () => {
  answers = { ...answers, setKeys: { refused: ['answer'] } };
  await preferences();
  await page.getByText('Passer devant quand un appel arrive').click();
  await page.keyboard.press('Escape');
  await ring();
  await expect.poll(() => last('flash')).toEqual({});
  expect(last('bringForward')).toBeUndefined();
  await page.getByText(/la touche est prise par un autre programme/).waitFor();
  await page.getByRole('button', { name: /Laisser à un collègue/ }).click();
  await isQuiet();
});

test('telephone links open here once it is chosen', async () => {
  await preferences();
  answers = { ...answers, phoneLinks: { open: true } };
  await page.getByText('Ouvrir les numéros cliqués ailleurs').click();
  await expect.poll(() => last('phoneLinks')).toEqual({ open: true });
  await expect
    .poll(() => page.getByRole('checkbox', { name: /numéros cliqués/ }).isChecked())
    .toBe(true);
});

test('a telephone link opens the entry of a call, with its number', async () => {
  answers = { ...answers, takeNumber: { number: '01 99 00 56 78' } };
  await tell({ kind: 'number-waits' });
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('textbox', { name: /^Numéro/ }).inputValue()).toBe('01 99 00 56 78');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
