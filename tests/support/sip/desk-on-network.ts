import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { type LineRules, usualLineRules } from '#src/routing';
import { createFirstLines } from '../../../main/hub/auth/installation.ts';
import { shippedData } from '../../../main/hub/config.ts';
import { createHub } from '../../../main/hub/hub.ts';
import { serveHub } from '../../../main/hub/serve.ts';
import { openDatabase } from '../../../main/hub/storage/database.ts';
import { migrate } from '../../../main/hub/storage/migrate.ts';
import { call, callIdentity, line } from '../../../main/hub/storage/schema.ts';
import { soundOf } from '../../../renderer/telephony/tones.ts';
import { launchChromium } from '../chromium.ts';
import { addAccount, testPorts } from '../hub.ts';
import { keepVoicesOf } from '../voice/heard-in-page.ts';
import { freePorts, type SipTestNetwork } from './network.ts';

/** What an adviser says, in hertz: in bursts, since a lasting tone is taken for noise and removed. */
export const adviserHertz = 700;
/** The number of the line. */
export const lineNumber = '+33199000010';

const desk = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url));
const pictures = fileURLToPath(new URL('../../../dist/failed-tests/', import.meta.url));
const rules: LineRules = { ...usualLineRules, hours: '24/7', offerS: 120, wrapUpS: 1_800 };

export type AdviserOnNetwork = {
  readonly accountId: string;
  readonly name: string;
  readonly page: Page;
};

/** A hub on that network, with its line, and browsers in front of it whose microphones speak. */
export async function openHubOnNetwork({ network }: SipTestNetwork) {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-sip-hub-'));
  const database = await openDatabase({ folder: join(folder, 'database') });
  await migrate(database);
  const territoryId = await database.transaction((tx) =>
    createFirstLines(tx, testPorts, {
      sponsor: 'Département de la Lozère',
      territory: { name: 'Lozère', departements: ['48'] },
      lines: [{ kind: 'sip', name: 'Ligne 48', number: lineNumber, scriptId: 'general' }],
    }),
  );
  // Until somebody looks after the hub, a desk asks for them alone.
  await addAccount(database, 'administrator');
  await database.db.update(line).set({ rules }).where(eq(line.number, lineNumber));
  const [port = 0] = await freePorts(1);
  const address = `http://127.0.0.1:${port}`;

  const serve = async () => {
    const hub = await createHub({
      database,
      ports: testPorts,
      config: {
        publicUrl: address,
        secret: 'a secret of the tests, of thirty-two bytes and more',
        desk,
        data: shippedData,
        sip: network,
      },
    });
    const served = await serveHub(hub, { host: '127.0.0.1', port });
    if (!served.ok) throw new Error(served.error);
    return {
      close: async () => {
        await served.value.close();
        await hub.close();
      },
    };
  };

  const speech = join(folder, 'speech.wav');
  await writeFile(
    speech,
    soundOf([
      { hertz: [adviserHertz], ms: 400 },
      { hertz: [], ms: 200 },
    ]),
  );
  const browser = await launchChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${speech}`,
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
  ]);
  let hub = await serve();
  return {
    address,
    database,
    /** An adviser's desk, signed in. */
    openAdviser: async (name = 'Lucie Rey'): Promise<AdviserOnNetwork> => {
      const account = await addAccount(database, 'adviser', { territoryIds: [territoryId], name });
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'fr-FR',
        permissions: ['microphone'],
      });
      const page = await context.newPage();
      const registered = onNetwork(page);
      await keepVoicesOf(page);
      await page.goto(address);
      await context.request.post(`${address}/api/auth/sign-in/email`, {
        headers: { origin: address },
        data: { email: account.email, password: account.password },
      });
      await page.reload();
      await page.getByRole('navigation', { name: 'Navigation' }).waitFor({ timeout: 60_000 });
      await registered;
      return { accountId: account.id, name, page };
    },
    /** Once the desk's telephone is known to the network, anew. */
    isRegistered: ({ page }: AdviserOnNetwork) => onNetwork(page),
    /** The page is gone from one moment to the next, without a word. */
    breakDown: async ({ page }: AdviserOnNetwork) => {
      const crashed = page.waitForEvent('crash');
      page.goto('chrome://crash').catch(() => undefined);
      await crashed;
    },
    setRules: async (more: Partial<LineRules>) => {
      await database.db.update(line).set({ rules: { ...rules, ...more } });
    },
    /** Keeps a picture of every open page, to see what a failed test saw. */
    photograph: async (name: string) => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) {
        // One that broke down shows nothing.
        await page
          .screenshot({ path: join(pictures, `${name}-${index + 1}.png`), timeout: 5_000 })
          .catch(() => undefined);
      }
    },
    /** The newest call, as the hub keeps it. */
    newestCall: async () => {
      const calls = await database.db
        .select({ call, number: callIdentity.number })
        .from(call)
        .leftJoin(callIdentity, eq(callIdentity.callId, call.id));
      return calls
        .sort((one, other) => one.call.openedAt.localeCompare(other.call.openedAt))
        .at(-1);
    },
    /** Ends the hub as it is, and gives the way to start another one on the same database. */
    stop: async () => {
      await hub.close();
      return async () => {
        hub = await serve();
      };
    },
    close: async () => {
      await browser.close();
      await hub.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** When Kamailio says next that it knows where the desk is. */
function onNetwork(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        if (/^SIP\/2\.0 200 .*CSeq: \d+ REGISTER/s.test(payload.toString())) resolve();
      });
    });
  });
}
