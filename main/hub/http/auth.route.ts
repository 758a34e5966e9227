import { signInRequest } from '#src/contract';
import type { Services } from '../services.ts';
import { withAddress } from './guards.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** POST /api/auth/sign-in/email: the session goes into the cookie and nowhere else. */
export const signIn = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, signInRequest);
  if (!body.ok) return body.error;
  const answer = await services.auth.handler(
    withAddress(c, services.config, JSON.stringify(body.value)),
  );
  if (answer.ok) return emptyWithCookies(c, answer);
  if (answer.status === 429) return problem(c, 'too-many-requests');
  return problem(c, answer.status === 401 ? 'not-signed-in' : 'invalid-request');
};

/** POST /api/auth/sign-out */
export const signOut = (services: Services) => async (c: HubContext) =>
  emptyWithCookies(c, await services.auth.handler(withAddress(c, services.config, '{}')));

function emptyWithCookies(c: HubContext, answer: Response): Response {
  for (const cookie of answer.headers.getSetCookie()) {
    c.header('Set-Cookie', cookie, { append: true });
  }
  return c.body(null, 204);
}
