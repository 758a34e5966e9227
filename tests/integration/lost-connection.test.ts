import { expect, it } from 'vitest';
import { freshDatabase } from '../support/databases.ts';

const database = freshDatabase('PostgreSQL');

it('a server that goes away between two statements fails their transaction, and not the hub', async () => {
  const { pool } = database();
  const client = await pool.connect();
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  const { rows } = await client.query('select pg_backend_pid() as process');
  await client.query('begin');
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.process]);
  // Nobody waits for the connection now: an error that nobody hears would end the process.
  await ended;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it('a transaction that cannot begin keeps no connection: ten of them would leave the hub without any', async () => {
  const { pool, transaction } = database();
  for (let lost = 0; lost < 10; lost += 1) {
    pool.once('acquire', (client) => void client.end());
    await expect(transaction(async () => 'begun')).rejects.toThrow();
  }
  expect(pool.totalCount - pool.idleCount).toBe(0);
  expect(await transaction(async () => 'begun')).toBe('begun');
});

it('RO-43 a hub that says nothing more in the middle of a transaction lets go of what it held', async () => {
  const { rows } = await database().pool.query('show idle_in_transaction_session_timeout');
  expect(rows).toEqual([{ idle_in_transaction_session_timeout: '1min' }]);
});
