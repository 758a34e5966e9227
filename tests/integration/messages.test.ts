import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { readMessageText } from '../../main/hub/notifications/message-text.ts';
import { sendMessage } from '../../main/hub/notifications/send-message.ts';
import type { Account } from '../../main/hub/operations/handler.ts';
import { carrierDouble } from '../support/carrier-double.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import {
  bookAppointment,
  hour,
  messagesOf,
  rose,
  sendAll,
  sendingOn,
} from '../support/told-person.ts';

const kindsOf = (rows: readonly { kind: string; channel: string; state: string }[]) =>
  rows.map(({ kind, channel, state }) => `${kind} ${channel} ${state}`);

onBothDatabases('messages of a referral', (database) => {
  const getRig = desksOn(database);
  const diaryId = v7();

  it('ME-20 are planned with the appointment: at once, two days and two hours before', async () => {
    const rig = getRig();
    const { referralId, start } = await bookAppointment(rig, diaryId);
    const rows = await messagesOf(rig, referralId);
    expect(kindsOf(rows)).toEqual([
      'confirmation sms planned',
      'reminder-two-days sms planned',
      'reminder-two-hours sms planned',
    ]);
    expect(rows[0]?.dueAt).toBe(rig.now());
    expect(rows.every(({ appointment }) => appointment?.start === start)).toBe(true);
  });

  it('ME-20 go the way that the person chose, and a letter reminds nobody', async () => {
    const rig = getRig();
    const { referralId } = await bookAppointment(rig, diaryId, { channels: ['email', 'letter'] });
    expect(kindsOf(await messagesOf(rig, referralId)).sort()).toEqual([
      'confirmation email planned',
      'confirmation letter planned',
      'reminder-two-days email planned',
      'reminder-two-hours email planned',
    ]);
    const silent = await bookAppointment(rig, diaryId, { channels: [], inHours: 80 });
    expect(await messagesOf(rig, silent.referralId)).toEqual([]);
  });

  it('ME-22 are taken back with the appointment, and said to be where they went', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const cancel = (referralId: string) =>
      rig.act(rig.lucie, 'referral.cancel', { referralId, by: 'person', reason: null });

    const unheard = await bookAppointment(rig, diaryId);
    await cancel(unheard.referralId);
    await sendAll(parts, rig, unheard.referralId);
    expect(taken).toEqual([]);

    const heard = await bookAppointment(rig, diaryId);
    await sendAll(parts, rig, heard.referralId);
    await cancel(heard.referralId);
    await sendAll(parts, rig, heard.referralId);
    expect(kindsOf(await messagesOf(rig, heard.referralId)).sort()).toEqual([
      'cancelled sms sent',
      'confirmation sms sent',
      'reminder-two-days sms cancelled',
      'reminder-two-hours sms cancelled',
    ]);
    expect(taken.map(({ to }) => to)).toEqual(['+33639980012', '+33639980012']);
  });

  it('ME-22 remind never twice, nor once the appointment has begun', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const { referralId } = await bookAppointment(rig, diaryId);
    await sendAll(parts, rig, referralId);
    rig.pass(26 * hour);
    await sendAll(parts, rig, referralId);
    await sendAll(parts, rig, referralId);
    expect(taken).toHaveLength(2);
    rig.pass(48 * hour);
    await sendAll(parts, rig, referralId);
    expect(taken).toHaveLength(2);
    expect(kindsOf(await messagesOf(rig, referralId))).toContain(
      'reminder-two-hours sms cancelled',
    );
  });

  it('ME-23 stay on screen where nobody carries them', async () => {
    const rig = getRig();
    const { referralId } = await bookAppointment(rig, diaryId, { channels: ['sms', 'letter'] });
    await sendAll(sendingOn(rig, {}), rig, referralId);
    const rows = await messagesOf(rig, referralId);
    expect(kindsOf(rows)).toEqual(
      expect.arrayContaining(['confirmation sms shown', 'confirmation letter shown']),
    );
    const messageId = rows.find(({ channel }) => channel === 'letter')?.id ?? '';
    expect(await rig.act(rig.karim, 'message.post', { messageId })).toBe('forbidden');
    expect(await rig.act(rig.mediator, 'message.post', { messageId })).toBe('forbidden');
    expect(await rig.act(rig.lucie, 'message.post', { messageId })).toBe('applied');
    expect(await rig.act(rig.lucie, 'message.post', { messageId })).toBe('message-over');
  });

  it('ME-33 that wait to be sent by hand are taken back, unless somebody said that they went', async () => {
    const rig = getRig();
    const parts = sendingOn(rig, {});
    const { referralId, start } = await bookAppointment(rig, diaryId, {
      channels: ['sms', 'letter'],
    });
    await sendAll(parts, rig, referralId);
    const letter = (await messagesOf(rig, referralId)).find(({ channel }) => channel === 'letter');
    const posted = { messageId: letter?.id ?? '' };
    expect(await rig.act(rig.lucie, 'message.post', posted)).toBe('applied');
    const at = Date.parse(start) + 24 * hour * 1000;
    const to = {
      bookingId: v7(),
      diaryId: null,
      start: new Date(at).toISOString(),
      end: new Date(at + hour * 1000).toISOString(),
    };
    const move = { referralId, by: 'venue', reason: null, to } as const;
    expect(await rig.act(rig.mediator, 'referral.move', move)).toBe('applied');
    const rows = kindsOf(await messagesOf(rig, referralId));
    expect(rows).toContain('confirmation sms superseded');
    expect(rows).toContain('confirmation letter sent');
    // Somebody may have handed it over all the same: the change is said.
    expect(rows).toContain('moved sms planned');
    const sms = (await messagesOf(rig, referralId)).find(({ state }) => state === 'superseded');
    expect(await rig.act(rig.lucie, 'message.post', { messageId: sms?.id ?? '' })).toBe(
      'message-over',
    );
    rig.pass(1);
    // What changes again is said again.
    const back = {
      ...move,
      to: {
        ...to,
        bookingId: v7(),
        start,
        end: new Date(Date.parse(start) + hour * 1000).toISOString(),
      },
    };
    expect(await rig.act(rig.mediator, 'referral.move', back)).toBe('applied');
    await sendAll(parts, rig, referralId);
    expect(kindsOf(await messagesOf(rig, referralId))).toContain('moved sms shown');
  });

  it('ME-36 go another way, and anew to another number, once somebody says so after the referral left', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier, email: carrier });
    const { referralId } = await bookAppointment(rig, diaryId);
    await sendAll(parts, rig, referralId);
    const to = { referralId, language: 'en' as const, email: rose.email, address: null };
    const redirect = (who: Account, more: { readonly phone: string }) =>
      rig.act(who, 'message.redirect', { ...to, ...more, channels: ['sms', 'email'] });
    for (const who of [rig.karim, rig.mediator, rig.authority]) {
      expect(await redirect(who, { phone: rose.phone })).toBe('forbidden');
    }
    expect(await redirect(rig.supervisor, { phone: rose.phone })).toBe('applied');
    await sendAll(parts, rig, referralId);
    // What went by text message is not said again; the new way says it.
    expect(taken.map((parcel) => parcel.to)).toEqual([rose.phone, rose.email]);
    rig.pass(1);
    expect(await redirect(rig.lucie, { phone: '+33639980099' })).toBe('applied');
    await sendAll(parts, rig, referralId);
    expect(taken.map((parcel) => parcel.to)).toEqual([rose.phone, rose.email, '+33639980099']);
    expect((await rig.see(rig.lucie, 'referral', referralId))?.written).toEqual({
      language: 'en',
      channels: ['sms', 'email'],
    });
    expect((await rig.see(rig.mediator, 'referral', referralId))?.written).toBeNull();
    const reminders = (await messagesOf(rig, referralId)).filter(
      ({ state }) => state === 'planned',
    );
    expect(reminders.map(({ language, channel }) => `${language} ${channel}`).sort()).toEqual([
      'en email',
      'en email',
      'en sms',
      'en sms',
    ]);
    const refuse = { referralId, reason: 'full', note: '' } as const;
    expect(await rig.act(rig.mediator, 'referral.refuse', refuse)).toBe('applied');
    expect(await redirect(rig.lucie, { phone: rose.phone })).toBe('referral-over');
  });

  it('ME-24 are sent once by two hubs that are told to at the same moment', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const { referralId } = await bookAppointment(rig, diaryId);
    const [confirmation] = await messagesOf(rig, referralId);
    const id = confirmation?.id ?? '';
    await Promise.all([1, 2, 3, 4].map(() => sendMessage(parts, id, false)));
    expect(taken).toHaveLength(1);
  });

  it('ME-25 are asked after before they are sent again, and left where nobody can tell', async () => {
    const rig = getRig();
    const { carrier, taken, answer } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const { referralId } = await bookAppointment(rig, diaryId);
    const [confirmation] = await messagesOf(rig, referralId);
    const id = confirmation?.id ?? '';
    const stateOf = async () => (await messagesOf(rig, referralId))[0]?.state;

    answer('unknown');
    expect(await sendMessage(parts, id, false)).toBe('done');
    expect(await sendMessage(parts, id, false)).toBe('done');
    expect(await stateOf()).toBe('sending');
    rig.pass(61);
    // It never arrived: it is sent after all.
    expect(await sendMessage(parts, id, false)).toBe('taken');
    expect([await stateOf(), taken.length]).toEqual(['sent', 1]);
  });

  it('ME-25 fail where they are refused, and are tried again only where somebody says so', async () => {
    const rig = getRig();
    const { carrier, taken, answer } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const { referralId } = await bookAppointment(rig, diaryId);
    const [confirmation] = await messagesOf(rig, referralId);
    const id = confirmation?.id ?? '';
    answer('later', 'refused');
    expect(await sendMessage(parts, id, false)).toBe('again');
    expect(await sendMessage(parts, id, false)).toBe('done');
    expect((await messagesOf(rig, referralId))[0]).toMatchObject({
      state: 'failed',
      failure: 'refused',
    });
    expect(await rig.act(rig.lucie, 'message.retry', { messageId: id })).toBe('applied');
    expect(await sendMessage(parts, id, false)).toBe('taken');
    expect(taken).toHaveLength(1);
  });

  it('ME-22 are not sent once they are true no more, whoever says to try again', async () => {
    const rig = getRig();
    const { carrier, taken, answer } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const cancelledAfter = async (outcome: 'refused' | 'unknown') => {
      const { referralId } = await bookAppointment(rig, diaryId);
      const id = (await messagesOf(rig, referralId))[0]?.id ?? '';
      answer(outcome);
      await sendMessage(parts, id, false);
      const cancel = { referralId, by: 'person', reason: null } as const;
      expect(await rig.act(rig.lucie, 'referral.cancel', cancel)).toBe('applied');
      return { referralId, id };
    };
    const refused = await cancelledAfter('refused');
    const retry = { messageId: refused.id };
    expect(await rig.act(rig.lucie, 'message.retry', retry)).toBe('message-over');
    expect(await sendMessage(parts, refused.id, false)).toBe('done');
    const lost = await cancelledAfter('unknown');
    rig.pass(61);
    expect(await sendMessage(parts, lost.id, false)).toBe('done');
    expect(taken).toEqual([]);
    const rows = await messagesOf(rig, lost.referralId);
    expect(rows.find(({ id }) => id === lost.id)?.state).toBe('cancelled');
  });

  it('ME-22 tell of a proposal as long as it stands', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { sms: carrier });
    const { referralId, start } = await bookAppointment(rig, diaryId);
    await sendAll(parts, rig, referralId);
    const propose = (hours: number) => {
      const at = Date.parse(start) + hours * hour * 1000;
      const time = {
        start: new Date(at).toISOString(),
        end: new Date(at + hour * 1000).toISOString(),
      };
      const times = [{ id: v7(), ...time }];
      return rig.act(rig.mediator, 'referral.propose', { referralId, diaryId, times, note: '' });
    };
    expect(await propose(2)).toBe('applied');
    rig.pass(1);
    expect(await propose(4)).toBe('applied');
    await sendAll(parts, rig, referralId);
    expect(taken).toHaveLength(2);
    rig.pass(1);
    expect(await propose(6)).toBe('applied');
    expect(await rig.act(rig.lucie, 'referral.decline-proposal', { referralId })).toBe('applied');
    await sendAll(parts, rig, referralId);
    expect(taken).toHaveLength(2);
  });

  it('ME-34 say every time that the venue proposes', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { email: carrier });
    const { referralId, start } = await bookAppointment(rig, diaryId, { channels: ['email'] });
    const times = [2, 26].map((hours) => {
      const at = Date.parse(start) + hours * hour * 1000;
      return {
        id: v7(),
        start: new Date(at).toISOString(),
        end: new Date(at + hour * 1000).toISOString(),
      };
    });
    const propose = { referralId, diaryId, times, note: '' };
    expect(await rig.act(rig.mediator, 'referral.propose', propose)).toBe('applied');
    await sendAll(parts, rig, referralId);
    const said = taken.find(({ subject }) => subject === 'D’autres dates vous sont proposées');
    expect(said?.text.match(/ ou le /g)).toHaveLength(1);
  });

  it('ME-13 take the appointment out of a calendar under a later number, whoever gave it up', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const parts = sendingOn(rig, { email: carrier });
    const { referralId } = await bookAppointment(rig, diaryId, { channels: ['email'] });
    await sendAll(parts, rig, referralId);
    const refuse = { referralId, reason: 'full', note: '' } as const;
    expect(await rig.act(rig.mediator, 'referral.refuse', refuse)).toBe('applied');
    await sendAll(parts, rig, referralId);
    const numbers = taken.map(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar?.text ?? '')?.[1]);
    expect(numbers).toEqual(['0', '1']);
  });

  it('ME-30 are for who sent them, not for the venue', async () => {
    const rig = getRig();
    const { referralId } = await bookAppointment(rig, diaryId);
    const seen = async (who: Account) =>
      (await rig.see(who, 'referral', referralId))?.messages.length;
    expect(await seen(rig.lucie)).toBe(3);
    expect(await seen(rig.supervisor)).toBe(3);
    expect(await seen(rig.mediator)).toBe(0);
    expect(await seen(rig.karim)).toBeUndefined();
  });

  it('ME-30 are read by who sent them and their supervisor, and by nobody else', async () => {
    const rig = getRig();
    const { referralId } = await bookAppointment(rig, diaryId);
    const [confirmation] = await messagesOf(rig, referralId);
    const read = (who: Account) =>
      database().transaction((tx) => readMessageText(tx, who, confirmation?.id ?? ''));
    for (const who of [rig.lucie, rig.supervisor]) {
      expect(await read(who)).toMatchObject({ to: '+33639980012' });
    }
    const strangers = [rig.karim, rig.farAdviser, rig.mediator, rig.otherMediator, rig.authority];
    for (const who of [...strangers, rig.administrator]) expect(await read(who)).toBeNull();
  });
});
