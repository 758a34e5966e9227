import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '#src/access';
import { type Change, type SetupView, setupView } from '#src/contract';
import { present } from '#src/kernel';
import { launchChromium } from './chromium.ts';
import { readChanges } from './read-changes.ts';
import { startProgram } from './started.ts';

type DemonstrationAccount = NonNullable<SetupView['accounts']>[number];

/** The product as a newcomer starts it, in its demonstration, with a browser in front of it. */
export type Demonstration = {
  readonly address: string;
  readonly browser: Browser;
  /** A browser of its own (its own stores), signed in as the role's account, on its first screen. */
  readonly signIn: (role: Role) => Promise<{ context: BrowserContext; page: Page }>;
  /** The role's account, as the first page tells it. */
  readonly accountOf: (role: Role) => Promise<DemonstrationAccount>;
  /** Everything that the hub tells the account signed in there, as it is now. */
  readonly changesFor: (context: BrowserContext) => Promise<readonly Change[]>;
  /** Keeps a picture of every open page, to see what a failed test saw. */
  readonly photograph: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const pictures = fileURLToPath(new URL('../../dist/failed-tests/', import.meta.url));

export async function startDemonstration(
  environment: Readonly<Record<string, string>> = {},
): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-e2e-'));
  const program = startProgram('start.ts', { AIGUILLAGE_DATA: folder, ...environment }, [
    '--demonstration',
  ]);
  const [, address] = await program.says(/Poste : (http:\S+)/);
  const started = present(address, 'the expression has one group');
  const browser = await launchChromium();
  return {
    address: started,
    browser,
    signIn: async (role) => {
      const context = await newContext(browser);
      const page = await context.newPage();
      await page.goto(started);
      await signInHere(page, started, role);
      return { context, page };
    },
    accountOf: (role) => accountOf(started, role),
    changesFor: (context) => readChanges(context.request, started),
    photograph: async (name) => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: join(pictures, `${name}-${index + 1}.png`) });
      }
    },
    close: async () => {
      await browser.close();
      program.process.kill('SIGTERM');
      await program.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A person's browser in France, on the smallest screen that the desk is made for. */
function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
}

/** Presses the role's card on the first page of a demonstration. */
async function signInHere(page: Page, address: string, role: Role): Promise<void> {
  const { name } = await accountOf(address, role);
  await page.getByRole('button', { name }).press('Enter');
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
}

async function accountOf(address: string, role: Role): Promise<DemonstrationAccount> {
  const setup = setupView.parse(await (await fetch(`${address}/api/setup`)).json());
  return present(
    setup.accounts?.find((candidate) => candidate.role === role),
    'a demonstration has one account a role',
  );
}

/** Moves the focus with the keyboard alone to the control of that name, or fails. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || !focused.matches('a, button, input, textarea, [role]')) return '';
      const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
      const labels = isField ? [...(focused.labels ?? [])] : [];
      const words = [focused.getAttribute('aria-label'), ...labels.map((l) => l.textContent)];
      return `${words.join(' ')} ${focused.textContent}`.trim();
    });
    if (name.test(here)) return;
    seen.push(here);
  }
  throw new Error(`Tab never came to ${String(name)}. It came by:\n${seen.join('\n')}`);
}
