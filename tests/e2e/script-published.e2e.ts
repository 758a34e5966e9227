import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptWorkshop } from '#src/contract';
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
async function openCall(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.press('Alt+a');
  await page.getByRole('dialog', { name: 'Saisir un appel' }).waitFor();
  await page.keyboard.type('06 39 98 25 07');
  await page.keyboard.press('Enter');
  await words(page)
    .filter({ hasText: /Je vous écoute/ })
    .waitFor();
}

/** Ends it as a call that was cut. */
async function cutOff(page: Page): Promise<void> {
  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog', { name: 'Sortir du script' }).waitFor();
  await page.keyboard.press('6');
  await page.getByRole('heading', { name: 'Saisir un appel' }).waitFor();
}

/** The next version of the general script asks for whom the call is in other words. */
async function publishOtherWords(context: BrowserContext, say: string): Promise<void> {
  const send = async (action: string, data: unknown) => {
    const headers = { origin: demonstration.address };
    const path = `${demonstration.address}/api/scripts/general/${action}`;
    const sent = await context.request.post(path, { data, headers });
    return sent.json();
  };
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
  expect(await send('draft', { revision: 0, base, document })).toMatchObject({ revision: 1 });
  expect(await send('publish', { revision: 1, reason: 'Plus court.' })).toMatchObject({
    status: 'published',
  });
}

test('SC-41 a desk that is open runs a new version on its next call, and ends the one under way on its own', async () => {
  const { page, context: advisers } = await demonstration.signIn('adviser');
  const { context: administrators } = await demonstration.signIn('administrator');
  await openCall(page);
  await publishOtherWords(administrators, 'C’est pour qui ?');
  await expect
    .poll(async () => (await demonstration.changesFor(advisers)).map(({ id }) => id))
    .toContain('/api/scripts/general');
  await answer(page, /Je vous écoute/, 'Enter');
  await words(page).filter({ hasText: 'Est-ce pour vous' }).waitFor();
  await cutOff(page);

  await openCall(page);
  await answer(page, /Je vous écoute/, 'Enter');
  await words(page).filter({ hasText: 'C’est pour qui ?' }).waitFor();
  await cutOff(page);
});
