import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { revokeLinks } from '../../main/hub/links/link-store.ts';
import { link } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { testHub } from '../support/hub.ts';
import { bookIn, linkTo, look, openDiary, press, requestTime } from '../support/links.ts';

const days = 24 * 60 * 60;

onBothDatabases('the link of a venue without account', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database, { ports: { clock: () => getRig().now() } });
  const stateOf = async (referralId: string) =>
    (await getRig().see(getRig().lucie, 'referral', referralId))?.state;

  it('BO-50 BO-52 tells and changes nothing for whatever looks, as often as it does', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    for (const _ of [1, 2]) {
      const cover = await look(hub(), path);
      expect(cover.status).toBe(200);
      expect(cover.text).toContain('France services de Mende');
      expect(cover.text).not.toMatch(/Blanc|Émile|Mardi|E3/);
    }
    expect(await stateOf(referralId)).toBe('sent');
  });

  it('BO-51 shows the request once somebody presses, and the venue has received it', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    const opened = await press(hub(), path, { act: 'open' });
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('Mardi matin');
    expect(opened.text).toContain('É. B.');
    expect(opened.text).not.toMatch(/Blanc|Émile|Rose|E3/);
    expect(await stateOf(referralId)).toBe('received');
    expect((await look(hub(), path)).text).toContain('Mardi matin');
  });

  it('BO-51 accepts once, says who comes, and then opens nothing', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    const accepted = await press(hub(), path, { act: 'accept' });
    expect(accepted.status).toBe(200);
    expect(accepted.text).toContain('Émile Blanc');
    expect(await stateOf(referralId)).toBe('accepted');
    for (const visit of [await look(hub(), path), await press(hub(), path, { act: 'refuse' })]) {
      expect(visit.status).toBe(410);
      expect(visit.text).not.toMatch(/Blanc|Mardi/);
    }
    expect(await stateOf(referralId)).toBe('accepted');
  });

  it('BO-50 answers once for all the links of the referral, also for two who press at once', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const paths = [
      await linkTo(rig, referralId, 'venue-answer'),
      await linkTo(rig, referralId, 'venue-answer'),
    ];
    const refusal = { act: 'refuse', reason: 'full', note: 'Complet en janvier' };
    const visits = await Promise.all(paths.map((path) => press(hub(), path, refusal)));
    expect(visits.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await rig.see(rig.lucie, 'referral', referralId)).toMatchObject({
      state: 'refused',
      refusal: { reason: 'full', note: 'Complet en janvier' },
    });
  });

  it('BO-51 refuses with a reason only', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    for (const reason of ['', 'sans raison']) {
      expect((await press(hub(), path, { act: 'refuse', reason })).status).toBe(422);
    }
    expect(await stateOf(referralId)).toBe('sent');
  });

  it('BO-51 proposes other times on the venue’s clock', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    for (const wrong of [
      { day0: '2026-01-10', time0: '10:00' },
      { day0: '2026-02-31', time0: '10:00' },
      { day0: '2026-01-20', time0: 'matin' },
      { day0: '', time0: '' },
    ]) {
      expect((await press(hub(), path, { act: 'propose', ...wrong })).status).toBe(422);
    }
    const times = { day0: '2026-01-20', time0: '10:00', day1: '21/01/2026', time1: '14h30' };
    expect((await press(hub(), path, { act: 'propose', ...times })).status).toBe(200);
    const seen = await rig.see(rig.lucie, 'referral', referralId);
    expect(seen?.state).toBe('proposed');
    expect(seen?.proposal?.times.map(({ start }) => start)).toEqual([
      '2026-01-20T09:00:00.000Z',
      '2026-01-21T13:30:00.000Z',
    ]);
    expect((await press(hub(), path, { act: 'accept' })).status).toBe(410);
  });

  it('BO-50 ends after eight days, with the appointment, and where it is revoked', async () => {
    const rig = getRig();
    const diaryId = v7();
    await openDiary(rig, diaryId);
    const { referralId } = await bookIn(rig, diaryId, 24);
    const [soon, revoked] = [
      await linkTo(rig, referralId, 'venue-answer'),
      await linkTo(rig, await requestTime(rig), 'venue-answer'),
    ];
    const late = await requestTime(rig);
    const old = await linkTo(rig, late, 'venue-answer');
    await database().transaction(async (tx) => {
      for (const { referralId: of } of await tx.select().from(link)) {
        if (of !== late && of !== referralId) await revokeLinks(tx, of, 'venue-answer');
      }
    });
    expect((await press(hub(), revoked, { act: 'accept' })).status).toBe(404);
    rig.pass(2 * days);
    expect((await press(hub(), soon, { act: 'accept' })).status).toBe(410);
    rig.pass(6 * days - 1);
    expect((await look(hub(), old)).status).toBe(200);
    rig.pass(1);
    expect((await look(hub(), old)).status).toBe(410);
    expect((await press(hub(), old, { act: 'accept' })).status).toBe(410);
    expect(await stateOf(late)).toBe('sent');
  });

  it('BO-52 opens nothing for a token that nobody issued, nor another’s act', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    for (const guess of [
      '/l/none',
      `${path}x`,
      path.slice(0, -1),
      `/l/${path.slice(3).toUpperCase()}`,
    ]) {
      expect((await look(hub(), guess)).status).toBe(404);
      expect((await press(hub(), guess, { act: 'accept' })).status).toBe(404);
    }
    const other = await requestTime(rig);
    await press(hub(), path, { act: 'accept', referralId: other });
    expect(await stateOf(other)).toBe('sent');
    // The person's link answers nothing for the venue.
    const theirs = await linkTo(rig, other, 'person-change');
    await press(hub(), theirs, { act: 'accept' });
    expect(await stateOf(other)).toBe('sent');
  });

  it('BO-52 keeps no token, loads nothing from elsewhere, and is not posted by another site', async () => {
    const rig = getRig();
    const referralId = await requestTime(rig);
    const path = await linkTo(rig, referralId, 'venue-answer');
    const kept = await database().db.select().from(link);
    expect(JSON.stringify(kept)).not.toContain(path.slice('/l/'.length));
    const { headers, text } = await look(hub(), path);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(text).not.toMatch(/<script|<link|<img|https?:/);
    const foreign = { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' };
    expect((await press(hub(), path, { act: 'accept' }, foreign)).status).toBe(403);
    expect(await stateOf(referralId)).toBe('sent');
  });
});
