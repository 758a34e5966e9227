import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { computeSlots, type Slot } from '#src/booking';
import {
  callView,
  changePage,
  type Entity,
  type OperationKind,
  type OperationPayload,
  operationBatchResult,
  sessionView,
  statisticsView,
} from '#src/contract';
import { present } from '#src/kernel';
import { debrief, goodRun, type Persona } from '#src/training';
import { shippedData } from '../../main/hub/config.ts';
import type { Hub } from '../../main/hub/hub.ts';
import { readPersonas } from '../../main/hub/telephony/personas.ts';
import { onBothDatabases } from '../support/databases.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';
import {
  addAccount,
  addTerritory,
  openDesk,
  openTestHub,
  type TestAccount,
  type TestDesk,
  testPorts,
} from '../support/hub.ts';
import { shippedScript } from '../support/shipped-script.ts';
import { putVenueSet } from '../support/venue-sets.ts';
import { someVenue } from '../support/venues.ts';

const script = shippedScript();
const venueId = 'france-services-de-mende';
const diary = venueDiary(
  { diaryId: v7(), venueId },
  30,
  [1, 2, 3, 4, 5].map((weekday) => weekly(weekday, '09:00', '17:00')),
);
const place = { zone: 'Europe/Paris', territory: 'mainland' } as const;

async function act<Kind extends OperationKind>(
  desk: TestDesk,
  kind: Kind,
  payload: OperationPayload<Kind>,
) {
  const operation = { id: v7(), kind, payload, at: testPorts.clock() };
  const answer = await desk.post('/api/operations', { operations: [operation] });
  const [result] = operationBatchResult.parse(await answer.json()).results;
  expect(result).toEqual({ id: operation.id, status: 'applied' });
}

/** What the desk has of one entity after reading every change. */
async function mirrored<E extends Entity>(desk: TestDesk, entity: E, id: string) {
  const page = changePage.parse(await (await desk.get('/api/changes?after=0')).json());
  const change = page.changes.find((one) => one.entity === entity && one.id === id);
  return change?.value ?? null;
}

async function figures(desk: TestDesk) {
  const today = testPorts.clock().slice(0, 10);
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  const answer = await desk.get(`/api/statistics?from=${today}&to=${tomorrow}`);
  return statisticsView.parse(await answer.json());
}

/** A free slot of the coming days; each time another. */
function nextSlot(taken: Slot[]): Slot {
  const today = testPorts.clock();
  const days = (count: number) =>
    new Date(Date.parse(today) + count * 86_400_000).toISOString().slice(0, 10);
  const window = { from: days(1), to: days(10) };
  const kind = present(diary.kinds[0], 'a diary has a kind of appointment');
  const slots = computeSlots({ ...diary, ...place }, kind, [], window, today);
  const slot = present(slots[taken.length], 'a week has more slots than the test has calls');
  taken.push(slot);
  return slot;
}

onBothDatabases('a whole call over the network, on the script that ships', (database) => {
  const opened: {
    hub: Hub;
    accounts: Record<'adviser' | 'mediator' | 'authority', TestAccount>;
  }[] = [];
  const taken: Slot[] = [];

  beforeAll(async () => {
    const hub = await openTestHub(database());
    const territoryIds = [await addTerritory(database(), 'Lozère', '48')];
    const accounts = {
      adviser: await addAccount(database(), 'adviser', { territoryIds }),
      mediator: await addAccount(database(), 'mediator', { venueId }),
      authority: await addAccount(database(), 'authority', { territoryIds }),
    };
    await database().transaction((tx) =>
      putVenueSet(tx, [someVenue({ id: venueId })], testPorts.clock()),
    );
    opened.push({ hub, accounts });
    return () => hub.close();
  });

  const deskOf = (role: 'adviser' | 'mediator' | 'authority') => {
    const { hub, accounts } = present(opened[0], 'opened before the first test');
    return openDesk(hub, accounts[role]);
  };

  const lineOf = async (desk: TestDesk, kind: 'manual' | 'training') => {
    const { lines } = sessionView.parse(await (await desk.get('/api/session')).json());
    return present(
      lines.find((line) => line.kind === kind),
      'a territory has a line of each kind',
    ).id;
  };

  /** A good call with the persona: it books where the script leads to a venue, and is closed as its file expects. */
  async function carryThrough(desk: TestDesk, callId: string, persona: Persona) {
    const referralId = v7();
    for (const { question, value } of goodRun(script, persona).path) {
      if (script.questions.get(question)?.kind === 'orientation' && value === 'referred') {
        await sendToVenue(desk, callId, referralId, persona);
      }
      const recorded = typeof value === 'string' ? value : [...value];
      await act(desk, 'answer.record', { callId, question, value: recorded });
    }
    await act(desk, 'call.hang-up', { callId });
    const { end } = persona.expected;
    const ending =
      end.kind === 'script' ? { kind: end.kind } : { kind: end.kind, reason: end.reason };
    await act(desk, 'call.close', { callId, ending });
    return referralId;
  }

  async function sendToVenue(
    desk: TestDesk,
    callId: string,
    referralId: string,
    { name, number }: Persona,
  ) {
    const caller = { personId: v7(), name, phone: number, email: null, address: null };
    await act(desk, 'people.identify', { callId, caller, beneficiary: null });
    const bookingId = v7();
    const { start, end } = nextSlot(taken);
    await act(desk, 'slot.hold', {
      bookingId,
      callId,
      diaryId: diary.diaryId,
      ...alone,
      start,
      end,
    });
    await act(desk, 'referral.book', { referralId, callId, bookingId });
  }

  it('TR-4 goes well with each of its personas on the training line, and counts none of them', async () => {
    await act(await deskOf('mediator'), 'diary.set', diary);
    const desk = await deskOf('adviser');
    const lineId = await lineOf(desk, 'training');
    const personas = [...(await readPersonas(shippedData)).values()];
    for (const persona of personas.filter((known) => known.script === script.reference.id)) {
      const callId = v7();
      await act(desk, 'training.ring', { callId, lineId, personaId: persona.id });
      expect(await mirrored(desk, 'call', callId)).toMatchObject({
        state: 'ringing',
        number: persona.number,
      });
      await act(desk, 'call.answer', { callId, script: script.reference });
      await carryThrough(desk, callId, persona);
      const closed = callView.parse(await mirrored(desk, 'call', callId));
      const facts = present(closed.facts, 'a closed call has its facts');
      const record = present(closed.record, 'a training call keeps its record');
      const { steps, end, level } = debrief(script, persona, {
        answers: record.answers,
        note: record.note,
        end: { outcome: facts.outcome, noRequest: facts.noRequest },
        level: facts.level,
        seconds: 0,
      });
      expect(steps.filter(({ state }) => state !== 'as-expected')).toEqual([]);
      expect([end.given, level.given]).toEqual([end.expected, level.expected]);
    }
    expect((await figures(await deskOf('authority'))).calls).toBe(0);
  });

  it('is counted once on the manual line, with its referral, which the venue accepts', async () => {
    const desk = await deskOf('adviser');
    const mediator = await deskOf('mediator');
    const personas = await readPersonas(shippedData);
    const persona = present(personas.get('odile-vernhet'), 'this persona ships');
    const callId = v7();
    await act(desk, 'call.open', {
      callId,
      lineId: await lineOf(desk, 'manual'),
      number: persona.number,
      mode: 'live',
      openedAt: testPorts.clock(),
      script: script.reference,
    });
    const referralId = await carryThrough(desk, callId, persona);

    expect(await mirrored(mediator, 'referral', referralId)).toMatchObject({
      state: 'sent',
      summary: { person: { name: persona.name }, communeCode: persona.communeCode },
    });
    await act(mediator, 'referral.accept', { referralId });
    expect(await mirrored(desk, 'referral', referralId)).toMatchObject({ state: 'accepted' });
    expect(await figures(await deskOf('authority'))).toMatchObject({
      demonstration: false,
      calls: 1,
      requests: 1,
      byOutcome: { referred: 1 },
      referrals: 1,
      booked: 1,
    });
  });
});
