import { expect, it } from 'vitest';
import { changePage, type SettingsView } from '#src/contract';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

const atFirst: SettingsView = {
  disputedHolidays: 'to-check',
  rankingWeights: null,
  planTiles: false,
  venueReminders: { afterDays: [2, 5], thenDays: 2 },
  reminders: true,
};
const decided: SettingsView = {
  disputedHolidays: 'holiday',
  rankingWeights: {
    wishNotMetKm: 30,
    wishUnknownKm: 10,
    noFreeSlotKm: 4,
    hoursUnknownKm: 2.5,
    staleRecordKm: 8,
    referralKm: 0,
  },
  planTiles: true,
  venueReminders: { afterDays: [1, 3, 10], thenDays: 5 },
  reminders: false,
};

onBothDatabases('settings', (database) => {
  const hub = testHub(database);
  const deskOf = async (role: 'administrator' | 'adviser') =>
    openDesk(hub(), await addAccount(database(), role));

  it('are there from the start, and are sent again only once they changed', async () => {
    const desk = await deskOf('adviser');
    const first = await desk.get('/api/settings');
    expect(await first.json()).toEqual(atFirst);
    const etag = first.headers.get('etag') ?? '';
    expect((await desk.get('/api/settings', { 'if-none-match': etag })).status).toBe(304);

    const administrator = await deskOf('administrator');
    const answer = await administrator.post('/api/settings', decided);
    expect([answer.status, await answer.json()]).toEqual([200, decided]);
    const next = await desk.get('/api/settings', { 'if-none-match': etag });
    expect(await next.json()).toEqual(decided);

    await administrator.post('/api/settings', atFirst);
    expect((await desk.get('/api/settings', { 'if-none-match': etag })).status).toBe(304);
  });

  it('tell every desk that they changed, each time', async () => {
    const administrator = await deskOf('administrator');
    const adviser = await deskOf('adviser');
    const versionSeenBy = async (desk: typeof adviser) => {
      const { changes } = changePage.parse(await (await desk.get('/api/changes')).json());
      return changes.flatMap(({ id, value }) => (id === '/api/settings' ? [value] : []));
    };
    await administrator.post('/api/settings', decided);
    const before = await versionSeenBy(adviser);
    expect(before).toMatchObject([{ id: '/api/settings' }]);
    expect(await versionSeenBy(administrator)).toEqual(before);
    await administrator.post('/api/settings', atFirst);
    expect(await versionSeenBy(adviser)).not.toEqual(before);
  });

  it('refuse what is not whole or out of bounds, say where, and stay as they were', async () => {
    const desk = await deskOf('administrator');
    const before = await (await desk.get('/api/settings')).json();
    const refusedWhere = async (body: unknown) => {
      const answer = await desk.post('/api/settings', body);
      expect(answer.status).toBe(400);
      return (await answer.json()).where;
    };
    expect(await refusedWhere({ ...decided, disputedHolidays: 'perhaps' })).toBe(
      'disputedHolidays',
    );
    expect(
      await refusedWhere({
        ...decided,
        rankingWeights: { ...decided.rankingWeights, referralKm: -1 },
      }),
    ).toBe('rankingWeights.referralKm');
    expect(await refusedWhere({ rankingWeights: null, planTiles: true })).toBe('disputedHolidays');
    expect(await refusedWhere({ ...decided, planTiles: 'yes' })).toBe('planTiles');
    expect(await (await desk.get('/api/settings')).json()).toEqual(before);
  });

  it('are not an adviser’s to change', async () => {
    const answer = await (await deskOf('adviser')).post('/api/settings', decided);
    expect(answer.status).toBe(403);
  });
});
