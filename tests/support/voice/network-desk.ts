import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { usualLineRules } from '#src/routing';
import { deskFolder } from '../../../main/cli/build.ts';
import { shippedData } from '../../../main/hub/config.ts';
import { createHub } from '../../../main/hub/hub.ts';
import { serveHub } from '../../../main/hub/serve.ts';
import { openDatabase } from '../../../main/hub/storage/database.ts';
import { migrate } from '../../../main/hub/storage/migrate.ts';
import { line, territory } from '../../../main/hub/storage/schema.ts';
import { addAccount, addTerritory, type TestAccount, testPorts } from '../hub.ts';
import { readAccessToken } from '../twilio/access-token.ts';
import { openGateway } from '../twilio/gateway.ts';
import { openStandIn } from '../twilio/stand-in.ts';
import { testVoice } from '../twilio-account.ts';
import { keepVoicesOf } from './heard-in-page.ts';
import { launchAtGateway } from './voice-browser.ts';

/** The number that the public calls. */
export const lineNumber = '+33199000142';

/**
 * The product with one line of Twilio's: a hub that serves the built desk, a stand-in of Twilio that tells it of calls and carries
 * their voices, and a browser whose softphones are registered there. The caller closes it.
 */
export async function openNetworkDesk() {
  const gateway = await openGateway({
    readToken: (token) => readAccessToken(token, testVoice.apiSecret),
  });
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-network-desk-'));
  const database = await openDatabase({ folder });
  await migrate(database);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const hub: { current: Awaited<ReturnType<typeof createHub>> | null } = { current: null };
  const standIn = await openStandIn({
    publicUrl,
    gateway,
    deliver: async (request) => {
      if (hub.current === null) throw new Error('The hub is not there.');
      return hub.current.fetch(request);
    },
  });
  const config = {
    publicUrl,
    secret: 'a secret of the tests, of thirty-two bytes and more',
    desk: deskFolder,
    data: shippedData,
    twilioVoice: standIn.voice,
  };
  const start = async () => {
    const started = await createHub({ database, config, ports: testPorts });
    const served = await serveHub(started, { host: '127.0.0.1', port });
    if (!served.ok) throw new Error(`The port ${port} is taken.`);
    hub.current = started;
    return async () => {
      hub.current = null;
      await served.value.close();
      await started.close();
    };
  };
  let stop = await start();
  const territoryId = await addTerritory(database, 'Lozère', '48');
  await addNetworkLine(database, territoryId);
  // Without one the first page asks to set the installation up.
  await addAccount(database, 'administrator');
  const chromium = await launchAtGateway(gateway);
  return {
    gateway,
    standIn,
    database,
    /** An adviser of the territory, on a desk of their own that takes calls. */
    openAdviser: async () => {
      const account = await addAccount(database, 'adviser', { territoryIds: [territoryId] });
      const context = await chromium.browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        permissions: ['microphone'],
      });
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await keepVoicesOf(page);
      await page.goto(publicUrl);
      await signIn(page, account);
      return { account, context, page } satisfies NetworkAdviser;
    },
    /** Ends the hub and begins another on the same database. */
    restart: async () => {
      await stop();
      stop = await start();
    },
    close: async () => {
      await chromium.close();
      await standIn.close();
      await stop();
      await database.close();
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type NetworkDesk = Awaited<ReturnType<typeof openNetworkDesk>>;
export type NetworkAdviser = {
  readonly account: TestAccount;
  readonly context: BrowserContext;
  readonly page: Page;
};

async function addNetworkLine(
  { db }: Awaited<ReturnType<typeof openDatabase>>,
  territoryId: string,
): Promise<void> {
  const [place] = await db.select().from(territory);
  const [other] = await db.select().from(line);
  if (place === undefined || other === undefined) throw new Error('A territory has its lines.');
  await db.insert(line).values({
    id: v7(),
    name: 'Aide numérique',
    number: lineNumber,
    kind: 'twilio',
    sponsorId: other.sponsorId,
    territoryId,
    scriptId: 'general',
    rules: { ...usualLineRules, hours: '24/7' },
  });
}

async function signIn(page: Page, { email, password }: TestAccount): Promise<void> {
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('It listened on a port.');
  return address.port;
}
