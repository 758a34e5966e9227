import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageLanguages, pageWords } from '#src/messages';
import { type PersonPage, personPage } from '../../main/hub/links/person-page.ts';
import {
  acceptedPage,
  coverPage,
  goneLinkPage,
  requestPage,
} from '../../main/hub/links/venue-page.ts';
import { accessibilityFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';

/*
 * The pages that open without account, on the narrowest telephone, in both themes: automatic accessibility checks, and nothing that
 * has to be scrolled sideways.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const line = { name: 'Aide numérique de la Lozère', number: '+33199001234' };
const request = {
  line,
  venueName: 'France services de Mende',
  initials: 'É. B.',
  when: null,
  wishes: ['mardi matin', 'jeudi après-midi'],
  needs: ['Impôts', 'Aide aux démarches administratives'],
};
const appointment: PersonPage = {
  door: { door: 'appointment', mayChange: true },
  language: 'fr',
  line,
  meeting: {
    way: 'venue',
    name: 'France services de Mende',
    phone: '+33466490012',
    address: '12 rue Basse, 48000 Mende',
  },
  zone: 'Europe/Paris',
  personZone: 'Indian/Reunion',
  appointment: { start: '2026-01-15T09:00:00Z' },
  times: [{ value: '2026-01-16T09:00:00Z', start: '2026-01-16T09:00:00Z' }],
  offer: {
    value: '0198c3a0-0000-7000-8000-000000000001',
    start: '2026-01-14T09:00:00Z',
    until: '2026-01-12T13:00:00Z',
  },
  notice: 'taken',
};
const french = (changed: Partial<PersonPage>) =>
  personPage({ ...appointment, ...changed }, pageWords('fr'));

test.for([
  { name: 'a request, covered', shown: () => coverPage(request) },
  { name: 'a request', shown: () => requestPage(request, 'wrong-time') },
  {
    name: 'a request accepted',
    shown: () => acceptedPage(request, { name: 'Émile', phone: null }),
  },
  { name: 'a link that opens nothing', shown: () => goneLinkPage(line) },
  ...messageLanguages.map((language) => ({
    name: `an appointment, in ${language}`,
    shown: () => personPage({ ...appointment, language }, pageWords(language)),
  })),
  {
    name: 'other times proposed',
    shown: () => french({ door: { door: 'proposal', mayCancel: true } }),
  },
  { name: 'a request of one’s own', shown: () => french({ door: { door: 'request' } }) },
  {
    name: 'too late to change',
    shown: () => french({ door: { door: 'appointment', mayChange: false } }),
  },
  { name: 'cancelled', shown: () => french({ door: { door: 'cancelled' }, notice: 'noted' }) },
])('$name', async ({ shown }) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.setContent(String(await shown()));
  const closed = page.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFindings(page), colorScheme).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.close();
});
