/**
 * The outcome of something that may be refused: a value, or a reason.
 *
 * Expected failures are values whose error is (or holds) a literal code; exceptions are bugs.
 */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** It was done: here is what it gives. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** It was refused: here is why. */
export function err<Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error };
}

/** Thrown where the program has a bug: the message says why the case cannot happen. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** The value, where an invariant says that it is there. `why` is that invariant. */
export function present<Value>(value: Value | null | undefined, why: string): Value {
  if (value === null || value === undefined) throw new InvariantError(why);
  return value;
}
