import type { Context } from 'hono';
import type { z } from 'zod';
import type { ApiError } from '#src/contract';
import { err, ok, parseJson, type Result } from '#src/kernel';

/** What every request carries once it has passed the guards. */
export type HubEnv = {
  Bindings: { readonly address?: string };
  Variables: { readonly correlationId: string };
};
export type HubContext = Context<HubEnv>;

const statuses = {
  'not-found': 404,
  'not-signed-in': 401,
  forbidden: 403,
  'invalid-request': 400,
  'wrong-token': 403,
  'already-set-up': 409,
  'already-importing': 409,
  'draft-changed': 409,
  'wrong-origin': 403,
  'too-large': 413,
  'too-many-requests': 429,
  'carrier-failed': 502,
  internal: 500,
} as const satisfies Record<ApiError['code'], number>;

/** A refusal, in the shape that every route shares. */
export function problem(c: HubContext, code: ApiError['code'], where?: string): Response {
  const body: ApiError = {
    code,
    correlationId: c.get('correlationId'),
    ...(where === undefined ? {} : { where }),
  };
  return c.json(body, statuses[code]);
}

/** The body, read as `schema`; else the answer to give. */
export async function readBody<Schema extends z.ZodType>(
  c: HubContext,
  schema: Schema,
): Promise<Result<z.infer<Schema>, Response>> {
  const isJson = /^application\/json\b/.test(c.req.header('content-type') ?? '');
  if (!isJson) return err(problem(c, 'invalid-request', 'content-type'));
  const json = parseJson(await c.req.text());
  if (!json.ok) return err(problem(c, 'invalid-request', ''));
  return parseWith(c, schema, json.value);
}

/** The query, read as `schema`; else the answer to give. */
export function readQuery<Schema extends z.ZodType>(
  c: HubContext,
  schema: Schema,
): Result<z.infer<Schema>, Response> {
  return parseWith(c, schema, c.req.query());
}

function parseWith<Schema extends z.ZodType>(
  c: HubContext,
  schema: Schema,
  value: unknown,
): Result<z.infer<Schema>, Response> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(problem(c, 'invalid-request', parsed.error.issues[0]?.path.join('.') ?? ''));
}
