import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { present } from '#src/kernel';
import { call, line } from '../../main/hub/storage/schema.ts';
import { freshDatabase } from '../support/databases.ts';
import { addAccount, addTerritory, openDesk, testHub } from '../support/hub.ts';

const database = freshDatabase('PGlite');
const hub = testHub(database);

/** A call of that adviser's on a line of a network; `lostS`: for how many seconds still it waits for them, having lost them. */
async function liveCall(adviserId: string, lostS: number | null): Promise<string> {
  const territoryId = await addTerritory(database(), `Lozère ${v7()}`, '48');
  const [paid] = await database().db.select().from(line);
  const { sponsorId } = present(paid, 'a territory has its lines');
  const lineId = v7();
  const payer = { sponsorId, territoryId };
  await database()
    .db.insert(line)
    .values({
      id: lineId,
      name: 'Ligne',
      number: null,
      kind: 'sip',
      scriptId: 'general',
      ...payer,
    });
  const id = v7();
  const now = new Date().toISOString();
  const rejoinUntil = lostS === null ? null : new Date(Date.now() + lostS * 1_000).toISOString();
  await database()
    .db.insert(call)
    .values({
      ...{ id, lineId, adviserId, rejoinUntil, ...payer },
      ...{ state: 'live', mode: 'live', openedAt: now, answeredAt: now },
    });
  return id;
}

it('SO-13 rings for who lost their call, for them alone, and only while it waits for them', async () => {
  const [adviser, colleague] = [
    await addAccount(database(), 'adviser'),
    await addAccount(database(), 'adviser'),
  ];
  const rejoin = async (who: typeof adviser, callId: string) =>
    (await (await openDesk(hub(), who)).post(`/api/telephony/calls/${callId}/rejoin`, {})).status;
  const lost = await liveCall(adviser.id, 20);
  expect(await rejoin(adviser, lost)).toBe(204);
  expect(await rejoin(colleague, lost)).toBe(403);
  expect(await rejoin(adviser, await liveCall(adviser.id, null))).toBe(404);
  expect(await rejoin(adviser, await liveCall(adviser.id, -1))).toBe(404);
  expect(await rejoin(adviser, v7())).toBe(404);
});
