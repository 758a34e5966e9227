import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { startJobs } from '../../main/hub/jobs/jobs.ts';
import { carrierDouble } from '../support/carrier-double.ts';
import { freshDatabase, onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { openGateway } from '../support/message-gateway.ts';
import { bookAppointment, messagesOf, sendingOn } from '../support/told-person.ts';

const times = { poll: 1, expire: 5, watch: 1, retry: 1 };
const soon = { timeout: 60_000, interval: 200 };

onBothDatabases('the jobs of a hub', (database) => {
  const getRig = desksOn(database);

  it('ME-31 send what is due, try again what failed, and end when the hub does', async () => {
    const rig = getRig();
    const { carrier, taken, become } = carrierDouble();
    const { referralId } = await bookAppointment(rig, v7());
    const jobs = startJobs({
      ...sendingOn(rig, { sms: carrier }),
      database: database(),
      times,
    });
    become('delivered');
    await vi.waitFor(() => expect(taken).toHaveLength(1), soon);
    await jobs.close();
    expect((await messagesOf(rig, referralId)).map(({ state }) => state)).toEqual([
      'sent',
      'planned',
      'planned',
    ]);
    const { rows } = await database().pool.query(
      `select data::text, output::text from pgboss.job where name in ('message', 'fate')`,
    );
    expect(JSON.stringify(rows)).not.toContain('639980012');
  });
});

describe('a runner that is killed', () => {
  const database = freshDatabase('PostgreSQL');
  const getRig = desksOn(database);
  const runnerFile = fileURLToPath(new URL('../support/message-runner.ts', import.meta.url));

  it('ME-24 leaves each message sent once, whatever it was doing', {
    timeout: 200_000,
  }, async () => {
    const rig = getRig();
    const gateway = await openGateway();
    const diaryId = v7();
    const people = Array.from({ length: 8 }, (_, index) => `+3363998010${index}`);
    for (const phone of people) {
      await bookAppointment(rig, diaryId, { person: { phone } });
    }
    const runners: ChildProcess[] = [];
    // One clock for all of them: what a runner was sending when it was killed is old enough for the next one.
    const began = performance.now();
    const run = () => {
      const now = new Date(Date.parse(rig.now()) + performance.now() - began).toISOString();
      const args = [runnerFile, database().url ?? '', gateway.origin, now];
      runners.push(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }));
    };
    const kill = async () => {
      const runner = runners.at(-1);
      if (runner?.exitCode !== null || runner.signalCode !== null) return;
      const ended = once(runner, 'exit');
      runner.kill('SIGKILL');
      await ended;
    };
    // The third is taken and never answered, the fifth comes and is not taken: each time the runner is gone.
    let deaths = 0;
    gateway.onTaken(() => {
      if (gateway.taken.length === 3 && deaths === 0) {
        deaths += 1;
        runners.at(-1)?.kill('SIGKILL');
      }
    });
    gateway.onSend((_, response) => {
      if (gateway.taken.length !== 5 || deaths !== 1) return false;
      deaths += 1;
      runners.at(-1)?.kill('SIGKILL');
      response.destroy();
      return true;
    });

    for (const expected of [1, 2]) {
      run();
      await vi.waitFor(() => expect(deaths).toBe(expected), soon);
      await kill();
    }
    run();
    const sent = () => gateway.taken.map(({ to }) => to).sort();
    await vi.waitFor(() => expect(sent()).toEqual(people), soon);
    await vi.waitFor(async () => {
      const { rows } = await database().pool.query(
        `select distinct state from message where kind = 'confirmation'`,
      );
      expect(rows).toEqual([{ state: 'sent' }]);
    }, soon);
    await kill();
    expect(sent()).toEqual(people);
    await gateway.close();
  });
});
