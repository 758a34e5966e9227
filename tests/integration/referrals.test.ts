import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { cutOff, details, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';

async function request(rig: DeskRig) {
  const callId = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  const sent = await rig.act(rig.lucie, 'referral.request', {
    referralId,
    callId,
    venueId: rig.venueId,
    wishes: ['Mardi matin', 'Jeudi'],
  });
  expect(sent).toBe('applied');
  return { callId, referralId };
}

onBothDatabases('a referral', (database) => {
  const getRig = desksOn(database);

  it('reaches the venue with what was found, for the person who needs help', async () => {
    const rig = getRig();
    const { callId, referralId } = await request(rig);
    await rig.act(rig.lucie, 'note.write', { callId, text: 'Vient en bus.' });
    const received = await rig.see(rig.mediator, 'referral', referralId);
    expect(received).toMatchObject({
      venueName: 'France services de Mende',
      adviserName: 'lucie',
      state: 'sent',
      appointment: null,
      wishes: ['Mardi matin', 'Jeudi'],
      summary: {
        person: { name: 'Émile Blanc' },
        phonedBy: 'Rose Blanc',
        service: 'Aide aux démarches administratives',
        level: 'E3',
        communeCode: '48095',
        note: 'Vient en bus.',
      },
    });
    expect(received?.summary.distance).toHaveLength(1);
  });

  it('is seen by its venue, its adviser and the supervisor, and by nobody else', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    for (const reader of [rig.mediator, rig.lucie, rig.supervisor]) {
      expect((await rig.see(reader, 'referral', referralId))?.id).toBe(referralId);
    }
    const others = [rig.karim, rig.otherMediator, rig.authority, rig.administrator, rig.farAdviser];
    for (const other of others) expect(await rig.see(other, 'referral', referralId)).toBeNull();
  });

  it('BO-10 is decided once, by its own venue', async () => {
    const rig = getRig();
    const { referralId } = await request(rig);
    const refuse = { referralId, reason: 'full', note: '' } as const;
    for (const other of [rig.otherMediator, rig.lucie, rig.supervisor, rig.administrator]) {
      expect(await rig.act(other, 'referral.accept', { referralId })).toBe('forbidden');
      expect(await rig.act(other, 'referral.refuse', refuse)).toBe('forbidden');
    }
    expect(await rig.act(rig.mediator, 'referral.accept', { referralId: v7() })).toBe(
      'unknown-referral',
    );
    expect(await rig.act(rig.mediator, 'referral.accept', { referralId })).toBe('applied');
    expect(await rig.act(rig.mediator, 'referral.refuse', refuse)).toBe('already-decided');
    expect((await rig.see(rig.lucie, 'referral', referralId))?.state).toBe('accepted');
  });

  it('BO-10 BO-11 gives its time back when it is refused, and the call may be sent elsewhere', async () => {
    const rig = getRig();
    const diaryId = v7();
    const ranges = [weekly(3, '14:00', '15:00')];
    const { venueId } = rig;
    await rig.act(rig.mediator, 'diary.set', venueDiary({ diaryId, venueId }, 60, ranges));
    const callId = await openReferableCall(rig, rig.lucie);
    const slot = { start: '2026-01-14T13:00:00Z', end: '2026-01-14T14:00:00Z' };
    const hold = (bookingId: string) =>
      rig.act(rig.lucie, 'slot.hold', { bookingId, callId, diaryId, ...alone, ...slot });
    const bookingId = v7();
    const referralId = v7();
    await hold(bookingId);
    expect(await rig.act(rig.lucie, 'referral.book', { referralId, callId, bookingId })).toBe(
      'applied',
    );
    const sent = await rig.see(rig.mediator, 'referral', referralId);
    expect(sent?.appointment).toMatchObject({ bookingId, zone: 'Europe/Paris' });

    const why = { reason: 'closed-that-day', note: 'Inventaire' } as const;
    expect(await rig.act(rig.mediator, 'referral.refuse', { referralId, ...why })).toBe('applied');
    expect((await rig.see(rig.lucie, 'referral', referralId))?.refusal).toEqual(why);
    const next = { referralId: v7(), callId, bookingId: v7() };
    expect(await hold(next.bookingId)).toBe('applied');
    expect(await rig.act(rig.lucie, 'referral.book', next)).toBe('applied');
  });

  it('PR-6 leaves a venue that refused no way to reach the person, nor what is noted later', async () => {
    const rig = getRig();
    const { referralId, callId } = await request(rig);
    await rig.act(rig.lucie, 'people.identify', {
      callId,
      caller: { ...details('Rose Blanc'), phone: '+33465712814' },
      beneficiary: null,
    });
    const before = (await rig.see(rig.mediator, 'referral', referralId))?.summary;
    expect(before?.person.phone).toBe('+33465712814');
    await rig.act(rig.mediator, 'referral.refuse', { referralId, reason: 'full', note: '' });
    await rig.act(rig.lucie, 'note.write', { callId, text: 'Pour le lieu suivant.' });

    const after = (await rig.see(rig.mediator, 'referral', referralId))?.summary;
    expect(after?.person).toEqual({ ...before?.person, phone: null, email: null, address: null });
    expect(after?.note).toBe('');
    const adviser = (await rig.see(rig.lucie, 'referral', referralId))?.summary;
    expect(adviser?.person).toEqual(before?.person);
    expect(adviser?.note).toBe('Pour le lieu suivant.');
  });

  it('goes to a venue that is there, once a call', async () => {
    const rig = getRig();
    const { callId } = await request(rig);
    const wish = { referralId: v7(), callId, venueId: rig.venueId, wishes: ['Lundi'] };
    expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('already-referred');
    const fresh = await openReferableCall(rig, rig.lucie);
    const nowhere = { ...wish, callId: fresh, venueId: 'lieu-disparu' };
    expect(await rig.act(rig.lucie, 'referral.request', nowhere)).toBe('unknown-venue');
    expect(await rig.act(rig.karim, 'referral.request', { ...wish, callId: fresh })).toBe(
      'forbidden',
    );
  });

  it('CA-9 makes a closed call a referred one, and keeps its names for the venue', async () => {
    const rig = getRig();
    const { callId, referralId } = await request(rig);
    const noRequest = { kind: 'no-request', reason: 'test' } as const;
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: noRequest })).toBe(
      'already-referred',
    );
    await say(rig, rig.lucie, callId, 'consent', 'no');
    expect(await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff })).toBe('applied');
    expect((await rig.see(rig.lucie, 'call', callId))?.facts?.outcome).toBe('referred');
    const received = await rig.see(rig.mediator, 'referral', referralId);
    expect(received?.summary.person.name).toBe('Émile Blanc');
  });
});
