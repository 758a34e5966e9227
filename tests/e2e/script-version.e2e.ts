import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftSaved, publishResult, scriptWorkshop } from '#src/contract';
import { parseScript, type ScriptDocument } from '#src/script';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

const words = {
  former: { greeting: /vous êtes au service d’aide/, need: /Qu’est-ce qui vous bloque/ },
  latter: { greeting: /Ici l’aide au numérique/, need: /Racontez-moi ce qui coince/ },
};

/** Makes the first persona of the general line call, and answers; the greeting is on screen. */
async function takeACall(page: Page): Promise<void> {
  await page.getByText(/^Appel 1,/).waitFor();
  await tabTo(page, /Faire sonner/);
  await page.keyboard.press('Enter');
  await page.getByText('Appel entrant').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('En ligne').waitFor();
}

/** Waits for the words to say, then presses the key that answers. */
async function answer(page: Page, said: RegExp, key: string): Promise<void> {
  await page.getByRole('main').getByText(said).first().waitFor();
  await page.keyboard.press(key);
}

function otherwise(document: ScriptDocument): ScriptDocument {
  const [major = ''] = document.version.split('.');
  const { greeting, need } = document.nodes;
  if (greeting?.type !== 'instruction' || need?.type !== 'choice') {
    throw new Error('The general script greets, and asks what is needed.');
  }
  return {
    ...document,
    version: `${Number(major) + 1}.0.0`,
    nodes: {
      ...document.nodes,
      greeting: { ...greeting, say: 'Bonjour. Ici l’aide au numérique, je vous écoute.' },
      need: { ...need, say: 'Racontez-moi ce qui coince.' },
    },
  };
}

/** Publishes the general script with other words, as an administrator does. */
async function publishOtherWords(context: BrowserContext): Promise<string> {
  const { address } = demonstration;
  const ask = async (path: string, data?: unknown): Promise<unknown> => {
    const url = `${address}/api/scripts/general${path}`;
    const answered =
      data === undefined
        ? await context.request.get(url)
        : await context.request.post(url, { headers: { origin: address }, data });
    return answered.json();
  };
  const { published, entry } = scriptWorkshop.parse(await ask('/workshop'));
  const document = parseScript(published);
  if (!document.ok) throw new Error('What is published can be read.');
  const base = entry.versions.find(({ state }) => state === 'published')?.hash ?? null;
  const draft = { revision: 0, base, document: otherwise(document.value) };
  const { revision } = draftSaved.parse(await ask('/draft', draft));
  const reason = 'Des mots plus courts';
  expect(publishResult.parse(await ask('/publish', { revision, reason }))).toMatchObject({
    status: 'published',
  });
  return draft.document.version;
}

/** The versions that this account's calls run, the first first. */
async function versionsRun(context: BrowserContext): Promise<readonly (string | undefined)[]> {
  const changes = await demonstration.changesFor(context);
  const calls = changes.flatMap(({ value, entity }) =>
    entity === 'call' && value !== null ? [value] : [],
  );
  return calls
    .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
    .map(({ script }) => script?.version);
}

test('a call goes on with the words that it began with, and the next has the new ones', async ({
  onTestFailed,
}) => {
  onTestFailed(() => demonstration.photograph('script-version'));
  const { page, context } = await demonstration.signIn('adviser');
  await takeACall(page);
  await answer(page, words.former.greeting, 'Enter');
  await answer(page, /Est-ce pour vous/, '1');
  const [former] = await versionsRun(context);

  const administrator = await demonstration.signIn('administrator');
  const latter = await publishOtherWords(administrator.context);
  await answer(page, /Êtes-vous d’accord/, '1');
  await page.getByRole('main').getByText(words.former.need).waitFor();
  await page.reload();
  await page.getByRole('main').getByText(words.former.need).waitFor();

  const other = (await demonstration.signIn('adviser')).page;
  await answer(other, words.former.need, '1');
  await answer(other, /Quelle démarche/, '1');
  await answer(page, /essayer maintenant/, '1');
  await answer(page, /est-ce que cela marche/, '1');
  await answer(page, /quelqu’un près de chez vous/, '2');
  await answer(page, /Voilà, c’est réglé/, 'Control+Enter');
  await page.getByText(/^Retour sur l’appel d/).waitFor();
  await page.keyboard.press('Enter');

  await takeACall(page);
  await answer(page, words.latter.greeting, 'Enter');
  await answer(page, /Est-ce pour vous/, '1');
  await answer(page, /Êtes-vous d’accord/, '1');
  await page.getByRole('main').getByText(words.latter.need).waitFor();
  expect(await versionsRun(context)).toEqual([former, latter]);
  expect(latter).not.toBe(former);
});
