import { beforeAll, beforeEach, expect, it } from 'vitest';
import { shippedData } from '../../main/hub/config.ts';
import { usualLimits } from '../../main/hub/imports/fetch-file.ts';
import { createVenueImports, type VenueImports } from '../../main/hub/imports/venue-imports.ts';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { venueSet } from '../../main/hub/storage/schema.ts';
import { readFeed, setAddress, updateFeed } from '../../main/hub/storage/venue-feed-store.ts';
import { currentVenueSet } from '../../main/hub/storage/venue-store.ts';
import { onBothDatabases } from '../support/databases.ts';
import { fileServer } from '../support/file-server.ts';
import { handTimers } from '../support/hand-timers.ts';
import { testPorts } from '../support/hub.ts';
import { rowsOf, venueCsv } from '../support/venue-files.ts';

onBothDatabases('VE-65 the night’s reading of the address', (database) => {
  const server = fileServer();
  const { timers, pass } = handTimers();
  const state: { now: string; asked: number; hubs: VenueImports[] } = {
    now: '2026-03-28T22:00:00.000Z',
    asked: 0,
    hubs: [],
  };

  beforeAll(async () => {
    const journal = await openJournal(database());
    const parts = {
      database: database(),
      journal,
      ports: { ...testPorts, clock: () => state.now },
      data: shippedData,
      policy: { allowsLoopback: true },
      timers,
      limits: { ...usualLimits, idleMs: 60_000 },
    };
    state.hubs = [createVenueImports(parts), createVenueImports(parts)];
    return async () => {
      for (const hub of state.hubs) await hub.close();
      await journal.close();
    };
  });
  beforeEach(async () => {
    state.asked = 0;
    await database().db.delete(venueSet);
    await setAddress(database().db, { url: server.address(), isOn: true });
    await updateFeed(database().db, { etag: null, lastModified: null, checkedAt: null });
    server.answers((_request, response) => {
      state.asked += 1;
      response.writeHead(200).end(venueCsv(rowsOf('a')));
    });
  });

  /** The clock shows `now`, and every hub looks at it. */
  const look = async (now: string): Promise<number> => {
    state.now = now;
    const before = state.asked;
    await Promise.all(state.hubs.map((hub) => hub.fetchNightly()));
    await Promise.all(state.hubs.map((hub) => hub.settled()));
    return state.asked - before;
  };

  it('is done once, by one of several hubs, after three in Paris', async () => {
    expect(await look('2026-03-27T23:00:00.000Z')).toBe(1);
    expect(await look('2026-03-28T01:59:00.000Z')).toBe(0);
    expect(await look('2026-03-28T02:00:00.000Z')).toBe(1);
    expect(await look('2026-03-28T12:00:00.000Z')).toBe(0);
    // The night of the change of hour: three o'clock is one hour earlier in UTC.
    expect(await look('2026-03-29T00:59:00.000Z')).toBe(0);
    expect(await look('2026-03-29T01:00:00.000Z')).toBe(1);
    expect(await currentVenueSet(database().db)).toMatchObject({ origin: server.address() });
  });

  it('is not done while nobody turned it on', async () => {
    await setAddress(database().db, { url: server.address(), isOn: false });
    expect(await look('2026-04-02T12:00:00.000Z')).toBe(0);
  });

  it('comes by itself, while the hub runs', async () => {
    state.now = '2026-04-03T12:00:00.000Z';
    pass(10 * 60_000);
    await expect.poll(() => state.asked).toBe(1);
    await Promise.all(state.hubs.map((hub) => hub.settled()));
    await expect.poll(async () => (await readFeed(database().db)).last).not.toBeNull();
  });

  it('stops with its hub, and leaves nothing', async () => {
    state.now = '2026-04-04T12:00:00.000Z';
    const arrived = new Promise<void>((resolve) => {
      server.answers((_request, response) => {
        response.writeHead(200).write(venueCsv(rowsOf('b')));
        resolve();
      });
    });
    const [hub] = state.hubs;
    expect(await hub?.fetchNow()).toBe('started');
    await arrived;
    expect(await database().db.$count(venueSet)).toBe(1);
    await hub?.close();
    expect(await database().db.$count(venueSet)).toBe(0);
  });
});
