import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { present } from '#src/kernel';
import { translations } from '#src/messages';
import { messageChoice, translationSignature } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { testHub } from '../support/hub.ts';
import {
  bookIn,
  linkTo,
  look,
  openDiary,
  press,
  requestTime,
  type Visit,
} from '../support/links.ts';

const hours = 60 * 60;

/** The instants that a page offers, as its choices post them. */
const offered = ({ text }: Visit) =>
  [...text.matchAll(/name="time" value="([^"]+)"/g)].map(([, value]) => value ?? '');

onBothDatabases('the link of a person', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database, { ports: { clock: () => getRig().now() } });
  const diaryId = v7();
  const see = async (referralId: string) =>
    present(await getRig().see(getRig().lucie, 'referral', referralId), 'it is Lucie’s');

  async function booked(hoursAway: number) {
    const rig = getRig();
    await openDiary(rig, diaryId);
    const appointment = await bookIn(rig, diaryId, hoursAway);
    return { ...appointment, path: await linkTo(rig, appointment.referralId, 'person-change') };
  }

  it('BO-53 shows when and where, nothing of why, as often as it is looked at', async () => {
    const { path, referralId } = await booked(48);
    for (const _ of [1, 2]) {
      const { status, text } = await look(hub(), path);
      expect(status).toBe(200);
      expect(text).toContain('mercredi 14 janvier 2026 à 9 h');
      expect(text).toContain('France services de Mende');
      expect(text).not.toMatch(/Blanc|E3|Impôts|téléphone portable/);
    }
    expect((await see(referralId)).state).toBe('sent');
  });

  it('BO-55 moves to another free time of its diary, and gives the first one back', async () => {
    const rig = getRig();
    const { path, referralId, start, bookingId } = await booked(72);
    const times = offered(await look(hub(), path));
    expect(times).not.toContain(start);
    const wanted = present(times[0], 'the diary is open all day');
    const moved = await press(hub(), path, { act: 'move', time: wanted });
    expect(moved.status).toBe(303);
    expect(moved.headers.get('location')).toBe(`${path}?noted`);
    const after = await see(referralId);
    expect(after.appointment?.start).toBe(new Date(wanted).toISOString());
    expect(after.move).toMatchObject({ by: 'person', count: 1 });
    expect((await rig.see(rig.lucie, 'booking', bookingId))?.state).toBe('released');
    // Sent twice, as a slow telephone does.
    expect((await press(hub(), path, { act: 'move', time: wanted })).status).toBe(200);
    expect((await see(referralId)).move?.count).toBe(1);
    expect(offered(await look(hub(), path))).toContain(
      new Date(start).toISOString().replace('.000', ''),
    );
  });

  it('BO-77 takes or leaves an earlier time that is kept for the person', async () => {
    const rig = getRig();
    const waiting = await booked(200);
    const suits = {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      halves: ['morning' as const, 'afternoon' as const],
    };
    const { referralId, path } = waiting;
    expect(await rig.act(rig.lucie, 'wait.join', { referralId, suits })).toBe('applied');
    const freeUp = async (hoursAway: number) => {
      const other = await booked(hoursAway);
      const cancel = { referralId: other.referralId, by: 'person', reason: null } as const;
      expect(await rig.act(rig.lucie, 'referral.cancel', cancel)).toBe('applied');
      return present((await see(referralId)).waiting?.offer, 'it is offered');
    };
    const left = await freeUp(120);
    expect((await look(hub(), path)).text).toContain('Une place plus tôt est libre');
    const no = { act: 'decline-offer', offer: left.bookingId };
    expect((await press(hub(), path, no)).status).toBe(303);
    expect((await see(referralId)).waiting?.offer).toBeNull();
    expect((await press(hub(), path, { ...no, act: 'accept-offer' })).status).toBe(409);

    const taken = await freeUp(122);
    const yes = { act: 'accept-offer', offer: taken.bookingId };
    expect((await press(hub(), path, yes)).status).toBe(303);
    expect(await see(referralId)).toMatchObject({
      appointment: { start: taken.start },
      move: { by: 'person', reason: 'earlier-time' },
      waiting: null,
    });
    expect((await look(hub(), path)).text).not.toContain('Une place plus tôt est libre');
  });

  it('BO-54 does once what is asked twice at the same moment', async () => {
    const moving = await booked(76);
    const wanted = present(offered(await look(hub(), moving.path))[0], 'the diary is open all day');
    const ask = { act: 'move', time: wanted };
    await Promise.all([1, 2, 3].map(() => press(hub(), moving.path, ask)));
    expect((await see(moving.referralId)).move?.count).toBe(1);
    const leaving = await booked(80);
    const visits = await Promise.all(
      [1, 2, 3].map(() => press(hub(), leaving.path, { act: 'cancel', reason: '' })),
    );
    expect(visits.map(({ status }) => status).toSorted()).toEqual([200, 200, 303]);
  });

  it('BO-55 moves ten times and no more, whoever holds the link', async () => {
    const { path, referralId } = await booked(150);
    for (let moves = 1; moves <= 10; moves += 1) {
      const [time] = offered(await look(hub(), path));
      await press(hub(), path, { act: 'move', time: present(time, 'the diary is open all day') });
      expect((await see(referralId)).move?.count).toBe(moves);
    }
    const last = present((await see(referralId)).appointment, 'it stands');
    expect(offered(await look(hub(), path))).toEqual([]);
    const later = new Date(Date.parse(last.end)).toISOString();
    expect((await press(hub(), path, { act: 'move', time: later })).status).toBe(409);
    expect((await see(referralId)).appointment?.start).toBe(last.start);
    expect((await press(hub(), path, { act: 'cancel' })).status).toBe(303);
  });

  it('BO-55 says that somebody was faster, offers other times, and keeps the appointment', async () => {
    const [first, second] = [await booked(96), await booked(100)];
    const times = offered(await look(hub(), first.path));
    const both = present(
      times.find((time) => offeredAlso(time)),
      'two appointments of a day share a free time',
    );
    function offeredAlso(time: string) {
      return (
        Date.parse(time) > Date.parse(first.start) && Date.parse(time) < Date.parse(second.start)
      );
    }
    const visits = await Promise.all(
      [first, second].map(({ path }) => press(hub(), path, { act: 'move', time: both })),
    );
    expect(visits.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = present(
      visits.find(({ status }) => status === 409),
      'one of them lost',
    );
    expect(lost.text).toContain('Quelqu’un vient de prendre cette heure');
    expect(offered(lost).length).toBeGreaterThan(0);
    expect(offered(lost)).not.toContain(both);
    const starts = [await see(first.referralId), await see(second.referralId)].map(
      ({ appointment }) => appointment?.start,
    );
    expect(starts).toContain(new Date(both).toISOString());
    expect(starts.filter((at) => at === first.start || at === second.start)).toHaveLength(1);
  });

  it('BO-54 cancels with a reason or without, once, and gives the time back', async () => {
    const rig = getRig();
    for (const [reason, kept] of [
      ['cannot-come', 'cannot-come'],
      ['', null],
    ] as const) {
      const { path, referralId, bookingId } = await booked(120);
      for (const _ of [1, 2]) await press(hub(), path, { act: 'cancel', reason });
      const after = await see(referralId);
      expect(after.state).toBe('cancelled');
      expect(after.cancellation).toMatchObject({ by: 'person', reason: kept });
      expect((await rig.see(rig.lucie, 'booking', bookingId))?.state).toBe('released');
      const again = await look(hub(), path);
      expect(again.status).toBe(200);
      expect(again.text).toContain('annulé');
      expect(offered(again)).toEqual([]);
    }
  });

  it('BO-54 changes nothing under four hours, nor once the appointment is over', async () => {
    const rig = getRig();
    const { path, referralId, start } = await booked(5);
    const free = present(offered(await look(hub(), path))[0], 'the diary is open all day');
    rig.pass((Date.parse(start) - Date.parse(rig.now())) / 1000 - 4 * hours);
    expect(offered(await look(hub(), path))).not.toEqual([]);
    rig.pass(1);
    const late = await look(hub(), path);
    expect(late.text).toContain('Il est trop tard');
    expect(late.text).not.toContain('<form');
    await press(hub(), path, { act: 'cancel' });
    await press(hub(), path, { act: 'move', time: free });
    expect(await see(referralId)).toMatchObject({ state: 'sent', move: null });
    rig.pass(6 * hours);
    expect((await look(hub(), path)).text).not.toContain('France services de Mende');
  });

  it('BO-56 chooses among the times that the venue proposes, or none of them', async () => {
    const rig = getRig();
    const [chosen, declined] = [await requestTime(rig), await requestTime(rig)];
    for (const referralId of [chosen, declined]) {
      const start = new Date(Date.parse(rig.now()) + 48 * hours * 1000);
      const end = new Date(start.getTime() + hours * 1000).toISOString();
      const times = [{ id: v7(), start: start.toISOString(), end }];
      const proposal = { referralId, diaryId: null, times, note: '' };
      await rig.act(rig.mediator, 'referral.propose', proposal);
      rig.pass(2 * hours);
    }
    const path = await linkTo(rig, chosen, 'person-change');
    const time = present(offered(await look(hub(), path))[0], 'one time is proposed');
    expect((await press(hub(), path, { act: 'choose', time })).status).toBe(303);
    expect((await see(chosen)).state).toBe('accepted');
    expect((await press(hub(), path, { act: 'choose', time })).status).toBe(200);
    const other = await linkTo(rig, declined, 'person-change');
    expect((await press(hub(), other, { act: 'choose', time })).status).toBe(409);
    expect((await press(hub(), other, { act: 'decline' })).status).toBe(303);
    expect((await see(declined)).state).toBe('received');
  });

  it('BO-53 speaks the person’s language once a speaker has signed it, French until then', async () => {
    const { path, callId } = await booked(48);
    await database().db.insert(messageChoice).values({ callId, language: 'ar', channels: [] });
    expect((await look(hub(), path)).text).toContain('<html lang="fr" dir="ltr">');
    const arabic = present(
      translations([]).find(({ language }) => language === 'ar'),
      'Arabic ships',
    );
    const signature = { hash: arabic.hash, name: 'Une lectrice', at: getRig().now() };
    await database()
      .db.insert(translationSignature)
      .values({ language: 'ar', ...signature });
    const { text } = await look(hub(), path);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('موعدك');
  });
});
