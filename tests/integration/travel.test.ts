import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionView, travelLimit, travelView } from '#src/contract';
import { present } from '#src/kernel';
import type { Hub } from '../../main/hub/hub.ts';
import { freshDatabase } from '../support/databases.ts';
import { addAccount, openDesk, openTestHub } from '../support/hub.ts';
import { type LocalServer, serveLocally } from '../support/local-server.ts';

const mende = { latitude: 44.52, longitude: 3.5 };
const florac = { latitude: 44.3241, longitude: 3.5937 };

describe('the way by road', () => {
  const database = freshDatabase('PGlite');
  const opened: { hub: Hub; server: LocalServer }[] = [];
  const received: string[] = [];
  beforeAll(async () => {
    const server = await serveLocally((request) => {
      received.push(new URL(request.url).pathname);
      return Response.json({ code: 'Ok', durations: [[2400]], distances: [[38_240]] });
    });
    const hub = await openTestHub(database(), { config: { roadTimes: server.address } });
    opened.push({ hub, server });
  });
  afterAll(async () => {
    for (const { hub } of opened) await hub.close();
  });
  const hub = () => present(opened[0], 'opened before the first test').hub;
  const deskOn = async (on: Hub) => openDesk(on, await addAccount(database(), 'adviser'));

  it('GE-40 is not found where no server is configured', async () => {
    const without = await openTestHub(database());
    const desk = await deskOn(without);
    expect((await desk.post('/api/travel', { from: mende, to: [florac] })).status).toBe(404);
    await without.close();
  });

  it('GE-40 is told to a desk before it asks', async () => {
    const without = await openTestHub(database());
    const told = await Promise.all(
      [hub(), without].map(async (on) => {
        const answer = await (await deskOn(on)).get('/api/session');
        return sessionView.parse(await answer.json()).roadTimes;
      }),
    );
    expect(told).toEqual([true, false]);
    await without.close();
  });

  it('GE-41 is asked from about where the person is, and refused from an address', async () => {
    const desk = await deskOn(hub());
    const answer = await desk.post('/api/travel', { from: mende, to: [florac] });
    expect(await answer.json()).toEqual({ ways: [{ km: 38.2, minutes: 40 }] });
    expect(received).toEqual(['/table/v1/driving/3.5,44.52;3.5937,44.3241']);

    const address = { latitude: 44.5179, longitude: 3.4991 };
    const refused = await desk.post('/api/travel', { from: address, to: [florac] });
    expect([refused.status, await refused.json()]).toMatchObject([400, { where: 'from' }]);
    expect(received).toHaveLength(1);
  });

  it('GE-40 asks about at least one place, at most thirty, on the globe', async () => {
    const desk = await deskOn(hub());
    const refusedWhere = async (to: unknown) =>
      (await (await desk.post('/api/travel', { from: mende, to })).json()).where;
    expect(await refusedWhere([])).toBe('to');
    expect(await refusedWhere(Array.from({ length: travelLimit + 1 }, () => florac))).toBe('to');
    expect(await refusedWhere([{ latitude: 91, longitude: 0 }])).toBe('to.0.latitude');
  });

  it('GE-40 is not known while the server is away: nobody waits, nothing breaks', async () => {
    const { server } = present(opened[0], 'opened before the first test');
    await server.close();
    const desk = await deskOn(hub());
    const rodez = { latitude: 44.3506, longitude: 2.575 };
    const answer = await desk.post('/api/travel', { from: mende, to: [rodez, rodez] });
    expect(answer.status).toBe(200);
    expect(travelView.parse(await answer.json()).ways).toEqual([null, null]);
  });
});
