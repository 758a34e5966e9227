import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptLibrary, scriptWorkshop } from '#src/contract';
import { present } from '#src/kernel';
import { parseScript } from '#src/script';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

const words = (page: Page) => page.getByRole('heading', { level: 1 });

/** Waits for the words to say, then presses the key that answers. */
async function answer(page: Page, said: RegExp, key: string): Promise<void> {
  await words(page).filter({ hasText: said }).waitFor();
  await page.keyboard.press(key);
}

/** Begins a call on the line whose calls are written down. */
async function openCall(page: Page, greeting = /Je vous écoute/): Promise<void> {
  await page.getByRole('heading', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.press('Alt+a');
  await page.getByRole('dialog', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.type('06 39 98 25 07');
  await page.keyboard.press('Enter');
  await words(page).filter({ hasText: greeting }).waitFor();
}

/** Ends it as a call that was cut. */
async function cutOff(page: Page): Promise<void> {
  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog', { name: 'Sortir du script' }).waitFor();
  await page.keyboard.press('6');
  await page.getByRole('heading', { name: 'Saisir un appel' }).waitFor();
}

/** Sends what an administrator's screen sends. */
async function send(context: BrowserContext, path: string, data: unknown) {
  const headers = { origin: demonstration.address };
  return context.request.post(`${demonstration.address}${path}`, { data, headers });
}

/** The next version of the general script asks for whom the call is in other words. */
async function publishOtherWords(context: BrowserContext, say: string): Promise<void> {
  const post = async (action: string, data: unknown) =>
    (await send(context, `/api/scripts/general/${action}`, data)).json();
  const read = await context.request.get(`${demonstration.address}/api/scripts/general/workshop`);
  const { entry, published } = scriptWorkshop.parse(await read.json());
  const parsed = parseScript(published);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { nodes, version } = parsed.value;
  const [asked, node] = present(
    Object.entries(nodes).find(
      ([, { ...each }]) => 'say' in each && /pour vous, ou/.test(each.say),
    ),
    'the script asks for whom the call is',
  );
  const [major, minor, patch] = version.split('.').map(Number);
  const document = {
    ...parsed.value,
    version: `${major}.${minor}.${(patch ?? 0) + 1}`,
    nodes: { ...nodes, [asked]: { ...node, say } },
  };
  const base = entry.versions[0]?.hash;
  expect(await post('draft', { revision: 0, base, document })).toMatchObject({ revision: 1 });
  expect(await post('publish', { revision: 1, reason: 'Plus court.' })).toMatchObject({
    status: 'published',
  });
}

test('SC-41 a desk that is open runs a new version on its next call, and ends the one under way on its own', async () => {
  const { context, page } = await demonstration.signIn('adviser');
  const { context: administrators } = await demonstration.signIn('administrator');
  await openCall(page);
  await publishOtherWords(administrators, 'C’est pour qui ?');
  await expect
    .poll(async () => (await demonstration.changesFor(context)).map(({ id }) => id))
    .toContain('/api/scripts/general');
  await answer(page, /Je vous écoute/, 'Enter');
  await words(page).filter({ hasText: 'Est-ce pour vous' }).waitFor();
  await cutOff(page);

  await openCall(page);
  await answer(page, /Je vous écoute/, 'Enter');
  await words(page).filter({ hasText: 'C’est pour qui ?' }).waitFor();
  await cutOff(page);
});

test('SC-47 a desk that is open runs the script that its line was given', async () => {
  const { page } = await demonstration.signIn('adviser');
  const { context: administrators } = await demonstration.signIn('administrator');
  const library = await administrators.request.get(`${demonstration.address}/api/scripts`);
  const { lines } = scriptLibrary.parse(await library.json());
  const manual = lines.find(({ name }) => name === 'Coup de pouce 48')?.id;
  const readAgain = page.waitForResponse(/\/api\/session$/);
  const given = { scriptId: 'petites-entreprises' };
  expect((await send(administrators, `/api/lines/${manual}/script`, given)).status()).toBe(204);
  await readAgain;
  await openCall(page, /petites entreprises/);
  await cutOff(page);
});
