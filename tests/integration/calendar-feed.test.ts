import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { issuedCalendarFeed } from '#src/contract';
import { issueFeed, revokeFeed } from '../../main/hub/links/calendar-feed.ts';
import { user } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';
import { bookIn, look, openDiary } from '../support/links.ts';

/** What a calendar program makes of the file. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: event.getFirstPropertyValue('status'),
    summary: event.getFirstPropertyValue('summary'),
    start: String(event.getFirstPropertyValue('dtstart')),
  }));
}

onBothDatabases('the calendar of a mediator', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database, { ports: { clock: () => getRig().now() } });
  const diaryId = v7();
  const feedOf = (account: { readonly accountId: string }) =>
    database().transaction((tx) => issueFeed(tx, account.accountId, getRig().now()));

  it('BO-57 follows an appointment from its booking to its end under one id', async () => {
    const rig = getRig();
    await openDiary(rig, diaryId);
    const { referralId, start } = await bookIn(rig, diaryId, 48);
    const path = await feedOf(rig.mediator);
    const eventNow = async () =>
      eventsOf((await look(hub(), path)).text).find(
        ({ uid }) => uid === `${referralId}@aiguillage`,
      );
    const first = await eventNow();
    expect(first).toMatchObject({
      sequence: 0,
      status: 'TENTATIVE',
      summary: 'Rendez-vous, É. B.',
    });
    expect(first?.start).toBe(start.replace('.000Z', 'Z'));
    await rig.act(rig.mediator, 'referral.accept', { referralId });
    expect(await eventNow()).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
    const later = new Date(Date.parse(start) + 2 * 60 * 60 * 1000).toISOString();
    const end = new Date(Date.parse(later) + 60 * 60 * 1000).toISOString();
    const to = { bookingId: v7(), diaryId, start: later, end };
    const move = { referralId, by: 'venue', reason: null, to } as const;
    expect(await rig.act(rig.mediator, 'referral.move', move)).toBe('applied');
    expect(await eventNow()).toMatchObject({ sequence: 1, start: later.replace('.000Z', 'Z') });
    await rig.act(rig.lucie, 'referral.cancel', { referralId, by: 'person', reason: null });
    expect(await eventNow()).toMatchObject({ sequence: 2, status: 'CANCELLED' });
  });

  it('BO-57 counts a time that was proposed and chosen as a move', async () => {
    const rig = getRig();
    const { referralId, start } = await bookIn(rig, diaryId, 96);
    const path = await feedOf(rig.mediator);
    const later = new Date(Date.parse(start) + 2 * 60 * 60 * 1000).toISOString();
    const end = new Date(Date.parse(later) + 60 * 60 * 1000).toISOString();
    const times = [{ id: v7(), start: later, end }];
    const proposal = { referralId, diaryId, times, note: '' };
    expect(await rig.act(rig.mediator, 'referral.propose', proposal)).toBe('applied');
    const choice = { referralId, timeId: times[0]?.id ?? '' };
    expect(await rig.act(rig.lucie, 'referral.choose-proposal', choice)).toBe('applied');
    const event = eventsOf((await look(hub(), path)).text).find(
      ({ uid }) => uid === `${referralId}@aiguillage`,
    );
    expect(event).toMatchObject({ sequence: 1, start: later.replace('.000Z', 'Z') });
    expect((await rig.see(rig.lucie, 'referral', referralId))?.move).toMatchObject({
      by: 'venue',
      from: { start },
    });
  });

  it('BO-57 says nothing of why, nor who in full', async () => {
    const { text, headers } = await look(hub(), await feedOf(getRig().mediator));
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(text).not.toMatch(/Blanc|Émile|Rose|E3|\+33/);
    expect(text).toContain('CLASS:PRIVATE');
  });

  it('BO-57 is not sent again as long as nothing changed', async () => {
    const path = await feedOf(getRig().mediator);
    const { headers } = await look(hub(), path);
    const tag = headers.get('etag') ?? '';
    getRig().pass(60);
    const again = await look(hub(), path, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    await bookIn(getRig(), diaryId, 72);
    expect((await look(hub(), path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('BO-58 opens by its newest address alone, and by none once it is revoked', async () => {
    const rig = getRig();
    const [old, renewed] = [await feedOf(rig.mediator), await feedOf(rig.mediator)];
    expect((await look(hub(), old)).status).toBe(404);
    expect((await look(hub(), renewed)).status).toBe(200);
    for (const guess of ['/calendar/none.ics', '/calendar/none', renewed.replace('.ics', '')]) {
      expect((await look(hub(), guess)).status).toBe(404);
    }
    await database().transaction((tx) => revokeFeed(tx, rig.mediator.accountId));
    expect((await look(hub(), renewed)).status).toBe(404);
    const last = await feedOf(rig.mediator);
    const { accountId } = rig.mediator;
    const as = (role: 'adviser' | 'mediator', venueId: string | null) =>
      database().db.update(user).set({ role, venueId }).where(eq(user.id, accountId));
    await as('adviser', null);
    expect((await look(hub(), last)).status).toBe(404);
    await as('mediator', rig.venueId);
    expect((await look(hub(), last)).status).toBe(200);
  });

  it('BO-57 shows another venue’s mediator none of it', async () => {
    const path = await feedOf(getRig().otherMediator);
    expect(eventsOf((await look(hub(), path)).text)).toEqual([]);
  });

  it('BO-58 is made, told once, and revoked by its mediator', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'mediator'));
    expect(await (await desk.get('/api/calendar-feed')).json()).toEqual({ madeAt: null });
    const made = issuedCalendarFeed.parse(await (await desk.post('/api/calendar-feed', {})).json());
    expect(await (await desk.get('/api/calendar-feed')).json()).toEqual({ madeAt: made.madeAt });
    const { pathname } = new URL(made.address);
    expect((await look(hub(), pathname)).status).toBe(200);
    const revoked = await desk.post('/api/calendar-feed/revoke', {});
    expect(await revoked.json()).toEqual({ madeAt: null });
    expect((await look(hub(), pathname)).status).toBe(404);
  });
});
