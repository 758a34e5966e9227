import { asc, inArray } from 'drizzle-orm';
import { demonstrationView, type SetupView, setupRequest, setupView } from '#src/contract';
import { createAdministrator, hasAdministrator, readInstallation } from '../auth/installation.ts';
import { inventedEmails } from '../demonstration.ts';
import type { Services } from '../services.ts';
import type { Database } from '../storage/database.ts';
import { user } from '../storage/schema.ts';
import { voiceOrigins } from '../telephony/voice-origins.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** GET /api/setup */
export const getSetup = (services: Services) => async (c: HubContext) => {
  const { database, config } = services;
  const { kind, demonstrationPassword } = await readInstallation(database.db);
  const view: SetupView = {
    state: (await hasAdministrator(database.db)) ? 'ready' : 'needs-administrator',
    kind,
    canOpenDemonstration: config.openDemonstration !== undefined,
    voiceOrigins: [...voiceOrigins(config)],
    accounts:
      demonstrationPassword === null
        ? null
        : await demonstrationAccounts(database, demonstrationPassword),
  };
  return c.json(setupView.parse(view));
};

async function demonstrationAccounts(database: Database, password: string) {
  const { role, name, email } = user;
  // Others may have been added since: they have passwords of their own, and are nobody's to read here.
  const accounts = await database.db
    .select({ role, name, email })
    .from(user)
    .where(inArray(user.email, inventedEmails))
    .orderBy(asc(user.id));
  return accounts.map((account) => ({ ...account, password }));
}

/** POST /api/setup/administrator */
export const setUp = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, setupRequest);
  if (!body.ok) return body.error;
  const done = await createAdministrator(services.database, services.ports, body.value);
  return done.ok ? c.body(null, 204) : problem(c, done.error);
};

/** POST /api/setup/demonstration */
export const openDemonstration = (services: Services) => async (c: HubContext) => {
  const open = services.config.openDemonstration;
  if (open === undefined) return problem(c, 'not-found');
  const address = await open();
  return address === null ? problem(c, 'internal') : c.json(demonstrationView.parse({ address }));
};
