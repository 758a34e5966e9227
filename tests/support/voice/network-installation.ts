import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import type { BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Role } from '#src/access';
import { present } from '#src/kernel';
import { type LineRules, usualLineRules } from '#src/routing';
import { deskFolder } from '../../../main/cli/build.ts';
import { shippedData } from '../../../main/hub/config.ts';
import { createHub } from '../../../main/hub/hub.ts';
import { serveHub } from '../../../main/hub/serve.ts';
import { openDatabase } from '../../../main/hub/storage/database.ts';
import { migrate } from '../../../main/hub/storage/migrate.ts';
import { line, presence, territory } from '../../../main/hub/storage/schema.ts';
import { clientIdentity } from '../../../main/hub/telephony/twilio/leg-label.ts';
import { addAccount, addTerritory, type TestAccount, testPorts } from '../hub.ts';
import { readAccessToken } from '../twilio/access-token.ts';
import { openGateway } from '../twilio/gateway.ts';
import type { Phone } from '../twilio/network.ts';
import { openStandIn } from '../twilio/stand-in.ts';
import { lately, shareOf, startTone } from '../twilio/voice-frames.ts';
import { testVoice } from '../twilio-account.ts';
import { keepVoicesOf, loudestIn } from './heard-in-page.ts';
import { launchAtGateway, spokenHertz } from './voice-browser.ts';

/** The number that the public calls. */
export const lineNumber = '+33199000142';

/** What somebody who calls the line speaks in. */
export const callerHertz = 440;

/**
 * The product with one line of Twilio's: a hub that serves the built desk, a stand-in of Twilio that tells it of calls and carries
 * their voices, and a browser whose softphones are registered there.
 */
async function openNetworkInstallation(rules: Partial<LineRules> = {}) {
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
  await addNetworkLine(database, territoryId, rules);
  // Without one the first page asks to set the installation up.
  await addAccount(database, 'administrator');
  const chromium = await launchAtGateway(gateway);
  let desks: readonly NetworkDesk[] = [];
  let dialled: readonly Dialled[] = [];

  /** Somebody of the territory, at a desk of their own; `prepare` is given its page before anything is shown there. */
  const openDesk = async (role: Role, name: string, prepare?: Prepare): Promise<NetworkDesk> => {
    const scope = { territoryIds: [territoryId], name };
    const account = await addAccount(database, role, scope);
    const context = await chromium.browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      permissions: ['microphone'],
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await keepVoicesOf(page);
    await prepare?.(page);
    await page.goto(publicUrl);
    await signIn(page, account);
    await expect.poll(gateway.registered).toContain(clientIdentity(account.id));
    const desk = { account, name, context, page };
    desks = [...desks, desk];
    return desk;
  };

  return {
    gateway,
    standIn,
    database,
    openDesk,
    /** An adviser whose desk takes calls. */
    openAdviser: async (name = 'Lucie Rey', prepare?: Prepare) => {
      const desk = await openDesk('adviser', name, prepare);
      await desk.page.getByRole('button', { name }).click();
      await desk.page.getByRole('menuitem', { name: 'Prendre des appels' }).click();
      return desk;
    },
    /** Somebody calls the line and speaks in a tone. */
    dial: (from = '+33639980011'): Dialled => {
      const phone = standIn.dial({ from, to: lineNumber });
      const heard: number[] = [];
      phone.listen((frame) => heard.push(...frame));
      const call = { phone, heard, hush: startTone(callerHertz, phone.say) };
      dialled = [...dialled, call];
      return call;
    },
    /** Ends every call, and closes every desk: who closed theirs is rung no longer. */
    clear: async () => {
      for (const { hush, phone } of dialled) {
        hush();
        phone.hangUp();
      }
      await standIn.settled();
      for (const { context } of desks) await context.close();
      const gone = desks.map(({ account }) => account.id);
      await database.db
        .update(presence)
        .set({ presence: 'off' })
        .where(inArray(presence.userId, gone));
      dialled = [];
      desks = [];
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
type NetworkInstallation = Awaited<ReturnType<typeof openNetworkInstallation>>;

/** One for the tests of a file, cleared after each of them. */
export function networkInstallation(rules: Partial<LineRules> = {}): () => NetworkInstallation {
  const opened: NetworkInstallation[] = [];
  const installation = () => present(opened[0], 'it is opened before the first test');
  beforeAll(async () => {
    opened.push(await openNetworkInstallation(rules));
  });
  afterEach(() => installation().clear());
  afterAll(async () => {
    for (const one of opened) await one.close();
  });
  return installation;
}

export type NetworkDesk = {
  readonly account: TestAccount;
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
};
type Prepare = (page: Page) => Promise<unknown>;
export type Dialled = {
  readonly phone: Phone;
  /** The samples that came to the caller, the newest last. */
  readonly heard: number[];
  readonly hush: () => void;
};

export const answerButton = (page: Page) => page.getByRole('button', { name: 'Décrocher' });

export async function hearsCaller(page: Page): Promise<boolean> {
  return Math.abs((await loudestIn(page)).hertz - callerHertz) < 10;
}

export const isHeardBy = ({ heard }: Dialled) => shareOf(spokenHertz, lately(heard)) > 0.02;

/** Each hears the other. */
export async function speakTogether({ page }: NetworkDesk, call: Dialled): Promise<void> {
  await expect.poll(() => isHeardBy(call)).toBe(true);
  await expect.poll(() => hearsCaller(page)).toBe(true);
}

async function addNetworkLine(
  { db }: Awaited<ReturnType<typeof openDatabase>>,
  territoryId: string,
  rules: Partial<LineRules>,
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
    rules: { ...usualLineRules, hours: '24/7', ...rules },
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
