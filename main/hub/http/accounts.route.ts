import { type AccountView, accountList, accountRequest } from '#src/contract';
import { createAccount, listAccounts } from '../auth/accounts.ts';
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
