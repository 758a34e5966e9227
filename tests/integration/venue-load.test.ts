import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { venueLoad } from '#src/contract';
import { countReferrals } from '../../main/hub/storage/statistics-store.ts';
import { openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

async function refer(rig: DeskRig): Promise<string> {
  const callId = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  const asked = { referralId, callId, venueId: rig.venueId, wishes: ['Lundi'] };
  expect(await rig.act(rig.lucie, 'referral.request', asked)).toBe('applied');
  return referralId;
}

onBothDatabases('the load of the venues', (database) => {
  const getRig = desksOn(database);
  const clock = { now: '2026-01-12T08:00:00.000Z' };
  const hub = testHub(database, { ports: { clock: () => clock.now } });

  it('counts the referrals of the last fourteen days, refused ones too, and says nothing else', async () => {
    const rig = getRig();
    const refused = await refer(rig);
    const refusal = { referralId: refused, reason: 'full', note: '' } as const;
    expect(await rig.act(rig.mediator, 'referral.refuse', refusal)).toBe('applied');
    const first = rig.now();
    rig.pass(3600);
    await refer(rig);

    const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
    const loadAt = async (now: string) => {
      clock.now = now;
      return venueLoad.parse(await (await desk.get('/api/venues/load')).json()).venues;
    };
    const days = (from: string, count: number) =>
      new Date(Date.parse(from) + count * 86_400_000).toISOString();
    expect(await loadAt(rig.now())).toEqual([{ venueId: rig.venueId, referrals: 2 }]);
    expect(await loadAt(days(first, 14))).toEqual([{ venueId: rig.venueId, referrals: 2 }]);
    expect(await loadAt(days(rig.now(), 14))).toEqual([{ venueId: rig.venueId, referrals: 1 }]);
    expect(await loadAt(days(rig.now(), 15))).toEqual([]);
  });

  it('leaves training out but in a demonstration', async () => {
    const rig = getRig();
    const { db, pool } = database();
    const since = '2026-01-01T00:00:00Z';
    const counted = async (withTraining: boolean) => {
      const [venue] = await countReferrals(db, { since, withTraining });
      return venue?.referrals;
    };
    expect([await counted(false), await counted(true)]).toEqual([2, 2]);
    await pool.query(`update line set kind = 'training' where id = $1`, [rig.manualLine]);
    expect([await counted(false), await counted(true)]).toEqual([undefined, 2]);
  });
});
