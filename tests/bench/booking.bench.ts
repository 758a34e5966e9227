import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { computeFreeTime, type FreeTimeQuery, holdMinutes } from '#src/booking';
import { present } from '#src/kernel';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { migrate } from '../../main/hub/storage/migrate.ts';
import { call } from '../../main/hub/storage/schema.ts';
import { type DeskRig, openRig } from '../support/desk-rig.ts';
import { alone, venueDiary, weekly } from '../support/diaries.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { Bench, Finding } from './bench.ts';

const attempts = 1000;
const slots = 10;
const desks = 100;
/** Of each hub, as its pool has them. */
const connections = 10;
const mediators = 500;
/** The days of each round: that of the hubs, and that of the bare statements. */
const days = [
  ['2026-01-13', '2026-01-14'],
  ['2026-01-15', '2026-01-16'],
  ['2026-01-20', '2026-01-21'],
  ['2026-01-22', '2026-01-23'],
  ['2026-01-27', '2026-01-28'],
  ['2026-01-29', '2026-01-30'],
] as const;

/** Many desks on few slots, through two hubs on one PostgreSQL server; and how long a month of a diary takes. */
export const bench: Bench = {
  name: 'booking',
  summary: 'The race for slots from two hubs on one PostgreSQL server, and the slots of a month',
  run: async (report) => {
    const owned = mkdtempSync(join(tmpdir(), 'aiguillage-bench-'));
    const server = await startPostgres(join(owned, 'server'), owned, 'on');
    try {
      for (const finding of await race(server, owned)) report(finding);
    } finally {
      await server.stop();
      rmSync(owned, { recursive: true, force: true });
    }
    report(monthFinding());
  },
};

type Server = Awaited<ReturnType<typeof startPostgres>>;
type Slot = { readonly start: string; readonly end: string };
type Wish = { readonly callId: string; readonly slot: Slot };
type Hold = Wish & { readonly diaryId: string };

async function race(server: Server, owned: string): Promise<readonly Finding[]> {
  const one = await openDatabase({ url: server.url });
  const other = await openDatabase({ url: server.url });
  await migrate(one);
  const rig = await openRig(one);
  const second = await rig.besides(other);
  const pools = await openPools(server);
  try {
    const diaryId = await openDiary(rig);
    const rounds: Round[] = [];
    // In turn, so that what else the machine does weighs on both. The rate of the first does not count, since a hub has
    // run for longer than that; its winners do.
    for (const [day, otherDay] of days) {
      const ours = await fromDesks(await wishes(day, rig), ({ callId, slot }, desk) => {
        const { act } = desk % 2 === 0 ? rig : second;
        const hold = { bookingId: v7(), callId, diaryId, ...alone, ...slot };
        return act(rig.lucie, 'slot.hold', hold);
      });
      const bare = await fromDesks(await wishes(otherDay, rig), (wish, desk) =>
        bareAttempt(pools, desk, rig, { ...wish, diaryId }),
      );
      rounds.push({ results: ours.results, rate: ours.rate, bareRate: bare.rate });
      // What was held is free again: nobody holds more than a few slots at once (BO-36).
      rig.pass(holdMinutes * 60);
    }
    return findings(rounds, await pgbenchRate(server, owned));
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
    await second.close();
    await rig.close();
    await other.close();
    await one.close();
  }
}

type Round = {
  readonly results: readonly string[];
  /** Attempts a second, of the hubs and of the bare statements. */
  readonly rate: number;
  readonly bareRate: number;
};

function findings(rounds: readonly Round[], tool: number): readonly Finding[] {
  const count = ({ results }: Round, wanted: string) =>
    results.filter((result) => result === wanted).length;
  const unfair = rounds.find(
    (round) => count(round, 'applied') !== slots || count(round, 'slot-taken') !== attempts - slots,
  );
  const byRatio = rounds.slice(1).toSorted((a, b) => a.rate / a.bareRate - b.rate / b.bareRate);
  const { rate, bareRate } = present(byRatio[Math.floor(byRatio.length / 2)], 'there are rounds');
  return [
    {
      measure: `${attempts} attempts from ${desks} desks on ${slots} slots, ${rounds.length} times: won`,
      unit: 'attempts',
      value: count(unfair ?? present(rounds[0], 'there are rounds'), 'applied'),
      goal: {
        text: `exactly ${slots} win each time, all others hear why`,
        met: unfair === undefined,
      },
    },
    {
      measure: 'attempts by two hubs, the median round',
      unit: 'a second',
      value: rate,
      baseline: {
        what: 'the bare guarded statements, same driver and connections',
        value: bareRate,
      },
      goal: { text: 'half as many or more', met: rate >= bareRate / 2 },
    },
    { measure: `the guarded insert alone, by pgbench`, unit: 'a second', value: tool },
  ];
}

/** Connections as the two hubs have them, opened before as theirs are. */
async function openPools(server: Server): Promise<readonly pg.Pool[]> {
  const pools = [0, 1].map(() => new pg.Pool({ connectionString: server.url, max: connections }));
  for (const pool of pools) {
    const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
    for (const client of clients) client.release();
  }
  return pools;
}

/** What no hub could leave out, once more where the database chose it to break a deadlock, as a hub does. */
async function bareAttempt(
  pools: readonly pg.Pool[],
  desk: number,
  rig: DeskRig,
  hold: Hold,
): Promise<void> {
  const client = await present(pools[desk % 2], 'there are two').connect();
  try {
    await bareTransaction(client, rig, hold);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '40P01')) throw error;
    await client.query('rollback');
    await bareTransaction(client, rig, hold);
  } finally {
    client.release();
  }
}

/**
 * With the guarantees that the product gives: the operation once only, the guarded insert in a savepoint, what became of
 * it; whoever wins numbers the change under the lock, and tells the other hub.
 */
async function bareTransaction(client: pg.PoolClient, rig: DeskRig, hold: Hold): Promise<void> {
  const id = v7();
  const at = rig.now();
  const { accountId } = rig.lucie;
  await client.query('begin');
  await client.query(
    `insert into operation (id, hash, kind, user_id, at, received_at, status)
     values ($1, $2, 'slot.hold', $3, $4, $4, 'applied') on conflict do nothing`,
    [id, id, accountId, at],
  );
  await client.query('savepoint attempt');
  try {
    const bookingId = v7();
    await client.query(
      `insert into booking (id, diary_id, call_id, adviser_id, sponsor_id, territory_id, line_id, kind_id, kind_name,
         meeting_place, period, taken, session, seat, places, state, hold_expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, '', 'venue', tstzrange($9, $10), tstzrange($9, $10), $11, 1, 1, 'held', $12)`,
      [
        bookingId,
        hold.diaryId,
        hold.callId,
        accountId,
        rig.sponsorId,
        rig.lozere,
        rig.manualLine,
        alone.kindId,
        hold.slot.start,
        hold.slot.end,
        bookingId,
        at,
      ],
    );
    await client.query('release savepoint attempt');
    await client.query('select pg_advisory_xact_lock(1)');
    const changed = await client.query<{ readonly seq: string }>(
      `insert into change (entity, entity_id, adviser_id, at) values ('booking', $1, $2, $3) returning seq`,
      [bookingId, accountId, at],
    );
    await client.query(`select pg_notify('bench_change', $1)`, [changed.rows[0]?.seq]);
  } catch (error) {
    const isTaken = error instanceof pg.DatabaseError && error.code === '23P01';
    if (!isTaken) throw error;
    await client.query('rollback to savepoint attempt');
    await client.query(
      `update operation set status = 'refused', code = 'slot-taken' where id = $1`,
      [id],
    );
  }
  await client.query('commit');
}

/** PostgreSQL's own tool, on a table with the same constraint, five seconds with as many connections. */
async function pgbenchRate(server: Server, owned: string): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    'create table bench_hold (id uuid, period tstzrange, exclude using gist (period with &&))',
  );
  await client.end();
  const script = join(owned, 'hold.sql');
  writeFileSync(
    script,
    `\\set slot random(0, ${slots - 1})
insert into bench_hold values (gen_random_uuid(),
  tstzrange(timestamptz '2026-01-13 08:00Z' + :slot * interval '1 hour', timestamptz '2026-01-13 09:00Z' + :slot * interval '1 hour'))
  on conflict do nothing;
`,
  );
  const told = execFileSync(
    join(server.programs, 'pgbench'),
    ['-n', '-T', '5', '-c', String(2 * connections), '-j', '2', '-f', script, server.url],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return Number(/tps = ([\d.]+)/.exec(told)?.[1]);
}

/** Copies of one that was opened: a thousand by their own operations would take longer than the race. */
async function openCalls(rig: DeskRig): Promise<readonly string[]> {
  const callId = v7();
  const opened = await rig.act(rig.lucie, 'call.open', {
    callId,
    lineId: rig.manualLine,
    number: null,
    mode: 'afterwards',
    openedAt: rig.now(),
    script: rig.script,
  });
  if (opened !== 'applied') throw new Error(`call.open: ${opened}`);
  const { db } = rig.database;
  const [first] = await db.select().from(call).where(eq(call.id, callId));
  const copied = present(first, 'it was opened');
  const ids = Array.from({ length: attempts }, () => v7());
  await db.insert(call).values(ids.map((id) => ({ ...copied, id })));
  return ids;
}

/** The venue's diary, with ten slots on each working day. */
async function openDiary(rig: DeskRig): Promise<string> {
  const diaryId = v7();
  const ranges = [1, 2, 3, 4, 5].map((weekday) => weekly(weekday, '08:00', '18:00'));
  const diary = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
  const set = await rig.act(rig.mediator, 'diary.set', diary);
  if (set !== 'applied') throw new Error(`diary.set: ${set}`);
  return diaryId;
}

/** The slots of a day, each wanted by a hundred attempts, every one for a call of its own: a call holds one slot (BO-36). */
async function wishes(day: string, rig: DeskRig): Promise<readonly Wish[]> {
  const calls = await openCalls(rig);
  const first = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Paris',
    plainTime: '08:00',
  });
  const at = (hours: number) => first.add({ hours }).toInstant().toString();
  return calls.map((callId, attempt) => ({
    callId,
    // A hundred desks at once want each slot tenfold.
    slot: { start: at(attempt % slots), end: at((attempt % slots) + 1) },
  }));
}

function monthFinding(): Finding {
  const durations = Array.from({ length: mediators }, (_, mediator) => {
    const query = monthOf(mediator);
    const began = performance.now();
    const { slots: found } = computeFreeTime(query);
    const took = performance.now() - began;
    if (found.length === 0) throw new Error('A month of a diary has free time.');
    return took;
  }).sort((one, two) => one - two);
  return {
    measure: `the slots of a month, p95 of ${mediators} mediators`,
    unit: 'ms',
    value: durations[Math.floor(mediators * 0.95)] ?? 0,
  };
}

/** Mornings and afternoons of working days, two appointments a day taken, in a month with a change of the clock. */
function monthOf(mediator: number): FreeTimeQuery {
  const weekdays = [1, 2, 3, 4, 5];
  const opening = (start: string, end: string) => ({
    weekdays,
    from: '2026-01-01',
    until: null,
    start,
    end,
  });
  const days = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, '0'));
  const hour = (index: number) => String(9 + ((mediator + index) % 3)).padStart(2, '0');
  return {
    zone: 'Europe/Paris',
    now: '2026-03-01T08:00',
    durationMin: 45,
    bufferMin: 15,
    ranges: [opening('09:00', '12:00'), opening('13:30', '17:00')],
    busy: days.flatMap((day, index) => [
      { start: `2026-03-${day}T${hour(index)}:00`, end: `2026-03-${day}T${hour(index)}:45` },
      { start: `2026-03-${day}T14:30`, end: `2026-03-${day}T15:15` },
    ]),
    from: '2026-03-01T00:00',
    to: '2026-04-01T00:00',
    holidays: ['2026-03-16'],
  };
}

/** All desks at once, each with its share of the wishes one after the other; and how many they tried a second. */
async function fromDesks<Wish, Result>(
  wanted: readonly Wish[],
  attempt: (wish: Wish, desk: number) => Promise<Result>,
): Promise<{ readonly results: readonly Result[]; readonly rate: number }> {
  const began = performance.now();
  const shares = await Promise.all(
    Array.from({ length: desks }, async (_, desk) => {
      const results: Result[] = [];
      for (const [index, wish] of wanted.entries()) {
        if (index % desks === desk) results.push(await attempt(wish, desk));
      }
      return results;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { results: shares.flat(), rate: wanted.length / seconds };
}
