import { ne } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import { present } from '#src/kernel';
import { type LineRules, usualLineRules } from '#src/routing';
import type { Account } from '../../main/hub/operations/handler.ts';
import { applyLineEvent } from '../../main/hub/queue/apply-line-event.ts';
import { receiveCall } from '../../main/hub/queue/receive-call.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { call, line, presence, queueEntry } from '../../main/hub/storage/schema.ts';
import type { LineEvent } from '../../main/hub/telephony/telephony.port.ts';
import { carrierStandIn } from './carrier-stand-in.ts';
import { openRig } from './desk-rig.ts';

/** Always open, so that a test chooses its hour by itself. */
const rules: LineRules = { ...usualLineRules, hours: '24/7', widening: [] };

export type QueueRig = Awaited<ReturnType<typeof openQueueRig>>;

/** The desks of an installation with a line on a network that stands in for one. */
async function openQueueRig(database: Database) {
  const network = carrierStandIn();
  const rig = await openRig(database, network.carriers);
  let calls = 0;

  const addLine = async (given: Partial<LineRules> = {}) => {
    const id = v7();
    calls += 1;
    const number = `+3346571${String(calls).padStart(4, '0')}`;
    const paid = { sponsorId: rig.sponsorId, territoryId: rig.lozere, scriptId: rig.script.id };
    const said = { name: `Ligne ${number}`, kind: 'sip' as const, number, ...paid };
    await database.db.insert(line).values({ id, ...said, rules: { ...rules, ...given } });
    return { id, number };
  };

  /** Nobody calls, and nobody is there. */
  const clear = async () => {
    await database.db.delete(queueEntry);
    await database.db.update(call).set({ state: 'missed' }).where(ne(call.state, 'closed'));
    await database.db.delete(presence);
  };

  return {
    ...rig,
    network,
    clear,
    addLine,
    /** A person calls that number; gives what became of it. */
    phone: (lineNumber: string, from: string | null = '+33639980001', legId: string = v7()) =>
      receiveCall(rig.queue(), { lineNumber, from, legId }),
    tell: (event: LineEvent) => applyLineEvent(rig.queue(), event),
    turn: () => rig.queue().turn(),
    /** Whoever is there takes calls, and nobody else. */
    there: async (...accounts: readonly Account[]) => {
      await clear();
      for (const who of accounts) {
        await rig.act(who, 'presence.set', { presence: 'available' });
        rig.pass(1);
      }
      network.take();
    },
  };
}

/** A queue for the tests around, on their database: call it in their `describe`. */
export function queueOn(database: () => Database): () => QueueRig {
  const opened: QueueRig[] = [];
  beforeAll(async () => {
    opened.push(await openQueueRig(database()));
  });
  afterAll(async () => {
    for (const rig of opened) await rig.close();
  });
  return () => present(opened[0], 'the queue is opened before the first test');
}
