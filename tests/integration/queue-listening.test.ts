import { expect, it } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import { queueActsOf } from '../../main/hub/operations/queue-acts.ts';
import { onBothDatabases } from '../support/databases.ts';
import { queueOn } from '../support/queue-rig.ts';

onBothDatabases('a supervisor who listens', (database) => {
  const getRig = queueOn(database);

  it('RO-77 takes the place of who listened until then: nobody hears of whom the adviser is not told', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ isListenedTo: true });
    await rig.there(rig.lucie);
    const reception = await rig.phone(number);
    const callId = reception.kind === 'unknown-line' ? '' : reception.callId;
    await rig.turn();
    await rig.act(rig.lucie, 'call.answer', { callId, script: rig.script });
    await rig.tell({ kind: 'adviser-joined', callId, adviserId: rig.lucie.accountId });
    rig.network.take();

    const other: Account = { ...rig.karim, role: 'supervisor' };
    const listen = (account: Account) =>
      queueActsOf.listen({ database: rig.database, queue: rig.queue(), account }, callId);
    expect(await listen(rig.supervisor)).toMatchObject({ ok: true });
    expect(await listen(rig.supervisor)).toMatchObject({ ok: true });
    expect(await listen(other)).toMatchObject({ ok: true });
    expect((await rig.see(rig.lucie, 'call', callId))?.listenedBy).toBe('karim');
    expect(rig.network.take()).toEqual([
      { command: 'listen', of: [callId, rig.supervisor.accountId] },
      { command: 'listen', of: [callId, rig.supervisor.accountId] },
      { command: 'letGo', of: [callId, rig.supervisor.accountId] },
      { command: 'listen', of: [callId, other.accountId] },
    ]);
  });
});
