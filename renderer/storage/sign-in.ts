import { err, ok, type Result } from '#src/kernel';
import { type ApiFailure, command } from './api.ts';

export type SignInFailure = ApiFailure['code'] | 'wrong-credentials';

/** Signs in; the session is a cookie, or is held by the desktop. */
export async function signIn(
  email: string,
  password: string,
): Promise<Result<null, SignInFailure>> {
  const result = await command('/api/auth/sign-in/email', { email, password });
  if (result.ok) return ok(null);
  const { code } = result.error;
  const isWrong = code === 'not-signed-in' || code === 'invalid-request';
  return err(isWrong ? 'wrong-credentials' : code);
}
