import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { present } from '#src/kernel';
import { type Database, openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { call } from '../../main/hub/storage/schema.ts';
import { legLabel } from '../../main/hub/telephony/twilio/leg-label.ts';
import { addAccount, origin, testPorts } from '../support/hub.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { newCallSid, type Webhook } from '../support/twilio/call-stories.ts';
import { caller, openHubAtTwilio } from '../support/twilio/hub-at-twilio.ts';
import { signed } from '../support/twilio/signed.ts';
import { openToldHub, type ToldHub } from '../support/twilio/told-hub.ts';
import type { Finding } from './bench.ts';

/** As many as a hub's pool has. */
const connections = 10;
const endsARound = 600;
const rounds = 5;
const aSecond = 200;
const seconds = 8;
const ringsMeasured = 60;
/** Of a desk that is rung for a call, until it rings elsewhere. */
const statuses = ['initiated', 'ringing', 'canceled'] as const;

type Server = Awaited<ReturnType<typeof startPostgres>>;

/** What webhooks cost on a PostgreSQL server whose commits are durable, and how soon a call rings. */
export async function webhookPace(): Promise<readonly Finding[]> {
  const owned = mkdtempSync(join(tmpdir(), 'aiguillage-bench-'));
  const server = await startPostgres(join(owned, 'server'), owned, 'on');
  try {
    return [...(await durableWebhooks(server, owned)), await untilRing(server)];
  } finally {
    await server.stop();
    rmSync(owned, { recursive: true, force: true });
  }
}

async function durableWebhooks(server: Server, owned: string): Promise<readonly Finding[]> {
  const database = await openDatabase({ url: server.url });
  await migrate(database);
  const hub = await openToldHub(database, 1);
  const pool = new pg.Pool({ connectionString: server.url, max: connections });
  try {
    const place = await openPlace(hub, database);
    const taken: { rate: number; bareRate: number }[] = [];
    // In turn, so that what else the machine does weighs on both; and once before, since a hub has run for longer than that.
    for (let round = 0; round <= rounds; round += 1) {
      const told = rungDesks(place, endsARound).map((end) => end.map(asSent));
      const rate = await rateOf(told, (request) => hear(hub, request));
      const bareRate = await rateOf(rungDesks(place, endsARound), (webhook) =>
        bareStatements(pool, place, webhook),
      );
      if (round > 0) taken.push({ rate, bareRate });
    }
    const byRatio = taken.toSorted((a, b) => a.rate / a.bareRate - b.rate / b.bareRate);
    const { rate, bareRate } = present(byRatio[Math.floor(rounds / 2)], 'there are rounds');
    const p99 = await steadily(hub, place);
    return [
      {
        measure: `webhooks made durable, ${connections} at once, the median of ${rounds} rounds`,
        unit: 'webhooks/s',
        value: rate,
        baseline: {
          what: 'the bare statements by the same driver, connections and concurrency',
          value: bareRate,
        },
        goal: { text: 'half as many or more', met: rate >= bareRate / 2 },
      },
      {
        measure: 'the same rows by PostgreSQL’s own tool (pgbench), as many connections',
        unit: 'transactions/s',
        value: await pgbenchRate(server, owned, place),
      },
      {
        measure: `a webhook made durable at ${aSecond} a second, 99th percentile`,
        unit: 'ms',
        value: p99,
        goal: { text: 'under 500 ms', met: p99 < 500 },
      },
    ];
  } finally {
    await pool.end();
    await hub.close();
    await database.close();
  }
}

type Place = { readonly callId: string; readonly accountId: string };

/** A call that rings at a desk, again and again, and is not answered: what the queue does of a call is measured elsewhere. */
async function openPlace(hub: ToldHub, database: Database): Promise<Place> {
  const number = '+33199009001';
  await hub.addLine(number, ['a skill of nobody']);
  const words = { CallSid: newCallSid(), From: caller, To: number, CallStatus: 'ringing' };
  await hub.fetch(signed(`${origin}/twilio/voice`, words));
  const [came] = await database.db.select({ id: call.id }).from(call);
  const { id: accountId } = await addAccount(database, 'adviser');
  return { callId: present(came, 'it was announced').id, accountId };
}

/** What is told of so many ends, one after the other each. */
function rungDesks({ callId, accountId }: Place, count: number): readonly (readonly Webhook[])[] {
  const owner = legLabel({ role: 'adviser', accountId });
  const address = `${origin}/twilio/status?${new URLSearchParams({ call: callId, leg: owner })}`;
  return Array.from({ length: count }, () => {
    const CallSid = newCallSid();
    return statuses.map((CallStatus, sequence) => ({
      address,
      words: {
        ...{ CallSid, CallStatus, SequenceNumber: String(sequence) },
        ...{ Timestamp: new Date().toUTCString(), CallDuration: '0' },
      },
    }));
  });
}

/** As it reaches a hub, its length said: what Twilio does to write and sign it is no work of the hub. */
function asSent({ address, words }: Webhook): Request {
  const request = signed(address, words);
  request.headers.set('content-length', String(new URLSearchParams(words).toString().length));
  return request;
}

async function hear(hub: ToldHub, request: Request): Promise<void> {
  const { status } = await hub.fetch(request);
  if (status !== 204) throw new Error(`A webhook was answered ${status}.`);
}

/** The rows that a webhook leaves, with nothing read, checked or decided. */
async function bareStatements(pool: pg.Pool, place: Place, { words }: Webhook): Promise<void> {
  const { CallSid = '', CallStatus = '', SequenceNumber = '' } = words;
  const at = testPorts.clock();
  const client = await pool.connect();
  await client.query('begin');
  await client.query(
    `insert into carrier_event (key, leg_id, sequence, status, at, received_at) values ($1, $2, $3, $4, $5, $5)
     on conflict do nothing returning key`,
    [`${CallSid} ${SequenceNumber} ${CallStatus}`, CallSid, SequenceNumber, CallStatus, at],
  );
  await client.query(
    `insert into leg (id, call_id, role, account_id, state, began_at, heard_at) values ($1, $2, 'adviser', $3, 'ringing', $4, $4)
     on conflict (id) do update set heard_at = excluded.heard_at returning *`,
    [CallSid, place.callId, place.accountId, at],
  );
  if (CallStatus === 'canceled') {
    await client.query(`update leg set state = 'ended', ended_at = $2 where id = $1`, [
      CallSid,
      at,
    ]);
  }
  await client.query('commit');
  client.release();
}

async function rateOf<Told>(
  ends: readonly (readonly Told[])[],
  one: (told: Told) => Promise<void>,
): Promise<number> {
  const left = [...ends];
  const began = performance.now();
  const worker = async () => {
    for (let end = left.pop(); end !== undefined; end = left.pop()) {
      for (const told of end) await one(told);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const total = ends.length * statuses.length;
  return (total * 1000) / (performance.now() - began);
}

/** They come whether the ones before are answered or not; from when each was due until it was answered. */
async function steadily(hub: ToldHub, place: Place): Promise<number> {
  const ends = rungDesks(place, (aSecond * seconds) / statuses.length);
  const told = ends.flat().map(asSent);
  const began = performance.now();
  const tookMs = await Promise.all(
    told.map(async (request, index) => {
      const due = (index * 1000) / aSecond;
      await wait(Math.max(0, began + due - performance.now()));
      // One that is not heard was never answered.
      const isHeard = await hear(hub, request).then(
        () => true,
        () => false,
      );
      return isHeard ? performance.now() - began - due : Number.POSITIVE_INFINITY;
    }),
  );
  return percentile(tookMs, 0.99);
}

async function pgbenchRate(server: Server, owned: string, place: Place): Promise<number> {
  const script = join(owned, 'webhook.sql');
  writeFileSync(
    script,
    `\\set n random(1, 1000000000)
begin;
insert into carrier_event (key, leg_id, sequence, status, at, received_at)
  values (gen_random_uuid()::text, 'bench-' || :n, 1, 'ringing', now(), now()) on conflict do nothing;
insert into leg (id, call_id, role, account_id, state, began_at, heard_at)
  values ('bench-' || :n, '${place.callId}', 'adviser', '${place.accountId}', 'ringing', now(), now())
  on conflict (id) do update set heard_at = excluded.heard_at;
commit;
`,
  );
  const told = execFileSync(
    join(server.programs, 'pgbench'),
    ['-n', '-f', script, '-c', String(connections), '-T', '5', server.url],
    { encoding: 'utf8' },
  );
  return Number(present(/tps = ([\d.]+)/.exec(told)?.[1], 'pgbench says its rate'));
}

/** From the webhook of a call until it rings where somebody is registered, over loopback all the way: in, and out to the network again. */
async function untilRing(server: Server): Promise<Finding> {
  const name = `ring_${v7().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const database = await openDatabase({ url: server.url.replace(/\/postgres$/, `/${name}`) });
  await migrate(database);
  const at = await openHubAtTwilio(database);
  const number = await at.addLine();
  const tookMs: number[] = [];
  for (let rung = 0; rung < ringsMeasured; rung += 1) {
    const { identity } = await at.addAdviser();
    const began = performance.now();
    const phone = at.standIn.dial({ from: caller, to: number });
    while (!at.gateway.ringsFor(identity)) await wait(1);
    tookMs.push(performance.now() - began);
    phone.hangUp();
    while (at.gateway.ringsFor(identity)) await wait(1);
    await at.standIn.settled();
  }
  await at.close();
  await database.close();
  const p95 = percentile(tookMs, 0.95);
  return {
    measure: `from a call’s webhook until it rings at a desk, ${ringsMeasured} times, 95th percentile`,
    unit: 'ms',
    value: p95,
    goal: { text: 'under 150 ms', met: p95 < 150 },
  };
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
