import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  CallView,
  Change,
  Operation,
  OperationPayload,
  OperationResult,
  RefusalCode,
} from '#src/contract';
import { recordAct } from '../../renderer/storage/act.ts';
import {
  type DeskDatabase,
  databaseName,
  emptyMirror,
  inTransaction,
  openDeskDatabase,
} from '../../renderer/storage/database.ts';
import { exchange } from '../../renderer/storage/exchange.ts';
import { takeTruth } from '../../renderer/storage/mirror.ts';
import { desk, lineId, uuidOf } from '../support/desk-operations.ts';

const callId = uuidOf('call');
const opening: OperationPayload<'call.open'> = {
  callId,
  lineId,
  number: '+33465712814',
  mode: 'live',
  openedAt: '2026-11-24T09:02:00.000Z',
  script: { id: 'general-fr', version: '1.0.0', hash: 'a'.repeat(64) },
};

/** The hub's side of the wire, as far as a desk can see it. */
function startHub() {
  const received: string[] = [];
  const refusals = new Map<Operation['kind'], RefusalCode>();
  const changes: Change[] = [];
  let isReachable = true;
  let losesAnswers = false;
  let isAbsent = false;
  let batches = 0;
  let meanwhile: (() => Promise<void>) | null = null;

  function result({ id, kind }: Operation): OperationResult {
    if (received.includes(id)) return { id, status: 'already-applied' };
    const code = refusals.get(kind);
    if (code !== undefined) return { id, status: 'refused', code };
    received.push(id);
    return { id, status: 'applied' };
  }

  async function answer(path: string, init?: RequestInit): Promise<Response> {
    if (!isReachable) throw new TypeError('Failed to fetch');
    if (path === '/api/operations') {
      const { operations }: { operations: readonly Operation[] } = JSON.parse(String(init?.body));
      batches += 1;
      if (batches > 50) throw new Error('The desk sends the same again without end.');
      const results = isAbsent ? [] : operations.map(result);
      if (losesAnswers) throw new TypeError('Failed to fetch');
      return Response.json({ results });
    }
    const after = Number(new URL(path, 'http://hub').searchParams.get('after'));
    const newer = changes.filter(({ seq }) => seq > after);
    await meanwhile?.();
    meanwhile = null;
    return Response.json({ changes: newer, cursor: newer.at(-1)?.seq ?? after, more: false });
  }

  return {
    answer,
    received,
    refuse: (kind: Operation['kind'], code: RefusalCode) => refusals.set(kind, code),
    reach: (is: boolean) => {
      isReachable = is;
    },
    loseAnswers: (is: boolean) => {
      losesAnswers = is;
    },
    /** Something happens at the desk before the next page of changes arrives there. */
    whileAsked: (work: () => Promise<void>) => {
      meanwhile = work;
    },
    /** It answers, and says nothing of what it was sent. */
    beAbsent: (is: boolean) => {
      isAbsent = is;
    },
    tell: (value: CallView | null) => {
      changes.push({ seq: changes.length + 1, entity: 'call', id: callId, value });
    },
  };
}

let database: DeskDatabase;
let hub: ReturnType<typeof startHub>;
let opened = 0;

beforeEach(() => {
  opened += 1;
  database = openDeskDatabase(databaseName(`installation-${opened}`, 'lucie'));
  hub = startHub();
  vi.stubGlobal('fetch', hub.answer);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await database.dexie.delete();
});

function act<Kind extends Operation['kind']>(
  kind: Kind,
  payload: OperationPayload<Kind>,
  options = {},
) {
  return recordAct(database, desk, kind, payload, options);
}

async function shownCall(): Promise<CallView> {
  const row = await database.mirror.call.get(callId);
  if (row?.shown == null) throw new Error('the call is not shown');
  return row.shown;
}

async function everythingKept(): Promise<string> {
  const tables = await Promise.all(database.dexie.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
}

describe('SY-10 an act without the hub', () => {
  test('is on screen and kept, in the order of making, until the hub is back', async () => {
    hub.reach(false);
    await act('call.open', opening);
    await act('answer.record', { callId, question: 'accord', value: 'oui' });
    await act('answer.record', { callId, question: 'service', value: 'demarches' });
    expect(await exchange(database, desk)).toMatchObject({ error: { code: 'unreachable' } });

    const { state, record } = await shownCall();
    expect(state).toBe('live');
    expect(record?.answers.map(({ question }) => question)).toEqual(['accord', 'service']);

    const waiting = await database.outbox.orderBy('position').toArray();
    hub.reach(true);
    expect((await exchange(database, desk)).ok).toBe(true);
    expect(hub.received).toEqual(waiting.map(({ id }) => id));
  });

  test('is sent again after a lost answer, and applied once', async () => {
    hub.loseAnswers(true);
    const { operationId, acknowledged } = await act('call.open', opening);
    await exchange(database, desk);
    hub.loseAnswers(false);
    await exchange(database, desk);
    expect(hub.received).toEqual([operationId]);
    expect(await acknowledged()).toEqual({ id: operationId, status: 'applied' });
  });

  test('waits for a hub that answers of something else, and is not sent again at once', async () => {
    hub.beAbsent(true);
    const { operationId } = await act('call.open', opening);
    expect(await exchange(database, desk)).toMatchObject({ ok: true });
    hub.beAbsent(false);
    await exchange(database, desk);
    expect(hub.received).toEqual([operationId]);
  });

  test('never bears the instant of another', async () => {
    await act('call.open', opening);
    for (let n = 0; n < 5; n += 1) {
      await act('answer.record', { callId, question: `question-${n}`, value: 'oui' });
    }
    const instants = (await database.outbox.toArray()).map(({ at }) => at);
    expect(new Set(instants).size).toBe(instants.length);
  });
});

test('DI-15 a level that is corrected offline is shown at once, and taken back as soon', async () => {
  await act('call.open', opening);
  const override = { measured: 'E2', level: 'E1', reason: 'says-less', words: null } as const;
  await act('level.override', { callId, override });
  expect((await shownCall()).record?.override).toEqual(override);
  await act('level.override', { callId, override: null });
  expect((await shownCall()).record?.override).toBeNull();
});

describe('a refused act', () => {
  test('is undone on screen, with what needed it, and waits to be told', async () => {
    hub.refuse('call.open', 'unknown-line');
    await act('call.open', opening);
    const note = await act('note.write', { callId, text: 'Sa voisine l’aidait' });
    await exchange(database, desk);
    expect(await database.mirror.call.get(callId)).toBeUndefined();
    expect(await note.acknowledged()).toMatchObject({ status: 'refused', code: 'unknown-line' });
    const states = (await database.outbox.toArray()).map(({ state, untold }) => [state, untold]);
    expect(states).toEqual([
      ['refused', true],
      ['stopped', true],
    ]);
  });

  test('is not told twice where its own screen tells it', async () => {
    hub.refuse('call.open', 'already-on-a-call');
    await act('call.open', opening, { tellsRefusal: true });
    await exchange(database, desk);
    expect((await database.outbox.toArray()).map(({ untold }) => untold)).toEqual([false]);
  });
});

describe('SY-17 the hub’s truth', () => {
  test('takes the place of what was shown, with what still waits on top', async () => {
    await act('call.open', opening);
    await exchange(database, desk);
    const truth = await shownCall();
    await act('answer.record', { callId, question: 'accord', value: 'oui' });
    const before = {
      callId: uuidOf('before'),
      at: truth.openedAt,
      theme: null,
      outcome: null,
      person: null,
      beneficiary: null,
      level: null,
      callBack: null,
    };
    await inTransaction(database, () =>
      takeTruth(database, desk, {
        seq: 1,
        entity: 'call',
        id: callId,
        value: { ...truth, earlier: [before] },
      }),
    );
    const { earlier, record } = await shownCall();
    expect(earlier).toEqual([before]);
    expect(record?.answers.map(({ question }) => question)).toEqual(['accord']);
  });

  test('leaves nothing of what was said once a closed call is acknowledged', async () => {
    await act('call.open', opening);
    await act('note.write', { callId, text: 'Sa voisine l’aidait' });
    await act('people.identify', {
      callId,
      caller: {
        personId: uuidOf('odile'),
        name: 'Odile Vernhet',
        phone: null,
        email: null,
        address: null,
      },
      beneficiary: null,
    });
    await exchange(database, desk);
    expect(await everythingKept()).toContain('voisine');
    await database.drafts.put({
      key: `note:${callId}`,
      value: 'Une voisine encore',
      at: opening.openedAt,
    });
    await act('call.close', { callId, ending: { kind: 'script' } });
    hub.tell({ ...(await shownCall()), record: null });
    await exchange(database, desk);
    const kept = await everythingKept();
    expect(kept).not.toContain('voisine');
    expect(kept).not.toContain('Vernhet');
  });

  test('that a record is out of scope takes it off the screen', async () => {
    await act('call.open', opening);
    await exchange(database, desk);
    hub.tell(null);
    await exchange(database, desk);
    expect(await database.mirror.call.get(callId)).toBeUndefined();
  });
});

describe('SY-20 a mirror that another version of the program wrote', () => {
  async function openAgain(): Promise<void> {
    database.dexie.close();
    database = openDeskDatabase(database.dexie.name);
    await database.dexie.open();
  }

  test('is read again before anything shows it, with what waits on top; what was typed stays', async () => {
    await act('call.open', opening);
    await exchange(database, desk);
    hub.tell(await shownCall());
    await exchange(database, desk);
    hub.reach(false);
    await act('answer.record', { callId, question: 'accord', value: 'oui' });
    await database.drafts.put({
      key: `note:${callId}`,
      value: 'Une voisine',
      at: opening.openedAt,
    });
    const { spokenBeforeS, attempts, ...former } = await shownCall();
    const row = { id: callId, truth: former, shown: former };
    await database.dexie.table('call').put(row);
    await database.meta.put({ key: 'shape', value: 'that of before' });

    await openAgain();
    expect(await database.mirror.call.toArray()).toEqual([]);
    hub.reach(true);
    expect((await exchange(database, desk)).ok).toBe(true);
    expect(await shownCall()).toMatchObject({ spokenBeforeS, attempts });
    expect(hub.received).toHaveLength(2);
    expect(await database.drafts.count()).toBe(1);
  });

  test('is no other where the program is the same', async () => {
    await act('call.open', opening);
    await openAgain();
    expect((await shownCall()).state).toBe('live');
  });
});

describe('SY-21 who signs out', () => {
  const signOut = () => emptyMirror(database);

  test('leaves nobody’s name or number behind, and finds it all again', async () => {
    await act('call.open', opening);
    await exchange(database, desk);
    hub.tell(await shownCall());
    await exchange(database, desk);
    await signOut();
    const kept = await Promise.all(database.dexie.tables.map((table) => table.toArray()));
    expect(JSON.stringify(kept)).not.toContain(opening.number);
    await exchange(database, desk);
    expect((await shownCall()).number).toBe(opening.number);
  });

  test('leaves what is not sent, which is sent at the next sign-in', async () => {
    hub.reach(false);
    await act('call.open', opening);
    await signOut();
    hub.reach(true);
    expect((await exchange(database, desk)).ok).toBe(true);
    expect(hub.received).toHaveLength(1);
  });

  test('does not lose what came before a page that was on its way', async () => {
    await act('call.open', opening);
    await exchange(database, desk);
    const truth = await shownCall();
    hub.tell(truth);
    await exchange(database, desk);
    hub.tell({ ...truth, attempts: 1 });
    hub.whileAsked(signOut);
    await exchange(database, desk);
    expect(await database.mirror.call.count()).toBe(0);
    await exchange(database, desk);
    expect(await shownCall()).toMatchObject({ attempts: 1 });
    expect(await database.meta.get('cursor')).toMatchObject({ value: 2 });
  });
});

test('the stores are those that desks already have, and those that were added since', () => {
  const stores = Object.fromEntries(
    database.dexie.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
    ]),
  );
  expect(stores).toEqual({
    call: 'id, shown.state',
    referral: 'id',
    diary: 'id',
    booking: 'id',
    presence: 'id',
    outbox: '++position, &id, state, subjects.callId, subjects.bookingId',
    drafts: 'key',
    sets: 'name',
    meta: 'key',
    // Version 2.
    reference: 'id',
    // Version 4.
    'walk-in': 'id',
  });
});
