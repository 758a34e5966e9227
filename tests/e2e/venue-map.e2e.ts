import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SettingsView, settingsView } from '#src/contract';
import { type Demonstration, startDemonstration, tabTo } from '../support/demonstration.ts';

let demonstration: Demonstration;
let desk: { context: BrowserContext; page: Page };
let administrator: BrowserContext;
/** The squares of the plan that the desk asked for since the last test began. */
let squares: string[] = [];
let answersWith: 'a square' | 'nothing' = 'a square';

beforeAll(async () => {
  demonstration = await startDemonstration();
  desk = await demonstration.signIn('adviser');
  administrator = (await demonstration.signIn('administrator')).context;
  await desk.context.route('https://data.geopf.fr/**', async (route) => {
    squares.push(route.request().url());
    if (answersWith === 'nothing') await route.abort();
    else await route.fulfill({ contentType: 'image/png', body: greySquare });
  });
});
afterAll(() => demonstration.close());
beforeEach(() => {
  squares = [];
});

/** A PNG of one grey pixel. */
const greySquare = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaGj4DwAFhAKA0ki6ZwAAAABJRU5ErkJggg==',
  'base64',
);

async function allowPlan(planTiles: boolean): Promise<void> {
  const path = `${demonstration.address}/api/settings`;
  const now: SettingsView = settingsView.parse(
    await (await administrator.request.get(path)).json(),
  );
  const answer = await administrator.request.post(path, {
    headers: { origin: demonstration.address },
    data: { ...now, planTiles },
  });
  expect(answer.ok()).toBe(true);
}

async function aroundMende(): Promise<Page> {
  const { page } = desk;
  await page.goto(`${demonstration.address}/lieux`);
  await page.getByRole('combobox').fill('mende');
  await page
    .getByRole('option', { name: /^Mende/ })
    .first()
    .click();
  await page.locator('.venue-row').nth(3).waitFor();
  return page;
}

const contoursNamed = (page: Page) => page.getByText('IGN Admin Express 2018').waitFor();
const planNamed = (page: Page) => page.getByText('Plan IGN © IGN').waitFor();

describe('the plan of the IGN', () => {
  it('is asked for nowhere while it is not allowed', async () => {
    const page = await aroundMende();
    await page.getByRole('button', { name: 'Agrandir' }).press('Enter');
    await contoursNamed(page);
    // Names come last, once the contours of the département are there.
    await page.locator('.map-name > span').first().waitFor();
    expect(squares).toEqual([]);
  });

  it('lies under the venues once it is allowed, and says whose it is', async () => {
    await allowPlan(true);
    const page = await aroundMende();
    await planNamed(page);
    expect(squares.length).toBeGreaterThan(0);
    expect(await page.locator('.map-pin').count()).toBeGreaterThan(3);
  });

  it('gives the contours back as soon as one square does not come', async () => {
    answersWith = 'nothing';
    const page = await aroundMende();
    await contoursNamed(page);
    await page.locator('.map-plan').waitFor({ state: 'detached' });
    answersWith = 'a square';
    await allowPlan(false);
  });
});

describe('a point of the map to start from', () => {
  it('is chosen with the keyboard alone, and named after its commune', async () => {
    const page = await aroundMende();
    await tabTo(page, /Partir d’un point de la carte/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^La croix est près de/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('d’un point').waitFor();
    await page.locator('.venue-row').first().waitFor();
  });

  it('is chosen with one press, which presses no pin under it', async () => {
    const page = await aroundMende();
    await page.getByRole('button', { name: 'Partir d’un point de la carte' }).press('Enter');
    await page.locator('.venue-map-canvas').click({ position: { x: 200, y: 420 } });
    await page.getByText('d’un point').waitFor();
    // The best venue from there is the one shown.
    await page.locator('.venue-row:first-child[data-selected]').waitFor();
  });

  it('is left with Escape, and the page stays', async () => {
    const page = await aroundMende();
    await page.getByRole('button', { name: 'Partir d’un point de la carte' }).press('Enter');
    await page.getByText('Cliquez sur un point').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Cliquez sur un point').waitFor({ state: 'detached' });
    expect(await page.locator('.venue-row').count()).toBeGreaterThan(3);
  });
});

describe('the map in a small window', () => {
  it('lets nothing slide under what is written of it', async () => {
    const page = await aroundMende();
    await page.setViewportSize({ width: 683, height: 384 });
    await page.locator('.map-cluster, .map-pin').first().waitFor();
    const canvas = await page.locator('.venue-map-canvas').boundingBox();
    const origin = await page.locator('.venue-map-origin').boundingBox();
    expect((canvas?.y ?? 0) + (canvas?.height ?? 0)).toBeLessThanOrEqual((origin?.y ?? 0) + 1);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});
