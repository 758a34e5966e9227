import { type AccountView, accountList, accountRequest, adviserScope } from '#src/contract';
import { createAccount, listAccounts, setAdviserScope } from '../auth/accounts.ts';
import type { Services } from '../services.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** GET /api/accounts */
export const readAccounts = (services: Services) => async (c: HubContext) =>
  c.json(accountList.parse({ accounts: await listAccounts(services.database) }));

/** POST /api/accounts */
export const postAccount = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, accountRequest);
  if (!body.ok) return body.error;
  const { ports, database } = services;
  const made = { id: ports.newId(), at: ports.clock() };
  const account = await database.transaction((tx) => createAccount(tx, body.value, made));
  if (!account.ok) return problem(c, 'invalid-request', account.error);
  const view: AccountView = account.value;
  return c.json(view, 201);
};

/** POST /api/accounts/:id/calls: RO-78. */
export const postAdviserScope = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, adviserScope);
  if (!body.ok) return body.error;
  const { journal, ports, queue } = services;
  const done = await journal.write(ports.clock(), async (tx) => {
    const value = await setAdviserScope(tx, c.req.param('id') ?? '', body.value);
    // The territories of an account decide what its session shows.
    return { value, changed: value.ok ? [{ entity: 'reference', id: '/api/session' }] : [] };
  });
  if (done.ok) {
    await queue.turn();
    return c.body(null, 204);
  }
  return done.error === 'unknown-account'
    ? problem(c, 'not-found')
    : problem(c, 'invalid-request', 'territoryIds');
};
