import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '#src/access';
import { type OperationKind, operationKinds, type SignInRequest } from '#src/contract';
import { err, present } from '#src/kernel';
import { createAccount } from '../../main/hub/auth/accounts.ts';
import { createFirstLines } from '../../main/hub/auth/installation.ts';
import { type HubConfig, shippedData } from '../../main/hub/config.ts';
import { createHub, type Hub } from '../../main/hub/hub.ts';
import type { Handlers, LoadViews } from '../../main/hub/operations/handler.ts';
import { type Ports, systemPorts } from '../../main/hub/ports.ts';
import type { Database } from '../../main/hub/storage/database.ts';

export const origin = 'http://127.0.0.1:4747';
export const password = 'un mot de passe assez long';

export const testPorts: Ports = systemPorts(pino({ level: 'silent' }));

const refuse = async () => err('forbidden' as const);

/** Handlers that refuse everything but what a test gives. */
function handlersWith(given: Partial<Handlers>): Handlers {
  const refusing = Object.fromEntries(operationKinds.map((kind: OperationKind) => [kind, refuse]));
  return { ...(refusing as unknown as Handlers), ...given };
}

type Given = {
  readonly config?: Partial<HubConfig>;
  readonly handlers?: Partial<Handlers>;
  readonly loadViews?: LoadViews;
  readonly ports?: Partial<Ports>;
};

/** A hub for the tests around, closed after them: call it in their `describe`. */
export function testHub(database: () => Database, given: Given = {}): () => Hub {
  const opened: Hub[] = [];
  beforeAll(async () => {
    opened.push(await openTestHub(database(), given));
  });
  afterAll(async () => {
    for (const hub of opened) await hub.close();
  });
  return () => present(opened[0], 'the hub is opened before the first test');
}

/** A hub over `database`, called as the network would, without a port. */
export async function openTestHub(database: Database, given: Given = {}): Promise<Hub> {
  const config: HubConfig = {
    publicUrl: origin,
    secret: 'a secret of the tests, of thirty-two bytes and more',
    desk: null,
    data: shippedData,
    ...given.config,
  };
  const ports = { ...testPorts, ...given.ports };
  return createHub(
    { database, config, ports },
    {
      ...(given.handlers === undefined ? {} : { handlers: handlersWith(given.handlers) }),
      ...(given.loadViews === undefined ? {} : { loadViews: given.loadViews }),
    },
  );
}

/** A territory with its sponsor and two lines; gives its id. */
export function addTerritory(database: Database, name: string, departement: string) {
  return database.transaction((tx) =>
    createFirstLines(tx, testPorts, {
      sponsor: `Département ${departement}`,
      territory: { name, departements: [departement] },
      lines: [
        { kind: 'manual', name: `Ligne ${departement}`, number: null, scriptId: 'general' },
        {
          kind: 'training',
          name: `Ligne ${departement}, entraînement`,
          number: null,
          scriptId: 'general',
        },
      ],
    }),
  );
}

export type TestAccount = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
};

export async function addAccount(
  database: Database,
  role: Role,
  scope: {
    readonly territoryIds?: readonly string[];
    readonly venueId?: string;
    readonly name?: string;
  } = {},
): Promise<TestAccount> {
  const id = v7();
  const venueId = role === 'mediator' ? (scope.venueId ?? 'venue-of-the-tests') : null;
  const email = `${role}.${id}@exemple.invalid`;
  const territoryIds = [...(scope.territoryIds ?? [])];
  const name = scope.name ?? `Compte ${role}`;
  const account = await database.transaction((tx) =>
    createAccount(
      tx,
      { name, email, password, role, territoryIds, venueId },
      { id, at: testPorts.clock() },
    ),
  );
  if (!account.ok) throw new Error(account.error);
  return { id, email, role, password };
}

/** A desk: what a signed-in browser sends. */
export type TestDesk = {
  readonly cookie: string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
};

/** A desk that is signed in, or nobody's where no account is given. */
export async function openDesk(hub: Hub, account: SignInRequest | null): Promise<TestDesk> {
  const cookie = account === null ? '' : await signIn(hub, account);
  const headers = cookie === '' ? {} : { cookie };
  return {
    cookie,
    get: (path, more = {}) =>
      hub.fetch(new Request(origin + path, { headers: { ...headers, ...more } })),
    post: (path, body) => hub.fetch(postRequest(path, body, headers)),
  };
}

export function postRequest(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Request {
  return new Request(origin + path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

let desks = 0;

/** Each sign-in from an address of its own: the limit on attempts is tested elsewhere. */
async function signIn(hub: Hub, account: SignInRequest): Promise<string> {
  desks += 1;
  const { email, password } = account;
  const request = postRequest('/api/auth/sign-in/email', { email, password });
  const answer = await hub.fetch(request, `203.0.113.${desks % 250}`);
  if (answer.status !== 204) throw new Error(`Sign-in answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
