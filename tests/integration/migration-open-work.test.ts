import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { changePage, statisticsView } from '#src/contract';
import { hashOf } from '#src/kernel';
import { parseScript, type ScriptDocument } from '#src/script';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { persona } from '../support/desk-rig.ts';
import { shippedModel } from '../support/distance-model.ts';
import { addAccount, openDesk, openTestHub, type TestAccount } from '../support/hub.ts';
import { at } from '../support/script-desks.ts';
import { answersToOrientation, shortScript } from '../support/short-script.ts';

const folderOfMigrations = new URL('../../main/hub/storage/migrations/', import.meta.url);
const venueId = 'lieu-de-mende';

/** The short script, which asks what gets in the way before it asks for the commune. */
function scriptOfBefore(): ScriptDocument {
  const document = shortScript();
  const { distance } = document.nodes;
  if (distance?.type !== 'score') throw new Error('The short script measures the distance.');
  const parsed = parseScript({
    ...document,
    nodes: {
      ...document.nodes,
      distance: { ...distance, next: 'obstacles' },
      obstacles: {
        type: 'choices',
        section: 'distance',
        title: 'Freins',
        say: 'Freins ?',
        fact: 'obstacles',
        options: [
          { id: 'senses', label: 'Voir ou entendre' },
          { id: 'nsp', label: 'Ne sait pas', next: 'commune' },
        ],
        next: 'commune',
      },
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const confided = { obstacles: ['senses'] };
const said = { ...answersToOrientation, ...confided };

type Before = Awaited<ReturnType<typeof installFormer>>;

/** What an installation of before may hold: calls of each kind on one script version, and what was sent to a venue. */
async function installFormer(database: Database) {
  const names = (await readdir(folderOfMigrations)).filter((name) => name < '0005').sort();
  const former = names.map(async (name) => ({
    name,
    sql: await readFile(new URL(name, folderOfMigrations), 'utf8'),
  }));
  await migrate(database, await Promise.all(former));
  const put = (statement: string, ...values: readonly unknown[]) =>
    database.pool.query(statement, [...values]);
  const [sponsor, territory, manual, training] = [v7(), v7(), v7(), v7()];
  await put(`insert into installation values ($1, 'real', 'Lozère', now())`, v7());
  await put('insert into sponsor values ($1, $2)', sponsor, 'Lozère');
  await put('insert into territory values ($1, $2, $3)', territory, 'Lozère', ['48']);
  for (const [id, kind] of [
    [manual, 'manual'],
    [training, 'training'],
  ]) {
    await put(
      `insert into line values ($1, 'Ligne', null, $2, $3, $4, 'court')`,
      id,
      kind,
      sponsor,
      territory,
    );
  }
  const scope = { territoryIds: [territory] };
  const adviser = await addAccount(database, 'adviser', scope);
  const supervisor = await addAccount(database, 'supervisor', scope);
  const mediator = await addAccount(database, 'mediator', { venueId });
  const document = scriptOfBefore();
  const hash = hashOf(document);
  await put(
    `insert into script_version values ($1, $2, $3, $4, '2026-03-01T08:00:00Z')`,
    hash,
    document.id,
    document.version,
    document,
  );

  const addCall = async (
    state: 'live' | 'wrap-up' | 'closed',
    {
      consent,
      personaId = null,
    }: { readonly consent: 'yes' | 'no'; readonly personaId?: string | null },
  ) => {
    const [id, personId] = [v7(), v7()];
    const isClosed = state === 'closed';
    await put(
      `insert into call (id, sponsor_id, territory_id, line_id, adviser_id, state, mode, persona_id, script_hash, opened_at,
         answered_at, ended_at, ended_by, closed_at, outcome, service, level, fragile, obstacles, commune_code)
       values ($1, $2, $3, $4, $5, $6, 'live', $7, $8, '2026-03-02T08:00:00Z', '2026-03-02T08:00:10Z', $9, $10, $11, $12,
         $13, $14, $15, $16, $17)`,
      id,
      sponsor,
      territory,
      personaId === null ? manual : training,
      adviser.id,
      state,
      personaId,
      hash,
      state === 'live' ? null : '2026-03-02T08:05:00Z',
      state === 'live' ? null : 'caller',
      isClosed ? '2026-03-02T08:06:00Z' : null,
      isClosed ? 'unsolved' : null,
      isClosed ? 'Aide aux démarches administratives' : null,
      isClosed ? 'E3' : null,
      isClosed ? false : null,
      isClosed ? ['senses'] : [],
      isClosed ? '48095' : null,
    );
    for (const [question, value] of Object.entries({ ...said, consent })) {
      const operation = v7();
      await put(
        `insert into operation values ($1, 'hash', 'answer.record', $2, now(), now(), 'applied')`,
        operation,
        adviser.id,
      );
      await put(
        'insert into answer (call_id, operation_id, question, value, at) values ($1, $2, $3, $4, now())',
        id,
        operation,
        question,
        JSON.stringify(value),
      );
      if (question === 'consent') {
        await put(
          `insert into consent values ($1, $2, 'consent', $3, $4, now())`,
          id,
          operation,
          hash,
          value === 'yes',
        );
      }
    }
    const isNamed = consent === 'yes';
    if (isNamed)
      await put(`insert into person values ($1, 'Rose Blanc', null, null, null, now())`, personId);
    await put(
      `insert into call_identity values ($1, '+33466490077', $2, null)`,
      id,
      isNamed ? personId : null,
    );
    await put(
      `insert into change (entity, entity_id, territory_id, adviser_id, at) values ('call', $1, $2, $3, now())`,
      id,
      territory,
      adviser.id,
    );
    return id;
  };
  const addReferral = async (callId: string, state: 'sent' | 'accepted') => {
    const id = v7();
    const summary = {
      service: 'Aide aux démarches administratives',
      theme: null,
      level: 'E3',
      fragile: false,
      distance: [{ question: 'Internet', answer: 'Non' }],
      obstacles: ['senses'],
      wishes: [],
      communeCode: '48095',
      tried: 'unsolved',
    };
    await put(
      `insert into referral values ($1, $2, $3, $4, $5, $6, 'France services', $7, null, '{Mardi}', $8, $9, null, null,
         '2026-03-02T08:04:00Z', $10)`,
      id,
      callId,
      sponsor,
      territory,
      manual,
      venueId,
      adviser.id,
      summary,
      state,
      state === 'sent' ? null : '2026-03-03T08:00:00Z',
    );
    await put(
      `insert into change (entity, entity_id, territory_id, adviser_id, venue_id, at)
       values ('referral', $1, $2, $3, $4, now())`,
      id,
      territory,
      adviser.id,
      venueId,
    );
    return id;
  };

  const calls = {
    waiting: await addCall('wrap-up', { consent: 'yes' }),
    referred: await addCall('closed', { consent: 'yes' }),
    silent: await addCall('closed', { consent: 'no' }),
    trained: await addCall('closed', { consent: 'yes', personaId: persona.id }),
    live: await addCall('live', { consent: 'yes' }),
  };
  const sent = await addReferral(calls.waiting, 'sent');
  const accepted = await addReferral(calls.referred, 'accepted');
  return { calls, sent, accepted, adviser, supervisor, mediator };
}

async function withUpdated(
  work: (parts: {
    readonly database: Database;
    readonly before: Before;
    readonly deskOf: (account: TestAccount) => ReturnType<typeof openDesk>;
  }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-migration-'));
  const database = await openDatabase({ folder });
  try {
    const before = await installFormer(database);
    expect(await migrate(database)).toMatchObject({ ok: true });
    const hub = await openTestHub(database);
    await work({ database, before, deskOf: (account) => openDesk(hub, account) });
    await hub.close();
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

it('goes on with the calls and referrals of an installation of before', async () => {
  await withUpdated(async ({ before, deskOf }) => {
    const { calls, sent, accepted } = before;
    const [adviser, mediator] = [await deskOf(before.adviser), await deskOf(before.mediator)];
    const read = async (desk: typeof adviser) =>
      changePage.parse(await (await desk.get('/api/changes?after=0')).json()).changes;
    const mine = await read(adviser);
    const viewOf = (id: string) => mine.find((change) => change.id === id)?.value;
    expect(viewOf(calls.live)).toMatchObject({ state: 'live', resumedAt: null, spokenBeforeS: 0 });
    expect(viewOf(calls.waiting)).toMatchObject({
      record: { override: null, caller: { name: 'Rose Blanc' } },
    });
    expect(viewOf(calls.trained)).toMatchObject({ personaId: persona.id, record: { note: '' } });

    const { act } = at(adviser);
    const override = { measured: 'E3', level: 'E2', reason: 'says-less', words: null } as const;
    expect(await act('level.override', { callId: calls.waiting, override })).toBe('applied');
    expect(await act('call.call-back', { callId: calls.live, at: null, number: null })).toBe(
      'applied',
    );
    expect(await act('call.resume', { callId: calls.live })).toBe('applied');
    const closing = { callId: calls.waiting, ending: { kind: 'cut-off' } } as const;
    expect(await act('call.close', closing)).toBe('applied');

    const theirs = at(mediator);
    expect(await theirs.act('referral.accept', { referralId: sent })).toBe('applied');
    const measure = {
      measurementId: v7(),
      referralId: accepted,
      agreedAt: '2026-03-04T08:00:00Z',
      model: shippedModel().stamp,
      answers: { internet: 'non' },
    } as const;
    expect(await theirs.act('distance.measure', measure)).toBe('applied');
    const received = await read(mediator);
    const referralOf = (id: string) => received.find((change) => change.id === id)?.value;
    expect(referralOf(sent)).toMatchObject({ summary: { level: 'E2', explanation: null } });
    expect(referralOf(accepted)).toMatchObject({
      path: [
        { level: 'E3', where: 'phone' },
        { level: 'E3', where: 'venue' },
      ],
    });
  });
});

it('ST-5 counts its calls as before, and nothing of its training line', async () => {
  await withUpdated(async ({ before, deskOf }) => {
    const supervisor = await deskOf(before.supervisor);
    const period = 'from=2026-03-01&to=2026-03-31';
    const figures = await (await supervisor.get(`/api/statistics?${period}`)).json();
    expect(statisticsView.parse(figures)).toMatchObject({ calls: 2, requests: 2, referrals: 1 });
    const file = await (await supervisor.get(`/api/statistics/coop.csv?${period}`)).text();
    expect(file.trim().split('\n')).toHaveLength(3);
    expect((await supervisor.get(`/api/statistics/overrides?${period}`)).status).toBe(200);
  });
});

it('PR-9 forgets what was confided where a record was closed without consent, and nothing else', async () => {
  await withUpdated(async ({ database, before: { calls } }) => {
    const kept = async (callId: string) => {
      const { rows } = await database.pool.query(
        `select obstacles, (select array_agg(question order by position) from answer where call_id = call.id) as answers
         from call where id = $1`,
        [callId],
      );
      return rows[0];
    };
    const { obstacles: _forgotten, ...rest } = said;
    expect(await kept(calls.silent)).toEqual({ obstacles: [], answers: Object.keys(rest) });
    expect(await kept(calls.referred)).toEqual({
      obstacles: ['senses'],
      answers: Object.keys(said),
    });
    expect((await kept(calls.waiting)).answers).toEqual(Object.keys(said));
  });
});
