import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { err, ok, parseJson, type Result } from '#src/kernel';
import {
  planAnswer,
  type planRequest,
  rejection,
  type SessionHeaders,
  sessionHeaders,
} from './rdv-api.ts';
import type {
  PlannedPerson,
  RdvFailure,
  RdvPlan,
  RdvServicePublic,
} from './rdv-service-public.port.ts';
import type { RdvSettings } from './settings.ts';

/** How long an answer may take. A webhook's own answer, which waits for a reading, may take ten seconds. */
const usualPatience = { readMs: 4000, createMs: 15_000 };

/** A session lasts 24 hours there. */
const sessionHours = 23;
const usualRetryAfterS = 60;
const longestRetryAfterS = 3600;
const longestSaid = 300;

type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };
type Sent = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown };
type Session = { readonly headers: SessionHeaders; readonly until: Temporal.Instant };

/** RDV Service Public over HTTP, signed in with an agent's account. */
export function rdvOverHttp(
  settings: RdvSettings,
  clock: () => string,
  patience = usualPatience,
): RdvServicePublic {
  const kept: { session: Session | null } = { session: null };

  async function signIn(): Promise<Result<SessionHeaders, RdvFailure>> {
    const { email, password } = settings;
    const request = {
      method: 'POST',
      path: '/api/v1/auth/sign_in',
      body: { email, password },
    } as const;
    const answer = await send(settings.address, request, {}, patience.readMs);
    // Signing in does nothing: it may be asked again.
    if (!answer.ok || answer.value.status >= 500) return err({ code: 'unreachable' });
    if (answer.value.status === 429) return err(tooMany(answer.value));
    if (answer.value.status !== 200) return err({ code: 'not-let-in' });
    const headers = sessionHeaders.safeParse(Object.fromEntries(answer.value.headers));
    if (!headers.success) return err({ code: 'not-understood', detail: 'sign_in' });
    const until = Temporal.Instant.from(clock()).add({ hours: sessionHours });
    kept.session = { headers: headers.data, until };
    return ok(headers.data);
  }

  async function session(): Promise<Result<SessionHeaders, RdvFailure>> {
    const { session: known } = kept;
    const isFresh = known !== null && Temporal.Instant.compare(clock(), known.until) < 0;
    return isFresh ? ok(known.headers) : signIn();
  }

  /** A session may end before its time: the account signs in again, once. */
  async function ask(request: Sent, patienceMs: number): Promise<Result<RdvPlan, RdvFailure>> {
    const signed = await session();
    if (!signed.ok) return signed;
    const first = await send(settings.address, request, signed.value, patienceMs);
    if (!first.ok || first.value.status !== 401) return readPlanAnswer(first, settings.address);
    const again = await signIn();
    if (!again.ok) return again;
    const second = await send(settings.address, request, again.value, patienceMs);
    return readPlanAnswer(second, settings.address);
  }

  return {
    createPlan: (person, returnUrl) =>
      ask(
        { method: 'POST', path: '/api/v1/rdv_plans', body: planBody(person, returnUrl) },
        patience.createMs,
      ),
    readPlan: (planId) =>
      ask({ method: 'GET', path: `/api/v1/rdv_plans/${planId}` }, patience.readMs),
  };
}

function planBody(person: PlannedPerson, returnUrl: string): z.infer<typeof planRequest> {
  const { firstName, lastName, email, phone, address } = person;
  return {
    user: {
      first_name: firstName,
      last_name: lastName,
      ...(email === null ? {} : { email }),
      ...(phone === null ? {} : { phone_number: phone }),
      ...(address === null ? {} : { address }),
    },
    return_url: returnUrl,
  };
}

/** The system's codes for a connection that was never made. */
const unmade = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

async function send(
  address: string,
  { method, path, body }: Sent,
  headers: Readonly<Record<string, string>>,
  patienceMs: number,
): Promise<Result<Answer, RdvFailure>> {
  try {
    const response = await fetch(address + path, {
      method,
      headers: {
        ...headers,
        accept: 'application/json',
        'content-type': 'application/json',
        // A kept connection that the site has closed meanwhile would leave it open what became of a draft.
        connection: 'close',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const { status } = response;
    return ok({ status, headers: response.headers, text: await response.text() });
  } catch (error) {
    return err({ code: isUnmade(error) ? 'unreachable' : 'no-answer' });
  }
}

/** `fetch` hides what the system said in the error's cause. */
function isUnmade(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    unmade.has(cause.code)
  );
}

function readPlanAnswer(
  answer: Result<Answer, RdvFailure>,
  address: string,
): Result<RdvPlan, RdvFailure> {
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status === 200 || status === 201) return readPlan(answer.value, address);
  if (status === 429) return err(tooMany(answer.value));
  if (status === 422) return err({ code: 'rejected', said: saidBy(answer.value) });
  if (status === 401 || status === 403) return err({ code: 'not-let-in' });
  if (status === 404) return err({ code: 'gone' });
  // What stands in front of the site gave up waiting for it: it may have done what was asked.
  if (status === 502 || status === 504) return err({ code: 'no-answer' });
  if (status >= 500) return err({ code: 'unreachable' });
  return err({ code: 'not-understood', detail: `HTTP ${status}` });
}

function readPlan({ text }: Answer, address: string): Result<RdvPlan, RdvFailure> {
  const json = parseJson(text);
  const read = planAnswer.safeParse(json.ok ? json.value : null);
  if (!read.success) return err({ code: 'not-understood', detail: 'rdv_plan' });
  const { id, url, user_id: userId, rdv } = read.data.rdv_plan;
  // The adviser's browser opens it: never another site than the operator's own choice.
  if (new URL(url).origin !== address) return err({ code: 'not-understood', detail: 'url' });
  return ok({
    id,
    url,
    userId: userId ?? null,
    rdv:
      rdv === null
        ? null
        : {
            id: rdv.id,
            status: rdv.status,
            start: Temporal.Instant.from(rdv.starts_at).toString(),
          },
  });
}

function saidBy({ text }: Answer): string {
  const json = parseJson(text);
  const read = rejection.safeParse(json.ok ? json.value : null);
  return read.success ? read.data.error_messages.join(' ; ').slice(0, longestSaid) : '';
}

/** `Retry-After` is seconds, or a date, which is not read: a minute then. */
function tooMany({ headers }: Answer): RdvFailure {
  const asked = Number(headers.get('retry-after') ?? Number.NaN);
  const retryAfterS =
    Number.isInteger(asked) && asked >= 0 ? Math.min(asked, longestRetryAfterS) : usualRetryAfterS;
  return { code: 'too-many', retryAfterS };
}
