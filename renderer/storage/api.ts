import type { z } from 'zod';
import { type ApiError, apiError } from '#src/contract';
import { err, ok, parseJson, type Result } from '#src/kernel';

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
  return readAnswer(await send(path, options), schema);
}

/** A request whose answer carries nothing that matters. */
export async function command(path: string, body: unknown = {}): Promise<Result<null, ApiFailure>> {
  const answer = await send(path, { body });
  if (answer === null) return err(unreachable);
  return answer.response.ok ? ok(null) : err(failureOf(answer));
}

/** A file of the hub, unless the desk has that very version already. */
export async function fetchIfNewer(
  path: string,
  etag: string | null,
): Promise<
  Result<{ readonly json: unknown; readonly etag: string | null } | 'not-newer', ApiFailure>
> {
  const headers: Readonly<Record<string, string>> = etag === null ? {} : { 'if-none-match': etag };
  const answer = await send(path, { headers, patienceMs: patienceMs.file });
  if (answer === null) return err(unreachable);
  const { response, json } = answer;
  if (response.status === 304) return ok('not-newer');
  if (!response.ok) return err(failureOf(answer));
  return ok({ json, etag: response.headers.get('etag') });
}

/**
 * Sends a file as it is, and says how far it has come: `fetch` cannot. There is no time limit, a
 * large file over a slow line is in order; `signal` stops it.
 */
export function sendFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  file: File,
  watch: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<Result<z.infer<Schema>, ApiFailure>> {
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    sending.upload.onprogress = ({ loaded, total }) =>
      watch.onProgress(total === 0 ? 1 : loaded / total);
    sending.onload = () => {
      const json = parseJson(sending.responseText);
      const answer = {
        response: new Response(null, { status: sending.status }),
        json: json.ok ? json.value : null,
      };
      resolve(readAnswer(answer, schema));
    };
    sending.onerror = () => resolve(err(unreachable));
    sending.onabort = () => resolve(err(unreachable));
    watch.signal.addEventListener('abort', () => sending.abort(), { once: true });
    sending.open('POST', path);
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    sending.send(file);
  });
}

function readAnswer<Schema extends z.ZodType>(
  answer: Answer | null,
  schema: Schema,
): Result<z.infer<Schema>, ApiFailure> {
  if (answer === null) return err(unreachable);
  if (!answer.response.ok) return err(failureOf(answer));
  const parsed = schema.safeParse(answer.json);
  return parsed.success ? ok(parsed.data) : err(notUnderstood);
}

/** How long an answer may take, whole. A network can swallow a request without a word. */
const patienceMs = { answer: 60_000, file: 5 * 60_000 };

type SendOptions = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
};

/** An answer that came whole; `json` is `null` where it is none. */
type Answer = { readonly response: Response; readonly json: unknown };

async function send(path: string, options: SendOptions): Promise<Answer | null> {
  const init: RequestInit =
    options.body === undefined
      ? { headers: options.headers ?? {} }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(options.body),
        };
  const isTooLong = AbortSignal.timeout(options.patienceMs ?? patienceMs.answer);
  const signal = AbortSignal.any(options.signal ? [options.signal, isTooLong] : [isTooLong]);
  try {
    const response = await fetch(path, { ...init, signal });
    const json = parseJson(await response.text());
    return { response, json: json.ok ? json.value : null };
  } catch {
    // It rejects where no answer came, or was cut on its way; every whole answer, even an error, resolves.
    return null;
  }
}

function failureOf({ response: { status }, json }: Answer): ApiFailure {
  const parsed = apiError.safeParse(json);
  if (parsed.success) {
    const { code, correlationId, where } = parsed.data;
    return { code, correlationId: correlationId ?? null, where: where ?? null };
  }
  if (status === 401) return { ...notUnderstood, code: 'not-signed-in' };
  if (status === 429) return { ...notUnderstood, code: 'too-many-requests' };
  return status >= 500 ? unreachable : notUnderstood;
}
