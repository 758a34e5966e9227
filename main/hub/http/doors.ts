import { type Action, can, mayEver } from '#src/access';
import { readActor } from '../auth/accounts.ts';
import type { Account } from '../operations/handler.ts';
import type { Services } from '../services.ts';
import { type HubContext, problem } from './respond.ts';

/** Somebody signed in. */
export type SignedIn = {
  readonly account: Account;
  readonly name: string;
  readonly email: string;
};

type Answer = Response | Promise<Response>;

/** A row of the route table: what it takes to pass, and what answers behind it. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly action: Action;
  readonly answer: (c: HubContext) => Answer;
};

/** Two ways to make a route: `open` for anyone, `signed` for accounts whose role has the action. */
export function doors(services: Services) {
  const open = (
    method: Route['method'],
    path: string,
    action: Action,
    answer: (c: HubContext) => Answer,
  ): Route => ({
    method,
    path,
    action,
    answer: (c) => (can({ role: 'anonymous' }, action) ? answer(c) : problem(c, 'not-signed-in')),
  });

  /** The scope is the handler's to ask, by `can` about the record that it reads. */
  const signed = (
    method: Route['method'],
    path: string,
    action: Action,
    answer: (c: HubContext, signedIn: SignedIn) => Answer,
  ): Route => ({
    method,
    path,
    action,
    answer: async (c) => {
      const signedIn = await readSession(services, c);
      if (signedIn === null) return problem(c, 'not-signed-in');
      if (!mayEver(signedIn.account.role, action)) return problem(c, 'forbidden');
      return answer(c, signedIn);
    },
  });

  return { open, signed };
}

/** The account behind the request's cookie; a session that is used goes on, by a cookie in the answer. */
async function readSession(services: Services, c: HubContext): Promise<SignedIn | null> {
  const { response, headers } = await services.auth.api.getSession({
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  if (response === null) return null;
  const { id, name, email, role, venueId } = response.user;
  const account = await readActor(services.database.db, { id, role, venueId: venueId ?? null });
  return { account, name, email };
}
