import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { PersonDetails } from '#src/contract';
import { callIdentity, line } from '../../main/hub/storage/schema.ts';
import { details, openReferableCall } from '../support/calls-at-desk.ts';
import { carrierDouble } from '../support/carrier-double.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { hour, messagesOf, sendAll, sendingOn } from '../support/told-person.ts';

const phonedFrom = '+33639980044';

/** A time in three days agreed on by telephone with a venue that has no diary here, for who phoned or for somebody else. */
async function agreeOnTime(rig: DeskRig, beneficiary: PersonDetails | null) {
  await rig.database.db.update(line).set({ number: '+33466490001' });
  const callId = await openReferableCall(rig, rig.lucie);
  const ofCall = eq(callIdentity.callId, callId);
  await rig.database.db.update(callIdentity).set({ number: phonedFrom }).where(ofCall);
  const people = { callId, caller: details('Rose Blanc'), beneficiary };
  expect(await rig.act(rig.lucie, 'people.identify', people)).toBe('applied');
  const referralId = v7();
  const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Jeudi'] };
  expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('applied');
  const at = (hours: number) => new Date(Date.parse(rig.now()) + hours * hour * 1000).toISOString();
  const period = { start: at(72), end: at(73) };
  const to = { bookingId: v7(), diaryId: null, ...period };
  const agreed = { referralId, by: 'venue', reason: null, to } as const;
  expect(await rig.act(rig.lucie, 'referral.move', agreed)).toBe('applied');
  return { referralId, period };
}

onBothDatabases('whom messages reach, and of what time', (database) => {
  const getRig = desksOn(database);

  it('ME-9 tell of a time agreed on with a venue that has no diary here, on its clock', async () => {
    const rig = getRig();
    const { referralId, period } = await agreeOnTime(rig, null);
    const rows = await messagesOf(rig, referralId);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'confirmation',
      'reminder-two-days',
      'reminder-two-hours',
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ appointment: period, zone: 'Europe/Paris' });
    }
  });

  it('ME-20 leave for the number that phoned, where the record of who phoned has none', async () => {
    const rig = getRig();
    const { carrier, taken } = carrierDouble();
    const { referralId } = await agreeOnTime(rig, null);
    await sendAll(sendingOn(rig, { sms: carrier }), rig, referralId);
    expect(taken.map(({ to }) => to)).toEqual([phonedFrom]);
  });

  it('ME-20 do not leave for the number that phoned where somebody else is helped', async () => {
    const rig = getRig();
    const { referralId } = await agreeOnTime(rig, details('Émile Blanc'));
    expect(await messagesOf(rig, referralId)).toEqual([]);
  });
});
