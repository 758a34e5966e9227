import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#src/access';
import { present } from '#src/kernel';
import { makeBusy } from '../support/busy-line.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';
import { tabRound } from '../support/layout.ts';
import { asAdministrator } from './administrator-states.ts';
import { inACall } from './call-states.ts';
import { look, usual } from './look.ts';
import { ofTheQueue } from './queue-states.ts';
import { ofRecordings } from './recording-states.ts';
import { ofScripts } from './script-states.ts';
import {
  answering,
  beforeTheFirstCall,
  broken,
  heading,
  onABusyLine,
  type State,
  text,
} from './states.ts';

/*
 * Every screen in its states: automatic accessibility checks in both themes, nothing cut in a low
 * window nor at 200 % zoom. One state is not scanned: while the list of a combo box is open, the
 * library hides the rest of the page from screen readers, so that rules about the page do not apply.
 */

type Desk = { readonly context: BrowserContext; readonly page: Page };

let demonstration: Demonstration;
let desks: Readonly<Record<Role, Desk>>;

beforeAll(async () => {
  demonstration = await startDemonstration();
  const { signIn } = demonstration;
  desks = {
    adviser: await signIn('adviser'),
    mediator: await signIn('mediator'),
    supervisor: await signIn('supervisor'),
    authority: await signIn('authority'),
    administrator: await signIn('administrator'),
  };
});
afterAll(() => demonstration.close());

async function open({ role, path, before, daysAhead, into }: State): Promise<Page> {
  const { context, page } = await deskOf(role, daysAhead);
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await before?.(page);
  const { address } = demonstration;
  const place = typeof path === 'string' ? path : await path({ context, address });
  await page.goto(`${address}${place}`);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  await into(page);
  return page;
}

async function deskOf(role: Role, daysAhead: number | undefined): Promise<Desk> {
  if (daysAhead === undefined) return desks[role];
  const desk = await demonstration.signIn(role);
  await desk.page.clock.setFixedTime(Date.now() + daysAhead * 86_400_000);
  return desk;
}

function looksRight(states: readonly State[]): void {
  test.for(states)('$name', async (state, { onTestFailed }) => {
    onTestFailed(() => demonstration.photograph('screens'));
    expect(await look(await open(state))).toEqual([]);
  });
}

describe('before anybody is signed in', () => {
  const real = { kind: 'real', canOpenDemonstration: true, accounts: null } as const;
  const nobodyIn = answering('/api/setup', { ...real, state: 'ready' });
  const nobodyYet = answering('/api/setup', { ...real, state: 'needs-administrator' });

  test.for([
    { name: 'a demonstration’s roles', into: heading('Choisissez un rôle') },
    { name: 'the sign-in', before: nobodyIn, into: heading('Bonjour') },
    {
      name: 'a sign-in that is refused',
      before: nobodyIn,
      into: async (page: Page) => {
        await page.getByLabel('Adresse e-mail').fill('nobody@demonstration.invalid');
        await page.getByRole('textbox', { name: 'Mot de passe' }).fill('not the password');
        await page.keyboard.press('Enter');
        await text('L’adresse ou le mot de passe ne convient pas.')(page);
      },
    },
    { name: 'the first start', before: nobodyYet, into: heading('Premier démarrage') },
    {
      name: 'the first start, half filled in',
      before: nobodyYet,
      into: async (page: Page) => {
        await page.getByRole('button', { name: 'Créer l’administrateur' }).click();
        await text('À remplir')(page);
      },
    },
    { name: 'a hub that does not answer', before: broken('/api/setup'), into: text('Réessayer') },
  ])('$name', async ({ before, into }) => {
    const context = await demonstration.browser.newContext({ viewport: usual, locale: 'fr-FR' });
    const page = await context.newPage();
    await before?.(page);
    await page.goto(demonstration.address);
    await into(page);
    expect(await look(page)).toEqual([]);
    await context.close();
  });
});

describe('for an administrator', () => looksRight(asAdministrator));

describe('where calls wait', () => looksRight(ofTheQueue));

describe('where what was said is heard', () => looksRight(ofRecordings));

describe('where scripts are written', () => looksRight(ofScripts));

test('the content policy refuses nothing that the desk does', async () => {
  const { page } = desks.authority;
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const into = heading('Ce que vaut ce niveau');
  await open({ name: 'how a level is worked out', role: 'authority', path: '/niveau', into });
  expect(errors).toEqual([]);
});

describe('before the first call', () => looksRight(beforeTheFirstCall));

describe('on a line that has worked', () => {
  beforeAll(async () => {
    const { address } = demonstration;
    await makeBusy(
      { context: desks.adviser.context, address },
      { context: desks.mediator.context, address },
    );
  });

  looksRight(onABusyLine);

  test.for([
    { role: 'adviser', path: '/appel', into: heading('Bonjour Lucie') },
    { role: 'adviser', path: '/suivi', into: text('Refusée') },
    { role: 'mediator', path: '/mediateur', into: heading(/Jean-Baptiste/) },
    { role: 'mediator', path: '/disponibilites', into: text('Lundi') },
    { role: 'authority', path: '/chiffres', into: text('Ce que deviennent les demandes') },
    { role: 'administrator', path: '/comptes', into: text('ines.cazal@demonstration.invalid') },
    { role: 'administrator', path: '/fichier-des-lieux', into: text('Ce qui manque aux fiches') },
    { role: 'administrator', path: '/reglages', into: heading('Classement des lieux') },
    { role: 'administrator', path: '/lignes/nouvelle', into: heading('Nouvelle ligne') },
    { role: 'supervisor', path: '/file-d-attente', into: heading('File d’attente') },
    { role: 'authority', path: '/lieux', into: text('De quelle commune partons-nous') },
  ] as const)('the Tab key goes round $path from the link to its content', async (screen) => {
    const page = await open({ name: screen.path, ...screen });
    expect(await tabRound(page)).toEqual({ first: 'Aller au contenu', missed: [] });
  });

  test('forced colours keep what is chosen apart from what is not', async () => {
    const state = present(
      onABusyLine.find(({ name }) => name === 'a request'),
      'it is in the list',
    );
    const page = await open(state);
    await page.emulateMedia({ forcedColors: 'active' });
    const outlines = await page.evaluate(() =>
      ['.inbox-item[data-selected]', '.inbox-item:not([data-selected])', '[aria-current]'].map(
        (selector) => {
          const element = document.querySelector(selector);
          return element === null ? null : getComputedStyle(element).outlineStyle;
        },
      ),
    );
    await page.emulateMedia({ forcedColors: null });
    expect(outlines).toEqual(['solid', 'none', 'solid']);
  });

  // A call is left open by these: the home of an adviser then shows it.
  looksRight(inACall);

  // Last: some keys answer requests for good.
  test.for([
    { of: onABusyLine, name: 'a request' },
    { of: onABusyLine, name: 'the hours of a venue' },
    { of: inACall, name: 'a choice of ten' },
  ])('every key that $name lists does something', async ({ of, name }) => {
    const state = present(
      of.find((candidate) => candidate.name === name),
      'the state is in that list',
    );
    for (const key of await keysListed(await open(state))) {
      const page = await open(state);
      const before = await page.evaluate(whatIsShown);
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(whatIsShown), { message: key }).not.toBe(before);
    }
  });
});

/** The keys in the list that "?" opens, as the browser names them. */
async function keysListed(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('?');
  const list = page.getByRole('dialog');
  await list.waitFor();
  const printed = await list.locator('dt').allInnerTexts();
  const names: Readonly<Record<string, string>> = {
    Ctrl: 'Control',
    Entrée: 'Enter',
    Échap: 'Escape',
    '⌫': 'Backspace',
  };
  return printed.map((keys) =>
    keys
      .trim()
      .split(/\s+/)
      .map((key) => names[key] ?? (key.length === 1 ? key.toLowerCase() : key))
      .join('+'),
  );
}

/** The page, its address and where the focus is: a key that does something changes one of them. */
const whatIsShown = () =>
  [location.href, document.activeElement?.outerHTML, document.body.innerHTML].join('\n');
