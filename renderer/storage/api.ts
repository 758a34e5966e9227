import type { z } from 'zod';
import { type ApiError, apiError } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';

/** Why a request brought nothing. */
export type ApiFailure = {
  readonly code: ApiError['code'] | 'unreachable' | 'not-understood';
  /** Finds the request in the hub's log. */
  readonly correlationId: string | null;
  /** Which field is wrong, where the hub says so. */
  readonly where: string | null;
};

const unreachable: ApiFailure = { code: 'unreachable', correlationId: null, where: null };
const notUnderstood: ApiFailure = { code: 'not-understood', correlationId: null, where: null };

/** A request to the hub. The answer is parsed: what does not fit the contract is not believed. */
export async function request<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: { readonly body?: unknown; readonly signal?: AbortSignal } = {},
): Promise<Result<z.infer<Schema>, ApiFailure>> {
  const response = await send(path, options);
  if (response === null) return err(unreachable);
  const json = await bodyOf(response);
  if (!response.ok) return err(failureOf(response.status, json));
  const parsed = schema.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(notUnderstood);
}

/** A request whose answer carries nothing that matters. */
export async function command(path: string, body: unknown = {}): Promise<Result<null, ApiFailure>> {
  const response = await send(path, { body });
  if (response === null) return err(unreachable);
  return response.ok ? ok(null) : err(failureOf(response.status, await bodyOf(response)));
}

/** A file of the hub, unless the desk has that very version already. */
export async function fetchIfNewer(
  path: string,
  etag: string | null,
): Promise<
  Result<{ readonly json: unknown; readonly etag: string | null } | 'not-newer', ApiFailure>
> {
  const response = await send(path, etag === null ? {} : { headers: { 'if-none-match': etag } });
  if (response === null) return err(unreachable);
  if (response.status === 304) return ok('not-newer');
  const json = await bodyOf(response);
  if (!response.ok) return err(failureOf(response.status, json));
  return ok({ json, etag: response.headers.get('etag') });
}

type SendOptions = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

async function send(path: string, options: SendOptions): Promise<Response | null> {
  const init: RequestInit =
    options.body === undefined
      ? { headers: options.headers ?? {} }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(options.body),
        };
  try {
    return await fetch(path, { ...init, signal: options.signal ?? null });
  } catch {
    // fetch rejects where no answer came at all; every answer, even an error, resolves.
    return null;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failureOf(status: number, json: unknown): ApiFailure {
  const parsed = apiError.safeParse(json);
  if (parsed.success) {
    const { code, correlationId, where } = parsed.data;
    return { code, correlationId: correlationId ?? null, where: where ?? null };
  }
  if (status === 401) return { ...notUnderstood, code: 'not-signed-in' };
  if (status === 429) return { ...notUnderstood, code: 'too-many-requests' };
  return status >= 500 ? unreachable : notUnderstood;
}
