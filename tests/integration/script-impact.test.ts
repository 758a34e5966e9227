import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { ScriptRef } from '#src/contract';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, openDesk } from '../support/hub.ts';
import {
  at,
  publishNow,
  type ScriptDesks,
  script,
  scriptDesksOn,
} from '../support/script-desks.ts';

/** The same script, but that its distance is not measured. */
function withoutDistance(version: string) {
  const document = script(version);
  const { distance: _distance, ...nodes } = document.nodes;
  const quickFix = nodes['quick-fix'];
  if (quickFix?.type !== 'choice') throw new Error('The short script tries a quick fix.');
  const options = quickFix.options.map((option) =>
    option.next === 'distance' ? { ...option, next: 'commune' } : option,
  );
  const sections = document.sections.filter(({ id }) => id !== 'distance');
  return { ...document, sections, nodes: { ...nodes, 'quick-fix': { ...quickFix, options } } };
}

type Ending = 'script' | 'silent';

/** A call that was closed, on the manual line. */
async function closedCall(
  { adviser, manualLine }: ScriptDesks,
  ran: ScriptRef,
  answers: Readonly<Record<string, string>>,
  ending: Ending = 'script',
) {
  const { act } = at(adviser);
  const callId = v7();
  const openedAt = new Date().toISOString();
  const opened = { callId, lineId: manualLine, number: '+33466490077', openedAt, script: ran };
  const acts = [
    await act('call.open', { ...opened, mode: 'afterwards' }),
    ...(await inTurn(Object.entries(answers), ([question, value]) =>
      act('answer.record', { callId, question, value }),
    )),
    await act('call.close', {
      callId,
      ending: ending === 'script' ? { kind: 'script' } : { kind: 'no-request', reason: ending },
    }),
  ];
  expect(new Set(acts)).toEqual(new Set(['applied']));
  return callId;
}

async function inTurn<Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>) {
  const values: Value[] = [];
  for (const item of items) values.push(await work(item));
  return values;
}

const solved = { consent: 'yes', need: 'procedures', 'quick-fix': 'solved' };
const notSolved = {
  consent: 'yes',
  need: 'procedures',
  'quick-fix': 'unsolved',
  'distance.internet': 'non',
  commune: '48095',
  orientation: 'none',
};

onBothDatabases('SC-42 the impact of a draft', (database) => {
  const desks = scriptDesksOn(database);

  it('counts the past calls that would end elsewhere, and changes nothing of them', async () => {
    const rig = desks();
    const { save, impact, setLine } = at(rig.administrator);
    const ran = await publishNow(rig.administrator, script('1.0.0'));
    await setLine(rig.manualLine, 'court');
    const nothing = { calls: 0, from: null, to: null, same: 0, elsewhere: 0, unfinished: 0 };
    await save(withoutDistance('2.0.0'), 0, ran.hash);
    expect(await impact('court')).toEqual({ ...nothing, partings: [] });

    await closedCall(rig, ran, solved);
    await closedCall(rig, ran, notSolved);
    await closedCall(rig, ran, { consent: 'yes' }, 'silent');
    const before = await database().pool.query('select * from call order by id');
    const found = await impact('court');
    expect(found).toMatchObject({
      calls: 2,
      same: 1,
      elsewhere: 1,
      unfinished: 0,
      partings: [{ question: 'quick-fix', calls: 1 }],
    });
    expect(Date.parse(found.from ?? '')).toBeLessThanOrEqual(Date.parse(found.to ?? ''));
    expect(JSON.stringify(found)).not.toMatch(/33466490077|48095/);
    expect((await database().pool.query('select * from call order by id')).rows).toEqual(
      before.rows,
    );
  });

  it('follows a call on the version that it ran, whichever is published since', async () => {
    const rig = desks();
    const { save, impact, discard } = at(rig.administrator);
    expect(await discard('court', 1)).toBe(204);
    const second = await publishNow(rig.administrator, script('1.0.1', { say: 'Quel besoin ?' }));
    await closedCall(rig, second, notSolved);
    await save(withoutDistance('2.0.0'), 0, second.hash);
    expect(await impact('court')).toMatchObject({ calls: 3, same: 1, elsewhere: 2 });
  });

  it('leaves out calls that are older than a year, of other territories, and of the training line', async () => {
    const rig = desks();
    const { impact } = at(rig.administrator);
    const elsewhere = await addAccount(database(), 'supervisor');
    expect((await at(await openDesk(rig.hub, elsewhere)).impact('court')).calls).toBe(0);
    expect((await at(rig.supervisor).impact('court')).calls).toBe(3);

    const { pool } = database();
    const newest = '(select id from call where no_request is null order by closed_at desc limit 1)';
    await pool.query(
      `update call set closed_at = now() - interval '366 days' where id = ${newest}`,
    );
    expect((await impact('court')).calls).toBe(2);
    await pool.query(`update call set line_id = $1 where id = ${newest}`, [rig.trainingLine]);
    expect((await impact('court')).calls).toBe(1);
  });

  it('is of a draft that could be published', async () => {
    const { administrator } = desks();
    const statusOf = async (id: string) =>
      (await administrator.get(`/api/scripts/${id}/impact`)).status;
    expect(await statusOf('general')).toBe(404);
    await at(administrator).save({ ...script('1.0.0', { id: 'casse' }), start: 'nowhere' });
    expect(await statusOf('casse')).toBe(400);
  });
});
