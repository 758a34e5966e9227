import type { BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionView } from '#src/contract';
import { present } from '#src/kernel';
import { accessibilityFindings } from '../support/axe.ts';
import { act, answerAgain, callAtOrientation, send } from '../support/call-at-orientation.ts';
import { type Demonstration, startDemonstration } from '../support/demonstration.ts';
import { rulesFor, weekly } from '../support/diaries.ts';

let demonstration: Demonstration;
/** Two desks: a supervisor takes calls like an adviser. */
let lucie: { context: BrowserContext; page: Page };
let sarah: { context: BrowserContext; page: Page };

beforeAll(async () => {
  demonstration = await startDemonstration();
  lucie = await demonstration.signIn('adviser');
  sarah = await demonstration.signIn('supervisor');
});
afterAll(async () => {
  await demonstration.close();
});

/** The slots that can be chosen, as their full name says them. */
const freeSlots = (page: Page) => page.locator('.slot:not([data-disabled])');
const held = (page: Page) => page.getByText('Retenu encore');
const nameField = (page: Page) => page.getByLabel('Nom de la personne aidée');

async function openOrientation(desk: { context: BrowserContext; page: Page }): Promise<string> {
  const callId = await callAtOrientation(desk.context, demonstration.address);
  await desk.page.goto(`${demonstration.address}/orientation/${callId}`);
  await freeSlots(desk.page).first().waitFor();
  return callId;
}

describe('a slot at two desks', () => {
  it('BO-7 goes to one; the other is told, offered the next and keeps what was typed', async () => {
    await openOrientation(lucie);
    await openOrientation(sarah);
    await nameField(lucie.page).fill('Jeanne Vernhet');
    await nameField(sarah.page).fill('Paul Roche');

    // The very instant at which both desks show it free and both choose it.
    const wanted = freeSlots(lucie.page).nth(3);
    const name = (await wanted.getAttribute('aria-label')) ?? '';
    const same = sarah.page.getByRole('radio', { name, exact: true });
    await Promise.all([wanted.dispatchEvent('click'), same.dispatchEvent('click')]);

    // Who was faster is said as soon as this desk knows it.
    const lost = (page: Page) =>
      page.getByText(/a été plus rapide|vient d’être pris par un autre poste/);
    await Promise.race([lost(lucie.page).waitFor(), lost(sarah.page).waitFor()]);
    const [winner, loser, typed] = (await lost(lucie.page).isVisible())
      ? [sarah.page, lucie.page, 'Jeanne Vernhet']
      : [lucie.page, sarah.page, 'Paul Roche'];
    await held(winner).waitFor();
    expect(await lost(winner).isVisible()).toBe(false);
    expect(await nameField(loser).inputValue()).toBe(typed);
    expect(await accessibilityFindings(loser)).toEqual([]);

    await loser.getByRole('alert').getByRole('button').first().click();
    await held(loser).waitFor();
    for (const page of [winner, loser]) {
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/appel\//);
    }
    await loser.getByText('Orienté vers un lieu').waitFor();
  });
});

describe('a desk that is killed in the middle of a booking', () => {
  it('finds the slot, the time left and what was typed again, and books', async () => {
    const callId = await openOrientation(lucie);
    await nameField(lucie.page).fill('Odile Vernhet');
    await freeSlots(lucie.page).nth(8).click();
    await held(lucie.page).waitFor();
    const chosen = await lucie.page.locator('.slot[data-selected]').getAttribute('aria-label');
    await lucie.page.close();

    lucie.page = await lucie.context.newPage();
    await lucie.page.goto(`${demonstration.address}/orientation/${callId}`);
    await held(lucie.page).waitFor();
    expect(await lucie.page.locator('.slot[data-selected]').getAttribute('aria-label')).toBe(
      chosen,
    );
    expect(await lucie.page.getByRole('timer').last().textContent()).toMatch(/^0?[0-4]:\d\d$/);
    expect(await nameField(lucie.page).inputValue()).toBe('Odile Vernhet');

    await lucie.page.keyboard.press('Control+Enter');
    await lucie.page.waitForURL(/\/appel\//);
  });
});

describe('an orientation without the hub', () => {
  it('keeps the list and the map, takes a request, and sends it when the hub is back', async () => {
    await openOrientation(lucie);
    await lucie.context.setOffline(true);
    await lucie.page.getByText('Pas de réservation hors ligne').waitFor();

    await lucie.page.getByRole('button', { name: 'Distance' }).click();
    await lucie.page.getByRole('option', { name: '50 km' }).click();
    await lucie.page.locator('.venue-row').nth(5).waitFor();
    await lucie.page.locator('.map-pin').nth(5).waitFor();

    await lucie.page.getByRole('button', { name: 'mercredi matin' }).click();
    await nameField(lucie.page).fill('Rose Alary');
    await lucie.page.keyboard.press('Control+Enter');
    await lucie.page.waitForURL(/\/appel\//);

    await lucie.context.setOffline(false);
    await expect
      .poll(() => wishesKnownToHub(lucie.context), { timeout: 60_000 })
      .toContain('mercredi matin');
  });
});

async function wishesKnownToHub(context: BrowserContext): Promise<readonly string[]> {
  const changes = await demonstration.changesFor(context);
  return changes.flatMap(({ entity, value }) =>
    entity === 'referral' ? (value?.wishes ?? []) : [],
  );
}

describe('a person who takes the consent back', () => {
  it('BO-12 is sent nowhere, and the adviser is told what to do instead', async () => {
    const callId = await openOrientation(lucie);
    const answer = { callId, question: 'consent', value: 'no' };
    await answerAgain(lucie.context, demonstration.address, answer);
    await lucie.page.getByText('Pas d’accord pour transmettre').waitFor();
    expect(await lucie.page.getByRole('button', { name: /Confirmer|Envoyer/ }).count()).toBe(0);
  });
});

describe('the screen', () => {
  it('is worked with the keyboard alone: digits choose a venue, Escape leads back', async () => {
    const callId = await openOrientation(lucie);
    await lucie.page.keyboard.press('2');
    await lucie.page.getByText('Le lieu confirme l’heure').first().waitFor();
    await lucie.page.keyboard.press('ArrowUp');
    await lucie.page.keyboard.press('Escape');
    await lucie.page.waitForURL(`**/appel/${callId}`);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    await lucie.page.emulateMedia({ colorScheme });
    await openOrientation(lucie);
    await lucie.page.locator('.map-own').first().waitFor();
    expect(await accessibilityFindings(lucie.page)).toEqual([]);
    await lucie.page.keyboard.press('2');
    await lucie.page.getByLabel('Premier souhait').fill('lundi matin');
    expect(await accessibilityFindings(lucie.page)).toEqual([]);
  });

  it.each([
    [1366, 768],
    [1366, 620],
  ])('has no page scroll at %i by %i', async (width, height) => {
    await lucie.page.setViewportSize({ width, height });
    await openOrientation(lucie);
    const overflow = await lucie.page.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    );
    expect(overflow).toBe(0);
  });
});

describe('the venues outside a call', () => {
  it('are found by commune for every role, on the list and on the map', async () => {
    const { page } = await demonstration.signIn('authority');
    await page.goto(`${demonstration.address}/lieux`);
    await page.locator('.map-cluster').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Commune' }).fill('48000');
    await page.getByRole('option', { name: 'Mende' }).click();
    await page.getByRole('radio', { name: /France services de Mende/ }).click();
    await page.getByRole('heading', { name: 'France services de Mende' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

describe('a venue with several mediators', () => {
  it('BO-40 shows the times of the one chosen, and keeps the choice', async () => {
    const { address } = demonstration;
    const ines = await demonstration.signIn('mediator');
    const venueId = await openOwnDiary(ines.context, '09:00', '12:00');
    await openOwnDiary(await signInColleague('Tom Rieu', venueId), '16:00', '18:00');

    const callId = await openOrientation(lucie);
    const { page } = lucie;
    const whose = page.getByRole('button', { name: 'Avec qui' });
    await whose.filter({ hasText: 'N’importe lequel' }).waitFor();
    const names = async () =>
      freeSlots(page).evaluateAll((slots) => slots.map((one) => one.getAttribute('aria-label')));
    expect(await names()).not.toHaveLength(0);
    await whose.press('Enter');
    await page.getByRole('option', { name: 'Tom Rieu' }).press('Enter');
    await expect
      .poll(async () => (await names()).every((name) => name?.endsWith(', avec Tom Rieu')))
      .toBe(true);
    expect(await names()).not.toHaveLength(0);
    expect(await accessibilityFindings(page)).toEqual([]);

    await freeSlots(page).first().press('Enter');
    await held(page).waitFor();
    await page.goto(`${address}/orientation/${callId}`);
    await held(page).waitFor();
    await whose.filter({ hasText: 'Tom Rieu' }).waitFor();
    await whose.press('Enter');
    await page.getByRole('option', { name: 'N’importe lequel' }).press('Enter');
    await held(page).waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await names()).every((name) => name?.endsWith(', avec Tom Rieu')))
      .toBe(false);
  });
});

/** Opens the mediator's own diary on working days, beside the venue's; gives the venue. */
async function openOwnDiary(context: BrowserContext, from: string, to: string): Promise<string> {
  const { address } = demonstration;
  const { account } = sessionView.parse(
    await (await context.request.get(`${address}/api/session`)).json(),
  );
  const venueId = present(account.venueId, 'a mediator works at a venue');
  const rules = rulesFor(
    60,
    [1, 2, 3, 4, 5].map((weekday) => weekly(weekday, from, to)),
  );
  const own = { diaryId: v7(), venueId, mediatorId: account.id, ...rules };
  await send(context, address, [act('diary.set', own)]);
  return venueId;
}

/** A browser signed in as one more mediator of the venue, whose account the administrator makes. */
async function signInColleague(name: string, venueId: string): Promise<BrowserContext> {
  const { address, browser } = demonstration;
  const headers = { origin: address };
  const own = { email: 'tom.rieu@demonstration.invalid', password: 'une phrase assez longue' };
  const administrator = await demonstration.signIn('administrator');
  const made = { name, role: 'mediator', territoryIds: [], venueId, ...own };
  const added = await administrator.context.request.post(`${address}/api/accounts`, {
    headers,
    data: made,
  });
  expect(added.status()).toBe(201);
  const context = await browser.newContext();
  const entered = await context.request.post(`${address}/api/auth/sign-in/email`, {
    headers,
    data: own,
  });
  expect(entered.ok()).toBe(true);
  return context;
}
