import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { OperationKind, OperationPayload } from '#src/contract';
import { hashOf } from '#src/kernel';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { answer, booking, change, operation } from '../../main/hub/storage/schema.ts';
import { type DeskRig, openRig } from '../support/desk-rig.ts';
import { alone, aloneKind, venueDiary, weekly } from '../support/diaries.ts';
import { answersToOrientation } from '../support/short-script.ts';
import { type Bench, type Finding, medianMs } from './bench.ts';

const runs = 200;
/** What an operation may cost beside writing its rows: who may, in which state, once only, in order. */
const mostTimes = 8;

/** One answer and one slot held, as the hub applies them, against bare inserts of the same rows. */
export const bench: Bench = {
  name: 'operations',
  summary: 'What an operation costs at the hub, against bare inserts of the same rows (PGlite)',
  run: async (report) => {
    const folder = await mkdtemp(join(tmpdir(), 'aiguillage-bench-'));
    const database = await openDatabase({ folder });
    await migrate(database);
    const rig = await openRig(database);
    report(await answerFinding(rig));
    report(await holdFinding(rig));
    report(await callFinding(rig));
    await rig.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  },
};

async function answerFinding(rig: DeskRig): Promise<Finding> {
  const callId = await openCall(rig);
  const applied = await medianMs(runs, () =>
    must(rig, 'answer.record', { callId, question: 'consent', value: 'yes' }),
  );
  const bare = await medianMs(runs, () =>
    inserts(
      rig,
      'answer.record',
      callId,
      (operationId) => (tx) =>
        tx
          .insert(answer)
          .values({ callId, operationId, question: 'consent', value: 'yes', at: rig.now() }),
    ),
  );
  return finding('an answer recorded', applied, bare);
}

async function holdFinding(rig: DeskRig): Promise<Finding> {
  const callId = await openCall(rig);
  const diaryId = v7();
  const ranges = [1, 2, 3, 4, 5].map((weekday) => weekly(weekday, '08:00', '18:00'));
  await rig.act(
    rig.mediator,
    'diary.set',
    venueDiary({ diaryId, venueId: rig.venueId }, 10, ranges),
  );
  const slots = slotsFrom('2026-01-13T07:00:00Z', 2 * runs + 2);
  const next = () => {
    const slot = slots.shift();
    if (slot === undefined) throw new Error('There are as many slots as runs.');
    return slot;
  };
  const applied = await medianMs(runs, () =>
    must(rig, 'slot.hold', { bookingId: v7(), callId, diaryId, ...alone, ...next() }),
  );
  const { sponsorId, lozere: territoryId, manualLine: lineId } = rig;
  const bareBooking = (slot: { readonly start: string; readonly end: string }) => {
    const id = v7();
    return {
      id,
      diaryId,
      callId,
      adviserId: rig.lucie.accountId,
      sponsorId,
      territoryId,
      lineId,
      kindId: aloneKind.id,
      kindName: aloneKind.name,
      meetingPlace: alone.where,
      period: slot,
      taken: slot,
      session: id,
      seat: 1,
      places: 1,
      // A call holds one slot only.
      state: 'booked' as const,
    };
  };
  const bare = await medianMs(runs, () =>
    inserts(rig, 'slot.hold', callId, () => (tx) => tx.insert(booking).values(bareBooking(next()))),
  );
  return finding('a slot held', applied, bare);
}

/** Opened, six answers, closed with its facts. */
async function callFinding(rig: DeskRig): Promise<Finding> {
  const value = await medianMs(20, async () => {
    const callId = await openCall(rig);
    const answers = { ...answersToOrientation, orientation: 'none' };
    for (const [question, said] of Object.entries(answers)) {
      await must(rig, 'answer.record', { callId, question, value: said });
    }
    await must(rig, 'call.close', { callId, ending: { kind: 'script' } });
  });
  const goal = { text: 'a whole call in less than half a second', met: value < 500 };
  return { measure: 'a whole call of eight operations', unit: 'ms', value, goal };
}

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The rows that an operation leaves, written with nothing asked. */
async function inserts(
  rig: DeskRig,
  kind: OperationKind,
  callId: string,
  effect: (operationId: string) => (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const id = v7();
  const { accountId } = rig.lucie;
  const at = rig.now();
  await rig.database.transaction(async (tx) => {
    await tx.insert(operation).values({
      id,
      hash: hashOf(id),
      kind,
      userId: accountId,
      at,
      receivedAt: at,
      status: 'applied',
    });
    await effect(id)(tx);
    await tx.insert(change).values({ entity: 'call', entityId: callId, adviserId: accountId, at });
  });
}

function finding(what: string, value: number, bare: number): Finding {
  return {
    measure: what,
    unit: 'ms',
    value,
    baseline: { what: 'bare inserts of the same rows, on the same database', value: bare },
    goal: { text: `at most ${mostTimes} times the bare inserts`, met: value <= mostTimes * bare },
  };
}

async function openCall(rig: DeskRig): Promise<string> {
  const callId = v7();
  await must(rig, 'call.open', {
    callId,
    lineId: rig.manualLine,
    number: null,
    mode: 'afterwards',
    openedAt: rig.now(),
    script: rig.script,
  });
  return callId;
}

async function must<Kind extends OperationKind>(
  rig: DeskRig,
  kind: Kind,
  payload: OperationPayload<Kind>,
): Promise<void> {
  const result = await rig.act(rig.lucie, kind, payload);
  if (result !== 'applied') throw new Error(`${kind}: ${result}`);
}

/** Slots of ten minutes on working days, eight to six in Mende. */
function slotsFrom(first: string, count: number): { start: string; end: string }[] {
  const minute = 60_000;
  return Array.from({ length: count }, (_, index) => {
    const day = Math.floor(index / 60);
    const weekend = Math.floor((day + 1) / 5) * 2;
    const start =
      Date.parse(first) + (day + weekend) * 24 * 60 * minute + (index % 60) * 10 * minute;
    return {
      start: new Date(start).toISOString(),
      end: new Date(start + 10 * minute).toISOString(),
    };
  });
}
