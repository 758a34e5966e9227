import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import type { LetterView } from '#src/contract';
import { letterText, type MessageLanguage, messageLanguages } from '#src/messages';
import type { Venue } from '#src/venues';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';
import { fontsOf, pagesOf } from '../support/pdf.ts';
import { personFacts } from '../support/person-facts.ts';

let demonstration: Demonstration;
let desk: { context: BrowserContext; page: Page };
let venue: Venue;

beforeAll(async () => {
  demonstration = await startDemonstration();
  desk = await demonstration.signIn('adviser');
  const answer = await desk.context.request.get(`${demonstration.address}/api/venues`);
  const venues = z.array(z.custom<Venue>()).parse(await answer.json());
  const found = venues.find(
    ({ communeCode, position, hoursText, doubts }) =>
      communeCode?.startsWith('48') === true &&
      position !== null &&
      hoursText !== null &&
      doubts.length === 0,
  );
  if (found === undefined) throw new Error('The demonstration has venues in Lozère.');
  venue = found;
});
afterAll(() => demonstration.close());

function letterIn(language: MessageLanguage): LetterView {
  const { name, phone, address, postcode, commune } = venue;
  const meeting = {
    way: 'venue',
    name,
    phone,
    address: `${address}, ${postcode} ${commune}`,
  } as const;
  return {
    kind: 'confirmation',
    state: 'shown',
    language,
    to: 'Madame Jeanne DUPONT\n12 RUE DES CARMES\n48100 MARVEJOLS',
    venueId: venue.id,
    facts: { ...personFacts, meeting, keptUntil: null },
  };
}

/** The letter as it stands on the desk, once its plan is drawn and its fonts are there. */
async function opened(language: MessageLanguage): Promise<Page> {
  const page = await openedAs(letterIn(language));
  await page.locator('.letter-plan path').first().waitFor();
  return page;
}

async function openedAs(letter: LetterView): Promise<Page> {
  const { page } = desk;
  await page.unrouteAll();
  await page.route('**/api/messages/*/letter', (route) => route.fulfill({ json: letter }));
  await page.goto(`${demonstration.address}/courrier/0198a6a4-0000-7000-8000-000000000001`);
  await page.locator('.letter-next').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

describe('a letter', () => {
  test.each(messageLanguages)(
    'ME-14, ME-17 is one page in %s, in the fonts that ship',
    async (language) => {
      const page = await opened(language);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pagesOf(pdf)).toBe(1);
      expect(fontsOf(pdf).filter((font) => !font.includes('NotoSans'))).toEqual([]);
      const paper = page.locator('.letter');
      expect(await paper.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true);
      const { appointment, next, french } = letterText(letterIn(language));
      const said = (await paper.textContent()) ?? '';
      for (const sentence of [...(appointment?.when ?? []), ...next, ...french]) {
        expect(said).toContain(sentence);
      }
    },
  );

  test.each(messageLanguages)('ME-34 has room for three times in %s', async (language) => {
    const proposed = ['2026-11-24T13:30:00Z', '2026-11-26T09:00:00Z', '2026-11-27T09:00:00Z'];
    const { facts, ...letter } = letterIn(language);
    const page = await openedAs({ ...letter, kind: 'proposal', facts: { ...facts, proposed } });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(1);
    const paper = page.locator('.letter');
    expect(await paper.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true);
    expect(await paper.locator('.letter-when > p').count()).toBe(3);
  });

  it('ME-14 shows the address in the window of the envelope, and nothing else there', async () => {
    const page = await opened('fr');
    const inMillimetres = await page.locator('.letter').evaluate((paper) => {
      const edge = paper.getBoundingClientRect();
      const box = (selector: string) => {
        const { left, right, top, bottom } =
          paper.querySelector(selector)?.getBoundingClientRect() ?? edge;
        const mm = (pixels: number) => (pixels * 25.4) / 96;
        return {
          left: mm(left - edge.left),
          right: mm(right - edge.left),
          top: mm(top - edge.top),
          bottom: mm(bottom - edge.top),
        };
      };
      return { to: box('.letter-to'), from: box('.letter-from'), body: box('.letter-appointment') };
    });
    // The window: 100 to 200 mm across, 45 to 85 mm down.
    expect(inMillimetres.to.left).toBeGreaterThan(104);
    expect(inMillimetres.to.right).toBeLessThan(200);
    expect(inMillimetres.to.top).toBeGreaterThan(45);
    expect(inMillimetres.to.bottom).toBeLessThan(85);
    expect(inMillimetres.from.right).toBeLessThan(104);
    expect(inMillimetres.body.top).toBeGreaterThan(85);
  });

  it('ME-14 prints nothing smaller than sixteen points but the address', async () => {
    const page = await opened('uk');
    const smallest = await page.locator('.letter').evaluate((paper) =>
      Math.min(
        ...Array.from(paper.querySelectorAll('p, dt, h2, h3, strong, figcaption, span'))
          .filter((one) => !one.matches('.letter-to'))
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    );
    expect((smallest * 72) / 96).toBeCloseTo(16, 2);
  });
});
