import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import { readQueueBoard } from '../../main/hub/operations/queue-board.ts';
import { openDesks, seeDesk } from '../../main/hub/queue/desks.ts';
import { call, desk, presence } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { type QueueRig, queueOn } from '../support/queue-rig.ts';

onBothDatabases('RO-51 a desk', (database) => {
  const getRig = queueOn(database);

  const partsOf = (rig: QueueRig) => ({ database: rig.database, queue: rig.queue() });
  const see = (rig: QueueRig, account: Account) => seeDesk(partsOf(rig), account);
  /** Nobody has a page open. */
  const closeAll = async (rig: QueueRig) => {
    await rig.database.db.delete(desk);
  };
  const phone = async (rig: QueueRig, number: string) => {
    const reception = await rig.phone(number);
    await rig.turn();
    return reception.kind === 'unknown-line' ? '' : reception.callId;
  };
  const callOf = async (rig: QueueRig, callId: string) =>
    (await rig.database.db.select().from(call).where(eq(call.id, callId)))[0];
  const stateAt = async (rig: QueueRig, account: Account) => {
    const read = rig.database.transaction((tx) => readQueueBoard(tx, rig.supervisor, rig.now()));
    return (await read).lead?.advisers.find(({ id }) => id === account.accountId);
  };

  it('that is closed is passed over, and rung at once when its page is open again', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    await closeAll(rig);
    const callId = await phone(rig, number);
    expect((await callOf(rig, callId))?.state).toBe('waiting');
    expect(await stateAt(rig, rig.lucie)).toMatchObject({
      ...{ presence: 'available', isDeskClosed: true, isFree: false },
    });
    await see(rig, rig.lucie);
    expect(await callOf(rig, callId)).toMatchObject({
      ...{ state: 'ringing', adviserId: rig.lucie.accountId },
    });
    expect(rig.network.take().map(({ command }) => command)).toEqual(['ring']);
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('counts as there for as long as it says so, and not longer: a machine sleeps without a word', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    await closeAll(rig);
    await see(rig, rig.lucie);
    for (let beats = 0; beats < 5; beats += 1) {
      rig.pass(20);
      await see(rig, rig.lucie);
      await rig.turn();
      expect(await stateAt(rig, rig.lucie)).toMatchObject({ isDeskClosed: false, isFree: true });
    }
    rig.pass(45);
    await rig.turn();
    expect(await stateAt(rig, rig.lucie)).toMatchObject({ isDeskClosed: true, isFree: false });
    const callId = await phone(rig, number);
    expect((await callOf(rig, callId))?.state).toBe('waiting');
    // What they chose is theirs: nothing of it changed.
    const [chosen] = await rig.database.db
      .select()
      .from(presence)
      .where(eq(presence.userId, rig.lucie.accountId));
    expect(chosen?.presence).toBe('available');
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('is left by what rings there when its page closes for longer than it takes to load again', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ offerS: 40 });
    await rig.there(rig.lucie, rig.karim);
    await closeAll(rig);
    await see(rig, rig.lucie);
    const pages = openDesks(partsOf(rig));
    const [first, second] = [pages.opened(rig.lucie), pages.opened(rig.lucie)];
    const callId = await phone(rig, number);
    await see(rig, rig.karim);
    expect((await callOf(rig, callId))?.adviserId).toBe(rig.lucie.accountId);
    await first();
    rig.pass(15);
    await rig.turn();
    expect((await callOf(rig, callId))?.adviserId).toBe(rig.lucie.accountId);
    await second();
    rig.pass(9);
    await rig.turn();
    expect((await callOf(rig, callId))?.adviserId).toBe(rig.lucie.accountId);
    rig.pass(1);
    await rig.turn();
    expect((await callOf(rig, callId))?.adviserId).toBe(rig.karim.accountId);
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('takes nothing from who speaks when its page is loaded again, or gone', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await rig.there(rig.lucie);
    await closeAll(rig);
    await see(rig, rig.lucie);
    const close = openDesks(partsOf(rig)).opened(rig.lucie);
    const callId = await phone(rig, number);
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    await rig.act(rig.lucie, 'answer.record', { callId, question: 'consent', value: 'yes' });
    rig.network.take();
    await close();
    rig.pass(60);
    await rig.turn();
    expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
      ...{ state: 'live', record: { answers: [{ question: 'consent', value: 'yes' }] } },
    });
    expect(rig.network.take()).toEqual([]);
    await see(rig, rig.lucie);
    expect((await rig.see(rig.lucie, 'call', callId))?.state).toBe('live');
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('is of whoever takes calls only', async () => {
    const rig = getRig();
    await closeAll(rig);
    for (const account of [rig.mediator, rig.authority, rig.administrator]) await see(rig, account);
    expect(await rig.database.db.$count(desk)).toBe(0);
  });
});
