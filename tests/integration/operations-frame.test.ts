import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { operationBatchResult } from '#src/contract';
import { err, ok } from '#src/kernel';
import type { Handlers } from '../../main/hub/operations/handler.ts';
import { change, operation, person, presence } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, openDesk, type TestDesk, testHub } from '../support/hub.ts';

const afterwards: string[] = [];

/** Handlers that write, so that what is left of them can be counted. */
const handlers: Partial<Handlers> = {
  'presence.set': async ({ tx, actor, now }, payload, { id }) => {
    const row = { userId: actor.accountId, presence: payload.presence, since: now };
    await tx.insert(presence).values(row).onConflictDoUpdate({ target: presence.userId, set: row });
    await tx.insert(person).values({ id, name: 'Une trace', createdAt: now });
    return ok({
      changed: [{ entity: 'presence', id: actor.accountId, adviserId: actor.accountId }],
      after: () => {
        afterwards.push(id);
      },
    });
  },
  'call.hang-up': async ({ tx, now }, { callId }) => {
    await tx.insert(person).values({ id: callId, name: 'Une trace', createdAt: now });
    return err('call-over');
  },
};

const at = '2026-11-20T09:00:00.000Z';
const setPresence = (value: string, id: string = v7()) => ({
  id,
  kind: 'presence.set',
  payload: { presence: value },
  at,
});

async function send(desk: TestDesk, ...operations: readonly unknown[]) {
  const answer = await desk.post('/api/operations', { operations });
  return operationBatchResult.parse(await answer.json()).results;
}

onBothDatabases('operations', (database) => {
  const hub = testHub(database, { handlers });
  const signedIn = async () => openDesk(hub(), await addAccount(database(), 'adviser'));
  const traces = (id: string) => database().db.$count(person, eq(person.id, id));

  it('SY-1 applies operations in the order sent and answers for each', async () => {
    const desk = await signedIn();
    const [first, second] = [setPresence('available'), setPresence('pause')];
    expect(await send(desk, first, second)).toEqual([
      { id: first.id, status: 'applied' },
      { id: second.id, status: 'applied' },
    ]);
    expect(afterwards.slice(-2)).toEqual([first.id, second.id]);
  });

  it('SY-2 applies an operation once, however often it is sent', async () => {
    const desk = await signedIn();
    const sent = setPresence('pause');
    expect(await send(desk, sent)).toEqual([{ id: sent.id, status: 'applied' }]);
    expect(await send(desk, sent)).toEqual([{ id: sent.id, status: 'already-applied' }]);
    expect(afterwards.filter((id) => id === sent.id)).toHaveLength(1);
  });

  it('SY-2 applies once an operation that is sent eight times at once', async () => {
    const desk = await signedIn();
    const sent = setPresence('off');
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(desk, sent)));
    const statuses = answers.flat().map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array(7).fill('already-applied'), 'applied']);
    expect(await traces(sent.id)).toBe(1);
  });

  it('SY-3 refuses an id that comes back with something else, or from somebody else', async () => {
    const desk = await signedIn();
    const sent = setPresence('pause');
    await send(desk, sent);
    const reused = [{ id: sent.id, status: 'refused', code: 'id-reused' }];
    expect(await send(desk, setPresence('off', sent.id))).toEqual(reused);
    expect(await send(await signedIn(), sent)).toEqual(reused);
  });

  it('SY-4 keeps the refusal and nothing of what was written before it', async () => {
    const desk = await signedIn();
    const callId = v7();
    const sent = { id: v7(), kind: 'call.hang-up', payload: { callId }, at };
    const refusal = [{ id: sent.id, status: 'refused', code: 'call-over' }];
    expect(await send(desk, sent)).toEqual(refusal);
    expect(await send(desk, sent)).toEqual(refusal);
    expect(await traces(callId)).toBe(0);
    const next = setPresence('available');
    expect(await send(desk, sent, next)).toEqual([...refusal, { id: next.id, status: 'applied' }]);
  });

  it('SY-4 refuses once an operation that is sent eight times at once', async () => {
    const desk = await signedIn();
    const callId = v7();
    const sent = { id: v7(), kind: 'call.hang-up', payload: { callId }, at };
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(desk, sent)));
    const refusal = { id: sent.id, status: 'refused', code: 'call-over' };
    expect(answers.flat()).toEqual(Array(8).fill(refusal));
    expect(await traces(callId)).toBe(0);
    const kept = await database().db.select().from(operation).where(eq(operation.id, sent.id));
    expect(kept).toMatchObject([{ status: 'refused', code: 'call-over' }]);
  });

  it('SY-4 says where a payload does not fit its kind', async () => {
    const desk = await signedIn();
    const sent = setPresence('asleep');
    const refusal = { status: 'refused', code: 'invalid-payload', where: 'presence' };
    expect(await send(desk, sent)).toEqual([{ id: sent.id, ...refusal }]);
    expect(await send(desk, sent)).toEqual([{ id: sent.id, ...refusal }]);
  });

  it('SY-5 keeps no payload', async () => {
    const desk = await signedIn();
    const sent = setPresence('available');
    await send(desk, sent);
    const [row] = await database().db.select().from(operation).where(eq(operation.id, sent.id));
    expect(JSON.stringify(row)).not.toContain('available');
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses an envelope that is no operation, whole', async () => {
    const desk = await signedIn();
    const before = await database().db.$count(change);
    const operations = [setPresence('pause'), { ...setPresence('pause'), kind: 'call.destroy' }];
    const answer = await desk.post('/api/operations', { operations });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ where: 'operations.1.kind' });
    expect(await database().db.$count(change)).toBe(before);
  });

  it('refuses a body over a mebibyte, and one that is no JSON', async () => {
    const desk = await signedIn();
    const large = { operations: [{ ...setPresence('pause'), payload: 'x'.repeat(1024 * 1024) }] };
    expect((await desk.post('/api/operations', large)).status).toBe(413);
    expect((await desk.post('/api/operations', undefined)).status).toBe(400);
  });
});
