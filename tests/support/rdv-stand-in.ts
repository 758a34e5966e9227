import { createHmac } from 'node:crypto';
import { parseJson, present } from '#src/kernel';
import { planRequest } from '../../main/hub/rdv-service-public/rdv-api.ts';
import type { RdvSettings } from '../../main/hub/rdv-service-public/settings.ts';
import { serveLocally } from './local-server.ts';

/** What the next request is answered with, in place of what it asked for. `late`: it is done, and never answered. */
export type Fault = 'too-many' | 'rejected' | 'broken' | 'gateway' | 'late' | 'elsewhere';

type Plan = {
  readonly id: number;
  readonly url: string;
  readonly user_id: number;
  rdv: { id: number; status: string; starts_at: string; location_type: string } | null;
  isGone: boolean;
};

const account = { email: 'agent@exemple.invalid', password: 'un mot de passe d’agent' };
const secret = 'a secret of the tests, shared';

/**
 * RDV Service Public as far as it is used here, by what is known of its interface, version 1: an agent signs in and has tokens in
 * headers for 24 hours; a draft is made for a person and read again; the limit is 429 with `Retry-After`, a wrong body 422 with
 * `errors` and `error_messages`; a webhook is signed over its raw body.
 */
export async function rdvStandIn() {
  const plans: Plan[] = [];
  const faults: Fault[] = [];
  const asked: string[] = [];
  const tokens = new Set<string>();
  const bodies: unknown[] = [];

  const server = await serveLocally(async (request) => {
    const { pathname } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    const json = parseJson(await request.text());
    const body = json.ok ? json.value : null;
    if (pathname === '/api/v1/auth/sign_in') return signIn(body);
    if (!tokens.has(request.headers.get('access-token') ?? '')) {
      return Response.json({ errors: ['Authentification requise'] }, { status: 401 });
    }
    const fault = faults.shift();
    if (fault === 'too-many') return refuse(429, { 'retry-after': '120' });
    if (fault === 'broken') return refuse(500);
    if (fault === 'rejected') return reject('Nom de famille doit être rempli');
    const answer = request.method === 'POST' ? makePlan(body) : showPlan(pathname);
    if (fault === 'gateway') return refuse(502);
    if (fault === 'late') return new Promise<Response>(() => undefined);
    return fault === 'elsewhere' ? elsewhere(answer) : answer;
  });

  function signIn(body: unknown): Response {
    const { email, password } = { email: '', password: '', ...(body ?? {}) };
    if (email !== account.email || password !== account.password) return refuse(401);
    const token = `token-${tokens.size + 1}`;
    tokens.add(token);
    const headers = { 'access-token': token, client: 'client', uid: email };
    return Response.json({ data: { uid: email } }, { headers });
  }

  function makePlan(body: unknown): Response {
    const read = planRequest.safeParse(body);
    if (!read.success) return reject('Corps invalide');
    bodies.push(read.data);
    const id = plans.length + 1;
    const url = `${server.address}/agents/rdv_plans/${id}`;
    const plan = { id, url, user_id: 6000 + id, rdv: null, isGone: false };
    plans.push(plan);
    return Response.json({ rdv_plan: plan }, { status: 201 });
  }

  function showPlan(pathname: string): Response {
    const plan = plans.find(({ id }) => pathname === `/api/v1/rdv_plans/${id}`);
    return plan === undefined || plan.isGone ? refuse(404) : Response.json({ rdv_plan: plan });
  }

  /** The same answer, naming another site. */
  async function elsewhere(answer: Response): Promise<Response> {
    const text = await answer.text();
    return new Response(text.replaceAll(server.address, 'https://ailleurs.invalid'), answer);
  }

  const plan = (id: number) => present(plans[id - 1], 'the draft was made before');
  const settings: RdvSettings = { address: server.address, ...account, webhookSecret: secret };

  return {
    settings,
    /** What it was asked, in order, and the bodies of the drafts. */
    asked,
    bodies,
    made: () => plans.length,
    failNext: (...next: readonly Fault[]) => faults.push(...next),
    /** Every session ends before its time. */
    endSessions: () => tokens.clear(),
    /** An agent chooses the time, or says what became of it. */
    choose: (id: number, startsAt: string) => {
      plan(id).rdv = {
        id: 900 + id,
        status: 'unknown',
        starts_at: startsAt,
        location_type: 'public_office',
      };
    },
    say: (id: number, status: string) => {
      present(plan(id).rdv, 'a time was chosen before').status = status;
    },
    takeBack: (id: number) => {
      plan(id).rdv = null;
    },
    remove: (id: number) => {
      plan(id).isGone = true;
    },
    /** What it would send of the appointment of that draft, signed. */
    announce: (id: number, given: { readonly rdvId?: number; readonly userId?: number } = {}) => {
      const body = JSON.stringify({
        meta: { model: 'rdv', event: 'updated', timestamp: '2026-01-12T09:00:00+01:00' },
        data: {
          id: given.rdvId ?? 900 + id,
          status: 'excused',
          users: [{ id: given.userId ?? 6000 + id }],
        },
      });
      return { body, signature: sign(body) };
    },
    sign,
    close: server.close,
  };
}
export type RdvStandIn = Awaited<ReturnType<typeof rdvStandIn>>;

function sign(body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function refuse(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ errors: ['refusé'] }, { status, headers });
}

function reject(message: string): Response {
  return Response.json({ errors: { base: [message] }, error_messages: [message] }, { status: 422 });
}
