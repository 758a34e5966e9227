import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import { queueActsOf } from '../../main/hub/operations/queue-acts.ts';
import { call } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { type QueueRig, queueOn } from '../support/queue-rig.ts';

onBothDatabases('a supervisor who listens', (database) => {
  const getRig = queueOn(database);

  /** Lucie speaks with somebody, on a line that may be listened to. */
  const speak = async (rig: QueueRig) => {
    const { number } = await rig.addLine({ isListenedTo: true });
    await rig.there(rig.lucie);
    const reception = await rig.phone(number);
    const callId = reception.kind === 'unknown-line' ? '' : reception.callId;
    await rig.turn();
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    rig.network.take();
    return callId;
  };
  const listen = (rig: QueueRig, account: Account, callId: string) =>
    queueActsOf.listen({ database: rig.database, queue: rig.queue(), account }, callId);

  it('RO-53 is announced until their end is over, and heard by nobody else', async () => {
    const rig = getRig();
    const callId = await speak(rig);
    const announced = async () => (await rig.see(rig.lucie, 'call', callId))?.listenedBy;
    const { accountId: supervisorId } = rig.supervisor;
    await listen(rig, rig.supervisor, callId);
    await rig.tell({ kind: 'listener-joined', callId, supervisorId });
    expect(await announced()).toBe('supervisor');
    // Another one's end says nothing of theirs.
    await rig.tell({ kind: 'listener-left', callId, supervisorId: rig.karim.accountId });
    expect(await announced()).toBe('supervisor');
    await rig.tell({ kind: 'listener-left', callId, supervisorId });
    expect(await announced()).toBeNull();
    const [row] = await rig.database.db.select().from(call).where(eq(call.id, callId));
    expect(row).toMatchObject({ state: 'live', listenerId: null });
    rig.network.take();
    // It was rung before, and joins after it was taken back.
    await rig.tell({ kind: 'listener-joined', callId, supervisorId });
    expect(rig.network.take()).toEqual([{ command: 'letGo', of: [callId, supervisorId] }]);
    await rig.tell({ kind: 'caller-left', callId });
  });

  it('RO-77 takes the place of who listened until then: nobody hears of whom the adviser is not told', async () => {
    const rig = getRig();
    const callId = await speak(rig);
    const other: Account = { ...rig.karim, role: 'supervisor' };
    expect(await listen(rig, rig.supervisor, callId)).toMatchObject({ ok: true });
    expect(await listen(rig, rig.supervisor, callId)).toMatchObject({ ok: true });
    expect(await listen(rig, other, callId)).toMatchObject({ ok: true });
    expect((await rig.see(rig.lucie, 'call', callId))?.listenedBy).toBe('karim');
    expect(rig.network.take()).toEqual([
      { command: 'listen', of: [callId, rig.supervisor.accountId] },
      { command: 'listen', of: [callId, rig.supervisor.accountId] },
      { command: 'letGo', of: [callId, rig.supervisor.accountId] },
      { command: 'listen', of: [callId, other.accountId] },
    ]);
  });
});
