import { createAuth } from './auth/auth.ts';
import { openInstallation, renewSetupToken } from './auth/installation.ts';
import type { HubConfig } from './config.ts';
import { createApp } from './http/app.ts';
import type { Handlers, LoadViews } from './operations/handler.ts';
import { openJournal } from './operations/journal.ts';
import type { Ports } from './ports.ts';
import type { Database } from './storage/database.ts';

export type Hub = {
  /** Answers a request; `address` is who calls, as the network says. */
  readonly fetch: (request: Request, address?: string) => Promise<Response>;
  /** What the first administrator types, to be shown to the operator only; `null` once there is one. */
  readonly setupToken: string | null;
  readonly close: () => Promise<void>;
};

/** The hub on a migrated database. Closing it leaves the database open. */
export async function createHub(given: {
  readonly database: Database;
  readonly config: HubConfig;
  readonly ports: Ports;
  readonly handlers: Handlers;
  readonly loadViews: LoadViews;
}): Promise<Hub> {
  const { database, config, ports } = given;
  await openInstallation(database, ports);
  const setupToken = await renewSetupToken(database);
  const journal = await openJournal(database);
  const app = createApp({ ...given, auth: createAuth(database, config), journal });
  return {
    fetch: async (request, address) => app.fetch(request, address === undefined ? {} : { address }),
    setupToken,
    close: () => journal.close(),
  };
}
