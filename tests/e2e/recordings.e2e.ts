import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitMusic } from '../../main/hub/telephony/twilio/wait-music.ts';
import { recordingsKept } from '../a11y/recording-states.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';

/** Any sound does. */
const sound = Buffer.from(waitMusic());

/** As the hub passes it on: all of it, or the stretch that is asked for. */
function soundOf(route: Route): Promise<void> {
  const [, from] = /^bytes=(\d+)-/.exec(route.request().headers()['range'] ?? '') ?? [];
  const at = Number(from ?? 0);
  return route.fulfill({
    status: from === undefined ? 200 : 206,
    contentType: 'audio/wav',
    headers: {
      'accept-ranges': 'bytes',
      ...(from === undefined
        ? {}
        : { 'content-range': `bytes ${at}-${sound.length - 1}/${sound.length}` }),
    },
    body: sound.subarray(at),
  });
}

describe('what was said, at the desk', () => {
  let demonstration: Demonstration;
  let page: Page;
  beforeAll(async () => {
    demonstration = await startDemonstration();
    ({ page } = await demonstration.signIn('supervisor'));
    await page.route('**/api/recordings', (route) => route.fulfill({ json: recordingsKept }));
  });
  afterAll(() => demonstration.close());
  const open = async () => {
    await page.goto(`${demonstration.address}/enregistrements`);
    await page.getByText('Pas encore écouté').waitFor();
  };
  const listen = () => page.getByRole('button', { name: /^Écouter \(00:42\)/ }).first();

  it('TW-71 is heard by the keyboard alone, and sought through', async () => {
    await page.route('**/api/recordings/*/audio', soundOf);
    await open();
    await listen().focus();
    await page.keyboard.press('Enter');
    const player = page.locator('audio');
    await expect
      .poll(() => player.evaluate((one: HTMLAudioElement) => one.currentTime))
      .toBeGreaterThan(0);
    expect(await player.getAttribute('aria-label')).toMatch(/^Message laissé .*, 42 secondes$/);
    expect(await player.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await expect.poll(() => player.evaluate((one: HTMLAudioElement) => one.paused)).toBe(true);
    const sought = await player.evaluate(
      (one: HTMLAudioElement) =>
        new Promise<number>((resolve) => {
          one.addEventListener('seeked', () => resolve(one.currentTime), { once: true });
          one.currentTime = 3;
        }),
    );
    expect(sought).toBe(3);
    expect(
      await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
      ),
    ).not.toContain('https://api.twilio.com');
  });

  it('TW-72 says why it is not heard, and tries again', async () => {
    await page.unroute('**/api/recordings/*/audio');
    await page.route('**/api/recordings/*/audio', (route) =>
      route.fulfill({ status: 502, json: { code: 'carrier-failed' } }),
    );
    await open();
    await listen().click();
    await page.getByText('L’opérateur téléphonique ne répond pas.').waitFor();
    await page.unroute('**/api/recordings/*/audio');
    await page.route('**/api/recordings/*/audio', (route) =>
      route.fulfill({ status: 404, json: { code: 'not-found', where: 'deleted' } }),
    );
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('Il a été effacé.').waitFor();
  });

  it('TW-73 TW-74 is deleted once that is confirmed, and says when it was', async () => {
    const deleted: string[] = [];
    await page.route('**/api/recordings/*/delete', (route) => {
      deleted.push(new URL(route.request().url()).pathname);
      return route.fulfill({ status: 204 });
    });
    await open();
    await page.getByText(/^Enregistrement effacé le /).waitFor();
    await page.getByRole('button', { name: 'Effacer' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    expect(deleted).toEqual([]);
    await page.getByRole('button', { name: 'Effacer' }).first().click();
    await dialog.getByRole('button', { name: 'Effacer' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(deleted).toEqual([`/api/recordings/${recordingsKept.recordings[0]?.id}/delete`]);
  });
});
