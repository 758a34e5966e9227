import { expect, it } from 'vitest';
import { overrideRatesView } from '#src/contract';
import type { LevelOverride } from '#src/distance';
import { tally } from '#src/statistics';
import { countOverrides } from '../../main/hub/storage/override-store.ts';
import { countCalls } from '../../main/hub/storage/statistics-store.ts';
import { cutOff, openCall, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

const today = { from: '2026-01-12', to: '2026-01-12' };

const closeCorrected = async (rig: DeskRig, override: LevelOverride | null) => {
  const callId = await openReferableCall(rig, rig.lucie);
  if (override !== null) await rig.act(rig.lucie, 'level.override', { callId, override });
  await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
};

onBothDatabases('how often levels are corrected', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database);
  const counted = { ...today, territories: 'all' as const, withTraining: false };

  it('ST-11 counts each closed call with a level once for each question asked, by what was said', async () => {
    const rig = getRig();
    await closeCorrected(rig, null);
    await closeCorrected(rig, { measured: 'E3', level: 'E2', reason: 'says-less', words: null });
    await closeCorrected(rig, { measured: 'E3', level: 'E2', reason: 'says-less', words: null });
    const unmeasured = await openCall(rig, rig.lucie);
    for (const [question, value] of [
      ['consent', 'yes'],
      ['need', 'procedures'],
      ['quick-fix', 'unsolved'],
      ['distance.internet', 'seul'],
      ['distance.mail', 'seul'],
    ] as const) {
      await say(rig, rig.lucie, unmeasured, question, value);
    }
    await rig.act(rig.lucie, 'call.close', { callId: unmeasured, ending: cutOff });

    const rows = await countOverrides(database().db, counted);
    const internet = { model: 'rte@0.1.0', question: 'internet' };
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { ...internet, override: null, calls: 1 },
        {
          ...internet,
          override: { measured: 'E3', level: 'E2', reason: 'says-less' },
          calls: 2,
        },
      ]),
    );
    expect(await countOverrides(database().db, { ...counted, territories: [rig.gard] })).toEqual(
      [],
    );
  });

  it('ST-2 counts requests at the corrected level', async () => {
    const now = getRig().now();
    expect(tally(await countCalls(database().db, counted, now)).byLevel).toMatchObject({
      E2: 2,
      E3: 1,
    });
  });

  it('ST-11 are read by who looks after the line, in its own territories and a period that is one', async () => {
    const rig = getRig();
    const path = '/api/statistics/overrides';
    const deskOf = async (role: 'supervisor' | 'authority') =>
      openDesk(hub(), await addAccount(database(), role, { territoryIds: [rig.lozere] }));
    const supervisor = await deskOf('supervisor');
    const of = (from: string, to: string, territory: string) =>
      supervisor.get(`${path}?from=${from}&to=${to}&territory=${territory}`);
    const answer = await of(today.from, today.to, rig.lozere);
    expect(overrideRatesView.parse(await answer.json()).questions).toEqual([
      {
        model: 'rte@0.1.0',
        question: 'internet',
        asked: null,
        corrected: null,
        nearer: null,
        farther: null,
        reasons: [],
      },
    ]);
    expect((await of(today.from, today.to, rig.gard)).status).toBe(403);
    expect((await of('2026-01-13', '2026-01-12', rig.lozere)).status).toBe(400);
    expect((await of('hier', '2026-01-12', rig.lozere)).status).toBe(400);
    expect((await supervisor.get(`${path}?from=2026-01-12&to=2026-01-12&adviser=1`)).status).toBe(
      400,
    );
    const authority = await deskOf('authority');
    expect((await authority.get(`${path}?from=2026-01-12&to=2026-01-12`)).status).toBe(403);
  });
});
