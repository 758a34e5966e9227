import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Account } from '../../main/hub/operations/handler.ts';
import { call, presence } from '../../main/hub/storage/schema.ts';
import { freshDatabase } from '../support/databases.ts';
import { type QueueRig, queueOn } from '../support/queue-rig.ts';
import type { Heard } from '../support/queue-runner.ts';

const runnerFile = fileURLToPath(new URL('../support/queue-runner.ts', import.meta.url));
const soon = { timeout: 30_000, interval: 50 };
const said = z.object({ command: z.string(), of: z.array(z.unknown()) });
const reception = z.object({ kind: z.literal('queued'), callId: z.string() });

type Runner = Awaited<ReturnType<typeof startHub>>;

/** A hub of its own process on the database, with what it asked of its network so far. */
async function startHub(rig: QueueRig) {
  const args = [runnerFile, rig.database.url ?? ''];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const asked: z.infer<typeof said>[] = [];
  if (child.stdout === null) throw new Error('The hub has an output.');
  createInterface({ input: child.stdout }).on('line', (text) => {
    asked.push(said.parse(JSON.parse(text)));
  });
  const all = (command: string) => asked.filter((one) => one.command === command);
  await vi.waitFor(() => expect(all('open')).toHaveLength(1), soon);
  return {
    all,
    hear: (heard: Heard) => child.stdin?.write(`${JSON.stringify(heard)}\n`),
    /** As a power cut does. */
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const rowOf = async (rig: QueueRig, callId: string) =>
  (await rig.database.db.select().from(call).where(eq(call.id, callId)))[0];

describe('hubs on one database', () => {
  const database = freshDatabase('PostgreSQL');
  const getRig = queueOn(database);
  const runners: Runner[] = [];
  const open = async () => {
    const runner = await startHub(getRig());
    runners.push(runner);
    return runner;
  };
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.kill();
  });

  /** Those advisers take calls, on the clock of the processes. */
  const areThere = async (...accounts: readonly Account[]) => {
    const { db } = database();
    await getRig().clear();
    for (const { accountId: userId } of accounts) {
      const since = new Date().toISOString();
      await db.insert(presence).values({ userId, presence: 'available', since });
    }
  };
  /** Somebody phones, at that hub. */
  const phone = async (hub: Runner, lineNumber: string, from = '+33639980041') => {
    const before = hub.all('received').length;
    hub.hear({ arriving: { lineNumber, from, legId: v7() } });
    await vi.waitFor(() => expect(hub.all('received').length).toBeGreaterThan(before), soon);
    return reception.parse(hub.all('received').at(-1)?.of[0]).callId;
  };

  it('RO-43 leaves a call that is spoken on as it is when its hub is killed', async () => {
    const rig = getRig();
    const { number } = await rig.addLine();
    await areThere(rig.lucie);
    const first = await open();
    const callId = await phone(first, number);
    await vi.waitFor(() => expect(first.all('ring')).toHaveLength(1), soon);
    const { accountId: adviserId } = rig.lucie;
    first.hear({ event: { kind: 'adviser-joined', callId, adviserId } });
    const isState = (state: string) => async () =>
      expect((await rowOf(rig, callId))?.state).toBe(state);
    await vi.waitFor(isState('live'), soon);
    await first.kill();
    const next = await open();
    await isState('live')();
    expect(await rig.act(rig.lucie, 'note.write', { callId, text: 'Elle attend.' })).toBe(
      'applied',
    );
    next.hear({ event: { kind: 'caller-left', callId } });
    await vi.waitFor(isState('wrap-up'), soon);
    expect((await rowOf(rig, callId))?.endedBy).toBe('caller');
  });

  it('RO-43 rings on elsewhere where the hub that rang is killed', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ offerS: 5 });
    await areThere(rig.lucie, rig.karim);
    const [first, other] = [await open(), await open()];
    const callId = await phone(first, number);
    await vi.waitFor(() => expect(first.all('ring')).toHaveLength(1), soon);
    const rungAt = (await rowOf(rig, callId))?.adviserId;
    await first.kill();
    await vi.waitFor(() => expect(other.all('ring')).toHaveLength(1), soon);
    expect(other.all('stopRinging').map(({ of }) => of)).toEqual([[callId, rungAt]]);
    expect((await rowOf(rig, callId))?.adviserId).not.toBe(rungAt);
  }, 60_000);

  it('RO-40 RO-11 has one winner where two join at two hubs at once, and nobody rings twice', async () => {
    const rig = getRig();
    const { number } = await rig.addLine({ offerS: 60 });
    const advisers = [rig.lucie, rig.karim, rig.supervisor];
    await areThere(...advisers);
    const hubs = [await open(), await open()] as const;
    const calls: string[] = [];
    await Promise.all(
      hubs.map(async (hub, side) => {
        for (let n = 0; n < 10; n += 1) {
          calls.push(await phone(hub, number, `+3363998${side}0${String(n).padStart(2, '0')}`));
        }
      }),
    );
    const rings = () => hubs.flatMap((hub) => hub.all('ring'));
    await vi.waitFor(() => expect(rings()).toHaveLength(advisers.length), soon);
    const ringing = await database().db.select().from(call).where(eq(call.state, 'ringing'));
    expect(new Set(ringing.map(({ adviserId }) => adviserId)).size).toBe(advisers.length);
    expect(calls).toHaveLength(20);

    const [wanted] = ringing;
    if (wanted === undefined) throw new Error('Three calls ring.');
    const joining = [rig.lucie, rig.karim];
    for (const [index, hub] of hubs.entries()) {
      const adviserId = joining[index]?.accountId ?? '';
      hub.hear({ event: { kind: 'adviser-joined', callId: wanted.id, adviserId } });
    }
    const letGo = () => hubs.flatMap((hub) => hub.all('letGo'));
    await vi.waitFor(() => expect(letGo()).toHaveLength(1), soon);
    const taken = await rowOf(rig, wanted.id);
    expect(taken?.state).toBe('live');
    expect(letGo()[0]?.of).not.toContain(taken?.adviserId);
  }, 60_000);
});
