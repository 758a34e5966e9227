import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { issuedLink, linkList } from '#src/contract';
import { referral, userTerritory } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, type TestDesk, testHub } from '../support/hub.ts';
import { look, press, requestTime } from '../support/links.ts';

onBothDatabases('links that an adviser hands over', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database, { ports: { clock: () => getRig().now() } });

  /** A request that the account of `desk` sent. */
  async function ownRequest() {
    const rig = getRig();
    const account = await addAccount(database(), 'adviser');
    const referralId = await requestTime(rig);
    await database()
      .db.update(referral)
      .set({ adviserId: account.id })
      .where(eq(referral.id, referralId));
    return { referralId, desk: await openDesk(hub(), account) };
  }
  const issue = async (desk: TestDesk, referralId: string) =>
    issuedLink.parse(
      await (
        await desk.post(`/api/referrals/${referralId}/links`, { purpose: 'venue-answer' })
      ).json(),
    );

  it('BO-59 are made for the referral’s adviser, followed, and revoked', async () => {
    const { referralId, desk } = await ownRequest();
    const { pathname } = new URL((await issue(desk, referralId)).address);
    await press(hub(), pathname, { act: 'open' });
    const listed = await desk.get(`/api/referrals/${referralId}/links`);
    const now = getRig().now();
    expect(linkList.parse(await listed.json()).links).toEqual([
      {
        purpose: 'venue-answer',
        madeAt: now,
        expiresAt: '2026-01-20T08:00:00.000Z',
        openedAt: now,
        usedAt: null,
      },
    ]);
    const revoked = await desk.post(`/api/referrals/${referralId}/links/revoke`, {
      purpose: 'venue-answer',
    });
    expect(linkList.parse(await revoked.json()).links).toEqual([]);
    expect((await look(hub(), pathname)).status).toBe(404);
  });

  it('BO-59 are nobody else’s: not another adviser’s, nor of a referral that is not', async () => {
    const { referralId, desk } = await ownRequest();
    const other = await openDesk(hub(), await addAccount(database(), 'adviser'));
    const far = await openDesk(hub(), await addAccount(database(), 'supervisor'));
    const body = { purpose: 'venue-answer' };
    for (const stranger of [other, far]) {
      const at = `/api/referrals/${referralId}/links`;
      expect((await stranger.get(at)).status).toBe(404);
      expect((await stranger.post(at, body)).status).toBe(404);
      expect((await stranger.post(`${at}/revoke`, body)).status).toBe(404);
    }
    expect((await desk.post(`/api/referrals/${v7()}/links`, body)).status).toBe(404);
    expect((await desk.post('/api/referrals/none/links', body)).status).toBe(400);
    const near = await addAccount(database(), 'supervisor');
    await database()
      .db.insert(userTerritory)
      .values({ userId: near.id, territoryId: getRig().lozere });
    const supervisor = await openDesk(hub(), near);
    expect((await supervisor.get(`/api/referrals/${referralId}/links`)).status).toBe(200);
  });

  it('BO-52 lets an address ask so often in a minute, whatever it asks for', async () => {
    const statuses = new Set<number>();
    for (let asked = 0; asked < 121; asked += 1)
      statuses.add((await look(hub(), '/l/none')).status);
    expect([...statuses]).toEqual([404, 429]);
    getRig().pass(60);
    expect((await look(hub(), '/l/none')).status).toBe(404);
  });
});
