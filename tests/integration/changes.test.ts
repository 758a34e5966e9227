import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { can } from '#src/access';
import { type ChangePage, changePage } from '#src/contract';
import type { ChangedEntity, LoadViews } from '../../main/hub/operations/handler.ts';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { readChanges } from '../../main/hub/operations/read-changes.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

const now = '2026-11-20T09:00:00.000Z';

/** Presences, as those who may see them see them. */
const loadViews: LoadViews = async (_tx, actor, _entity, ids) =>
  new Map(
    ids
      .filter((adviserId) => can(actor, 'presence.read', { adviserId }))
      .map((id) => [id, { id, presence: 'available', since: now, next: null, until: null }]),
  );

async function record(database: Database, ...changed: readonly ChangedEntity[]): Promise<void> {
  const journal = await openJournal(database);
  await journal.write(now, async () => ({ value: null, changed }));
  await journal.close();
}

onBothDatabases('changes', (database, kind) => {
  const hub = testHub(database, { loadViews });
  const read = async (desk: { get: (path: string) => Promise<Response> }, after: number) =>
    changePage.parse(await (await desk.get(`/api/changes?after=${after}`)).json());
  const newest = async () => (await readAll()).cursor;
  /** A desk that has asked before: the first time is a change of its own (RO-51). */
  const askedBefore = async (role: 'adviser' | 'supervisor') => {
    const account = await addAccount(database(), role);
    const desk = await openDesk(hub(), account);
    await read(desk, 0);
    return { ...account, ...desk };
  };
  const readAll = async (): Promise<ChangePage> => {
    const desk = await askedBefore('supervisor');
    let page = await read(desk, 0);
    while (page.more) page = await read(desk, page.cursor);
    return page;
  };

  it('SY-7 gives what came after the cursor, each entity once, in order', async () => {
    const desk = await askedBefore('supervisor');
    const after = await newest();
    const [one, two] = [v7(), v7()];
    for (const id of [one, two, one]) {
      await record(database(), { entity: 'presence', id, adviserId: id });
    }
    const page = await read(desk, after);
    expect(page.changes.map(({ id }) => id)).toEqual([two, one]);
    expect(page).toMatchObject({ cursor: page.changes.at(-1)?.seq, more: false });
    expect(await read(desk, page.cursor)).toEqual({
      changes: [],
      cursor: page.cursor,
      more: false,
    });
  });

  it('SY-7 gives a long history in pages', async () => {
    const desk = await askedBefore('supervisor');
    const after = await newest();
    const ids = Array.from({ length: 620 }, () => v7());
    await record(
      database(),
      ...ids.map((id) => ({ entity: 'presence', id, adviserId: id }) as const),
    );
    const first = await read(desk, after);
    const second = await read(desk, first.cursor);
    expect([first.more, second.more]).toEqual([true, false]);
    expect([...first.changes, ...second.changes].map(({ id }) => id)).toEqual(ids);
  });

  it('SY-8 tells nobody of what is outside their scope', async () => {
    const after = await newest();
    const own = await addAccount(database(), 'adviser');
    const other = await addAccount(database(), 'adviser');
    const [ownTerritory, venueId] = [v7(), 'venue-48'];
    await record(
      database(),
      { entity: 'presence', id: own.id, adviserId: own.id },
      { entity: 'presence', id: other.id, adviserId: other.id },
      { entity: 'call', id: v7(), adviserId: other.id, territoryId: v7() },
      { entity: 'referral', id: v7(), venueId: 'venue-12', territoryId: ownTerritory },
    );
    const adviser = await read(await openDesk(hub(), own), after);
    expect(adviser.changes.map(({ id }) => id)).toEqual([own.id]);
    const mediator = await addAccount(database(), 'mediator', { venueId });
    expect((await read(await openDesk(hub(), mediator), after)).changes).toEqual([]);
    const authority = await addAccount(database(), 'authority');
    expect((await read(await openDesk(hub(), authority), after)).changes).toEqual([]);
  });

  it('SY-8 says that an entity has left the scope, and not where it went', async () => {
    const before = await askedBefore('adviser');
    const after = await newest();
    const callId = v7();
    const holders = [before.id, v7()];
    await record(
      database(),
      ...holders.map((adviserId) => ({ entity: 'call', id: callId, adviserId }) as const),
    );
    const page = await read(before, after);
    expect(page.changes).toMatchObject([{ entity: 'call', id: callId, value: null }]);
  });

  it('refuses a cursor that is none', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
    expect((await desk.get('/api/changes?after=-1')).status).toBe(400);
    expect((await desk.get('/api/changes?after=now')).status).toBe(400);
  });

  it('SY-6 never shows a change before one of a smaller number', async () => {
    const journals = await Promise.all([openJournal(database()), openJournal(database())]);
    const after = await newest();
    const seen: number[] = [];
    const state = { isWriting: true };
    const actor = {
      role: 'supervisor',
      accountId: 'x',
      territories: 'all',
      venueId: null,
    } as const;
    const reader = async () => {
      let cursor = after;
      for (;;) {
        const wasWriting = state.isWriting;
        const page = await readChanges(database(), loadViews, actor, cursor);
        seen.push(...page.changes.map(({ seq }) => seq));
        cursor = page.cursor;
        if (!wasWriting && !page.more) return;
      }
    };
    const write = async (index: number) => {
      const id = v7();
      const journal = journals[index % 2];
      await journal?.write(now, async (tx) => {
        // Transactions of different lengths, so that they would commit out of order.
        if (kind === 'PostgreSQL') await tx.execute(`select pg_sleep(${(index % 5) / 200})`);
        return { value: null, changed: [{ entity: 'presence', id, adviserId: id }] };
      });
    };
    const reading = reader();
    await Promise.all(Array.from({ length: 60 }, (_, index) => write(index)));
    state.isWriting = false;
    await reading;
    expect(seen).toHaveLength(60);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    await Promise.all(journals.map((one) => one.close()));
  });

  if (kind === 'PostgreSQL') {
    it('SY-9 wakes the desks of every hub of one server', async () => {
      const [here, there] = [await openJournal(database()), await openJournal(database())];
      const heard: number[] = [];
      there.onMore((seq) => heard.push(seq));
      await here.write(now, async () => ({
        value: null,
        changed: [{ entity: 'presence', id: 'somebody', adviserId: 'somebody' }],
      }));
      while (heard.length === 0) await wait(10);
      expect(heard).toEqual([await here.newest()]);
      await here.close();
      await there.close();
    });

    it('SY-9 hears again after its connection broke, and what was said meanwhile', async () => {
      const [here, there] = [await openJournal(database()), await openJournal(database())];
      const heard: number[] = [];
      there.onMore((seq) => heard.push(seq));
      await database().pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'",
      );
      await record(database(), { entity: 'presence', id: 'somebody', adviserId: 'somebody' });
      while (heard.length === 0) await wait(10);
      expect(heard).toEqual([await here.newest()]);
      await here.close();
      await there.close();
    });
  }
});
