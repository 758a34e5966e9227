import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Venue } from '#src/venues';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';
import { pagesOf } from '../support/pdf.ts';

let demonstration: Demonstration;
let desk: { context: BrowserContext; page: Page };
let venues: readonly Venue[];

beforeAll(async () => {
  demonstration = await startDemonstration();
  desk = await demonstration.signIn('adviser');
  const answer = await desk.context.request.get(`${demonstration.address}/api/venues`);
  venues = z.array(z.custom<Venue>()).parse(await answer.json());
});
afterAll(() => demonstration.close());

/** How much of a record a sheet has to say. */
const lengthOf = ({ name, address, addressComplement, hoursText, services }: Venue) =>
  [name, address, addressComplement, hoursText, ...services].join(' ').length;

const longest = () => venues.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 20);

/** Six lines, as long as the post reads them. */
const recipient = Array.from({ length: 6 }, (_, line) => `${line + 1} ${'ADRESSE '.repeat(4)}`)
  .join('\n')
  .slice(0, 240);

const opened = async ({ id, name }: Venue, asked = ''): Promise<Page> => {
  const { page } = desk;
  await page.goto(`${demonstration.address}/lieux/${encodeURIComponent(id)}/fiche${asked}`);
  await page.locator('.sheet-paper').getByRole('heading', { name, exact: true }).waitFor();
  return page;
};

const printed = async (page: Page) => pagesOf(await page.pdf({ preferCSSPageSize: true }));

/** What the paper says and a page of A4 does not show. */
const cutOnPaper = (page: Page) =>
  page.locator('.sheet-paper').evaluate((paper) => paper.scrollHeight > paper.clientHeight + 1);

describe('the sheet of a venue', () => {
  it('is one page, for the twenty longest records of the country', async () => {
    for (const venue of longest()) {
      const page = await opened(venue);
      expect({ name: venue.name, pages: await printed(page) }).toEqual({
        name: venue.name,
        pages: 1,
      });
      expect(await cutOnPaper(page)).toBe(false);
    }
  });

  it('is still one page with an address for the window of an envelope', async () => {
    for (const venue of longest().slice(0, 8)) {
      const page = await opened(venue);
      await page.getByLabel('Destinataire').fill(recipient);
      await page.locator('.sheet-recipient').waitFor();
      expect({ name: venue.name, pages: await printed(page) }).toEqual({
        name: venue.name,
        pages: 1,
      });
    }
  });

  it('prints nothing of the desk around it', async () => {
    const [venue] = longest();
    if (venue === undefined) throw new Error('The demonstration has venues.');
    const page = await opened(venue);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('.sheet-paper').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('says the way from the commune, what to bring for the need, and the same as text', async () => {
    const venue = venues.find(
      ({ communeCode, position, hoursText, phone, doubts, services }) =>
        communeCode === '48095' &&
        position !== null &&
        hoursText !== null &&
        phone !== null &&
        doubts.length === 0 &&
        services.includes('Insertion professionnelle via le numérique'),
    );
    if (venue === undefined) throw new Error('A venue of Mende helps to find work.');
    const service = encodeURIComponent('Insertion professionnelle via le numérique');
    const page = await opened(venue, `?de=48092&aide=${service}`);
    await page.getByText('de Marvejols, en ligne droite').waitFor();
    await page.getByText('Votre CV, sur papier').waitFor();

    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copier le texte' }).click();
    await page.getByText('Texte copié').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(venue.name);
    expect(copied).toContain('HORAIRES\nlundi');
    expect(copied).toContain('de Marvejols, en ligne droite');
    expect(copied).toContain('- Votre CV, sur papier');
  });

  it('keeps the recipient nowhere', async () => {
    const [venue] = longest();
    if (venue === undefined) throw new Error('The demonstration has venues.');
    const page = await opened(venue);
    await page.getByLabel('Destinataire').fill('Madame Odile Vernhet');
    await page.reload();
    await page.locator('.sheet-paper').waitFor();
    expect(await page.getByLabel('Destinataire').inputValue()).toBe('');
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    );
    expect(stored).not.toContain('Vernhet');
  });

  it('says so where the venue is no longer in the list', async () => {
    await desk.page.goto(`${demonstration.address}/lieux/nulle-part/fiche`);
    await desk.page.getByRole('heading', { name: 'Ce lieu n’est plus dans la liste' }).waitFor();
  });
});
