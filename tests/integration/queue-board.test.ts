import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import {
  accountList,
  changePage,
  type LineRequest,
  lineList,
  lineRules,
  type QueueAct,
  type QueueView,
  queueActResult,
  queueView,
} from '#src/contract';
import { present } from '#src/kernel';
import { usualLineRules } from '#src/routing';
import type { Database } from '../../main/hub/storage/database.ts';
import { call, callIdentity, line, presence, queueEntry } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, addTerritory, openDesk, type TestDesk, testHub } from '../support/hub.ts';
import { openDesks } from '../support/open-desks.ts';

/** Open at any hour, and rings with nobody, for who asks for a skill that nobody has. */
const rules = lineRules.parse({
  ...usualLineRules,
  hours: '24/7',
  widening: [],
  skills: ['impôts'],
});
const caller = '+33199000042';

onBothDatabases('the queue’s board', (database) => {
  const hub = testHub(database);
  const desks = new Map<string, TestDesk>();
  const ids = new Map<string, string>();
  let numbers = 0;

  const desk = (name: string) => present(desks.get(name), 'it is opened before the tests');
  const idOf = (name: string) => present(ids.get(name), 'it is made before the tests');
  const open = async (name: string, role: 'adviser' | 'supervisor' | 'administrator') => {
    const territory = ids.get(name.includes('gard') ? 'gard' : 'lozere');
    const territoryIds = territory === undefined || role === 'administrator' ? [] : [territory];
    const account = await addAccount(database(), role, { territoryIds });
    ids.set(name, account.id);
    desks.set(name, await openDesk(hub(), account));
  };
  const read = async (name: string) =>
    queueView.parse(await (await desk(name).get('/api/queue')).json());
  const act = async (name: string, callId: string, what: QueueAct) => {
    const answer = await desk(name).post(`/api/queue/${callId}/${what}`, {});
    return answer.status === 200
      ? queueActResult.parse(await answer.json()).refusal
      : answer.status;
  };
  const request = async (change: Partial<LineRequest> = {}): Promise<LineRequest> => {
    const [sponsor] = lineList.parse(
      await (await desk('administrator').get('/api/lines')).json(),
    ).sponsors;
    numbers += 1;
    return {
      name: `Ligne ${numbers}`,
      number: `+3319900${String(numbers).padStart(4, '0')}`,
      kind: 'twilio',
      sponsorId: sponsor?.id ?? '',
      territoryId: idOf('lozere'),
      scriptId: 'general',
      rules,
      ...change,
    };
  };
  const addLine = async (change: Partial<LineRequest> = {}) => {
    const answer = await desk('administrator').post('/api/lines', await request(change));
    expect(answer.status).toBe(201);
    const { id }: { id: string } = await answer.json();
    return id;
  };
  const ofLine = async (name: string, lineId: string) =>
    present(
      (await read(name)).lines.find(({ id }) => id === lineId),
      'it is in their scope',
    );

  beforeAll(async () => {
    ids.set('lozere', await addTerritory(database(), 'Lozère', '48'));
    ids.set('gard', await addTerritory(database(), 'Gard', '30'));
    await open('administrator', 'administrator');
    await open('adviser', 'adviser');
    await open('supervisor', 'supervisor');
    await open('supervisor of gard', 'supervisor');
  });

  it('RO-70 has no line where none comes over a network, and says who is there all the same', async () => {
    const view = await read('supervisor');
    expect(view.lines).toEqual([]);
    expect(view.lead?.calls).toEqual([]);
    expect(view.lead?.advisers.map(({ id }) => id).sort()).toEqual(
      [idOf('adviser'), idOf('supervisor')].sort(),
    );
  });

  it('RO-70, RO-73 shows advisers how many wait, and who leads the queue the calls and names of their territory', async () => {
    const lineId = await addLine();
    const first = await addWaiting(database(), lineId, '2026-11-20T09:00:00.000Z');
    const second = await addWaiting(database(), lineId, '2026-11-20T09:01:00.000Z');
    const seen = await read('adviser');
    expect(seen.lead).toBeNull();
    expect(seen.lines).toMatchObject([
      { id: lineId, waiting: 2, longestSince: '2026-11-20T09:00:00.000Z', level: null },
    ]);
    const led = await read('supervisor');
    expect(callIds(led)).toEqual([first, second]);
    const names = led.lead?.advisers.map(({ name }) => name) ?? [];
    expect(names).toEqual(names.toSorted());
    expect(await read('supervisor of gard')).toMatchObject({ lines: [], lead: { calls: [] } });
    expect(JSON.stringify([seen, led])).not.toContain(caller);
  });

  it('RO-75 puts a call before the others, and takes one out of turn', async () => {
    const lineId = await addLine();
    const waiting = [];
    for (const minute of ['10', '11', '12']) {
      waiting.push(await addWaiting(database(), lineId, `2026-11-20T10:${minute}:00.000Z`));
    }
    const [one = '', two = '', three = ''] = waiting;
    const order = async () =>
      (await read('supervisor')).lead?.calls.flatMap((queued) =>
        queued.lineId === lineId ? queued.callId : [],
      );
    expect(await act('supervisor of gard', three, 'first')).toBe(403);
    expect(await act('supervisor', three, 'first')).toBeNull();
    expect(await act('supervisor', two, 'first')).toBeNull();
    expect(await order()).toEqual([two, three, one]);

    expect(await act('supervisor of gard', one, 'take')).toBe(403);
    expect(await act('supervisor', one, 'take')).toBeNull();
    const ringing = (await read('supervisor')).lead?.calls.find(({ callId }) => callId === one);
    expect(ringing?.offeredTo).toBe('Compte supervisor');
    expect(await act('supervisor', two, 'take')).toBe('already-on-a-call');
    expect(await act('supervisor', v7(), 'first')).toBe(404);
    await leave(database(), one);
    expect(await act('supervisor', one, 'take')).toBe('not-waiting');
  });

  it('RO-76 closes a line until somebody opens it again', async () => {
    const lineId = await addLine();
    const set = (name: string, isOpen: boolean) =>
      desk(name).post(`/api/lines/${lineId}/open`, { isOpen });
    expect((await ofLine('adviser', lineId)).opening).toBe('open');
    expect((await set('supervisor of gard', false)).status).toBe(403);
    expect((await set('supervisor', false)).status).toBe(204);
    expect((await ofLine('adviser', lineId)).opening).toBe('closed-by-hand');
    expect((await set('administrator', true)).status).toBe(204);
    expect((await ofLine('adviser', lineId)).opening).toBe('open');
    const [manual] = await database().db.select().from(line).where(eq(line.kind, 'manual'));
    const answer = await desk('administrator').post(`/api/lines/${manual?.id}/open`, {
      isOpen: false,
    });
    expect(answer.status).toBe(404);
  });

  it('RO-70 says when a line that is outside its hours opens', async () => {
    const isMorning = new Date().getUTCHours() < 12;
    const hours = isMorning ? 'Mo-Su 20:00-20:30' : 'Mo-Su 05:00-05:30';
    const lineId = await addLine({ rules: { ...rules, hours } });
    const { opening, opensAt } = await ofLine('adviser', lineId);
    expect(opening).toBe('outside-hours');
    expect(Date.parse(opensAt ?? '')).toBeGreaterThan(Date.now());
  });

  it('RO-74 says of each line how many of today’s calls it answered in time', async () => {
    const lineId = await addLine();
    const now = Date.now();
    // The first seconds after midnight have no day behind them.
    const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
    const ended = { state: 'closed', openedAt: at(0), endedAt: at(300) } as const;
    await addCall(database(), lineId, { ...ended, answeredAt: at(20) });
    await addCall(database(), lineId, { ...ended, answeredAt: at(200) });
    await addCall(database(), lineId, { ...ended, state: 'missed', endedAt: at(60) });
    await addCall(database(), lineId, { ...ended, state: 'missed', endedAt: at(3) });
    await addCall(database(), lineId, { ...ended, state: 'missed', turnedAway: 'closed' });
    await addCall(database(), lineId, { ...ended, answeredAt: at(250), askedBackAt: at(40) });
    expect((await ofLine('supervisor', lineId)).level).toEqual({
      withinS: usualLineRules.answerWithinS,
      answeredWithin: 1,
      counted: 3,
      share: 1 / 3,
    });
    expect((await ofLine('adviser', lineId)).level).toBeNull();
  });

  it('RO-77 lets a supervisor listen where the line allows it, and tells its adviser', async () => {
    const unheard = await addLine();
    const heard = await addLine({ rules: { ...rules, isListenedTo: true } });
    const speaking = { state: 'live', adviserId: idOf('adviser') } as const;
    const secret = await addCall(database(), unheard, speaking);
    expect(await act('supervisor', secret, 'listen')).toBe('not-listened-to');
    const spoken = await addCall(database(), heard, speaking);
    expect(await act('supervisor of gard', spoken, 'listen')).toBe(403);
    expect(await act('supervisor', spoken, 'listen')).toBeNull();
    expect(await listenedBy(desk('adviser'), spoken)).toBe('Compte supervisor');
    expect(await act('supervisor', spoken, 'stop-listening')).toBeNull();
    expect(await listenedBy(desk('adviser'), spoken)).toBeNull();
    expect(await act('supervisor', spoken, 'stop-listening')).toBe('not-live');
    const waits = await addWaiting(database(), heard, '2026-11-20T11:00:00.000Z');
    expect(await act('supervisor', waits, 'listen')).toBe('not-live');
    for (const callId of [secret, spoken]) await leave(database(), callId);
  });

  it('RO-71 refuses a line that would not answer, and says where', async () => {
    const taken = await request();
    await addLine(taken);
    const refusedAt = async (change: Partial<LineRequest>) => {
      const answer = await desk('administrator').post('/api/lines', await request(change));
      expect(answer.status).toBe(400);
      const { where }: { where: string } = await answer.json();
      return where;
    };
    expect(await refusedAt({ number: taken.number })).toBe('number-taken');
    expect(await refusedAt({ number: null })).toBe('number');
    expect(await refusedAt({ number: '0199000001' })).toBe('number');
    expect(await refusedAt({ rules: null })).toBe('rules');
    expect(await refusedAt({ kind: 'manual' })).toBe('rules');
    expect(await refusedAt({ rules: { ...rules, hours: 'quand on peut' } })).toBe('rules.hours');
    expect(await refusedAt({ rules: { ...rules, greeting: '  ' } })).toBe('rules.greeting');
    expect(await refusedAt({ rules: { ...rules, closed: '' } })).toBe('rules.closed');
    const all = { territories: 'all' } as const;
    const steps = [
      { afterS: 60, ...all },
      { afterS: 60, ...all },
    ];
    expect(await refusedAt({ rules: { ...rules, widening: steps } })).toBe('rules.widening');
    const heard = { ...rules, isListenedTo: true };
    expect(await refusedAt({ kind: 'sip', rules: heard })).toBe('rules');
    expect(await refusedAt({ kind: 'sip', rules: { ...rules, recordingDays: 30 } })).toBe('rules');
    const nowhere = [{ afterS: 30, territories: [v7()] }];
    expect(await refusedAt({ rules: { ...rules, widening: nowhere } })).toBe('rules.widening');
    expect(await refusedAt({ sponsorId: v7() })).toBe('sponsorId');
    expect(await refusedAt({ scriptId: 'aucun' })).toBe('scriptId');
    expect(await (await desk('adviser').get('/api/lines')).json()).toMatchObject({
      code: 'forbidden',
    });
  });

  it('RO-72, RO-78 hold at once: a call that waits is offered when what it asks for changes', async () => {
    const lineId = await addLine();
    const { name, number } = await request();
    const waits = await addWaiting(database(), lineId, '2026-11-20T12:00:00.000Z');
    const userId = idOf('adviser');
    await database()
      .db.insert(presence)
      .values({ userId, presence: 'available', since: '2026-11-20T08:00:00.000Z' })
      .onConflictDoUpdate({ target: presence.userId, set: { presence: 'available', until: null } });
    await openDesks(database().db, [userId]);
    const stateOf = async (callId: string) =>
      (await database().db.select().from(call).where(eq(call.id, callId)))[0]?.state;
    expect(await stateOf(waits)).toBe('waiting');

    const changed = await desk('administrator').post(`/api/lines/${lineId}`, {
      name,
      number,
      rules: { ...rules, skills: ['entreprises'] },
    });
    expect(changed.status).toBe(204);
    expect(await stateOf(waits)).toBe('waiting');

    const scope = { territoryIds: [idOf('lozere')], skills: ['entreprises'], languages: ['fr'] };
    const answer = await desk('administrator').post(`/api/accounts/${userId}/calls`, scope);
    expect(answer.status).toBe(204);
    expect(await stateOf(waits)).toBe('ringing');
    const { accounts } = accountList.parse(
      await (await desk('administrator').get('/api/accounts')).json(),
    );
    expect(accounts.find(({ id }) => id === userId)).toMatchObject(scope);

    await leave(database(), waits);
    const other = await addLine();
    const next = await addWaiting(database(), other, '2026-11-20T12:30:00.000Z');
    expect(await stateOf(next)).toBe('waiting');
    const asked = await request({ rules: { ...rules, skills: ['entreprises'] } });
    await desk('administrator').post(`/api/lines/${other}`, {
      name: asked.name,
      number: asked.number,
      rules: asked.rules,
    });
    expect(await stateOf(next)).toBe('ringing');

    const administrator = idOf('administrator');
    expect(
      (await desk('administrator').post(`/api/accounts/${administrator}/calls`, scope)).status,
    ).toBe(404);
  });
});

function callIds({ lead }: QueueView): readonly string[] {
  return lead?.calls.map(({ callId }) => callId) ?? [];
}

async function addCall(
  { db }: Database,
  lineId: string,
  values: Partial<typeof call.$inferInsert>,
): Promise<string> {
  const id = v7();
  const [onLine] = await db.select().from(line).where(eq(line.id, lineId));
  const { sponsorId, territoryId } = present(onLine, 'it was added before');
  const openedAt = new Date().toISOString();
  const usual = { id, lineId, sponsorId, territoryId, mode: 'live', openedAt } as const;
  await db.insert(call).values({ state: 'waiting', ...usual, ...values });
  await db.insert(callIdentity).values({ callId: id, number: caller });
  return id;
}

async function addWaiting(database: Database, lineId: string, since: string): Promise<string> {
  const callId = await addCall(database, lineId, { openedAt: since });
  await database.db.insert(queueEntry).values({ callId, since });
  return callId;
}

/** Whoever waits or speaks is gone. */
async function leave({ db }: Database, callId: string): Promise<void> {
  await db.delete(queueEntry).where(eq(queueEntry.callId, callId));
  await db.update(call).set({ state: 'missed' }).where(eq(call.id, callId));
}

async function listenedBy(adviser: TestDesk, callId: string) {
  const { changes } = changePage.parse(await (await adviser.get('/api/changes')).json());
  return changes.flatMap(({ entity, value }) =>
    entity === 'call' && value?.id === callId ? [value.listenedBy] : [],
  )[0];
}
