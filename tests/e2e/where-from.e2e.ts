import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';
import { type LocalServer, serveLocally } from '../support/local-server.ts';

/* From where one searches, as a caller says it, and how far it is. */

const paths: string[] = [];

/** An OSRM server to which everything is half an hour away, by roads of twenty kilometres. */
function answerTable(request: Request): Response {
  const { pathname, searchParams } = new URL(request.url);
  paths.push(pathname);
  const row = (value: number) =>
    searchParams
      .get('destinations')
      ?.split(';')
      .map(() => value);
  return Response.json({ code: 'Ok', durations: [row(1800)], distances: [row(20_000)] });
}

describe('the place from which one searches', () => {
  let roads: LocalServer;
  let demonstration: Demonstration;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    roads = await serveLocally(answerTable);
    demonstration = await startDemonstration({ AIGUILLAGE_ROAD_TIMES_URL: roads.address });
    ({ context, page } = await demonstration.signIn('adviser'));
    await page.getByRole('link', { name: 'Lieux' }).click();
  });
  afterAll(async () => {
    await demonstration.close();
    await roads.close();
  });

  const commune = () => page.getByRole('combobox', { name: 'Commune' });
  const firstOffer = () => page.getByRole('option').first();

  it.each([
    ['bellegarde sur valserine', /Valserhône/],
    ['st etienne', /Saint-Étienne/],
    ['Marvejol', /Marvejols/],
    ['Grenobel', /Grenoble/],
    ['48000 Mende', /Mende/],
  ])('GE-2 to GE-7 is offered as it is said: %s', async (said, offered) => {
    await commune().fill(said);
    await firstOffer().filter({ hasText: offered }).waitFor();
  });

  it('GE-40 shows the way by road beside each venue, GE-41 from about there', async () => {
    await commune().fill('48000 Mende');
    await firstOffer().filter({ hasText: 'Mende' }).click();
    const row = page.getByRole('radiogroup', { name: /Lieux/ }).getByRole('radio').first();
    await row.filter({ hasText: /Par la route\s:\s20\skm, environ 30\smin\./ }).waitFor();
    expect(paths.at(-1)).toMatch(/^\/table\/v1\/driving\/3\.\d{1,2},44\.\d{1,2};/);
  });

  it('GE-40 shows the list without it while the hub cannot be reached', async () => {
    await context.setOffline(true);
    await commune().fill('Marvejols');
    await firstOffer().filter({ hasText: 'Marvejols' }).click();
    const list = page.getByRole('radiogroup', { name: /Lieux/ });
    await list
      .getByRole('radio')
      .first()
      .filter({ hasNotText: /Par la route/ })
      .waitFor();
    await context.setOffline(false);
  });
});
