import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import twilio from 'twilio';
import type { TelephonyAccess } from '#src/contract';
import { contentPolicy } from '../../../main/hub/content-policy.ts';
import { twilioOrigins } from '../../../main/hub/telephony/voice-origins.ts';
import { serveLocally } from '../local-server.ts';
import { readAccessToken } from '../twilio/access-token.ts';
import { openGateway } from '../twilio/gateway.ts';
import { keepVoicesOf } from './heard-in-page.ts';
import { launchAtGateway } from './voice-browser.ts';

const secret = 's'.repeat(32);
export const identity = 'account_of_the_tests';

/** The real SDK behind our softphone, in a page under the desk's own content policy, before a gateway that is Twilio's stand-in. */
export async function openVoiceRig() {
  const gateway = await openGateway({ readToken: (token) => readAccessToken(token, secret) });
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  let answerToken: () => Response = () => Response.json(accessFor(3_600));
  const server = await serveLocally((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/telephony/token') return answerToken();
    if (pathname === '/page.js') {
      return new Response(script, { headers: { 'content-type': 'text/javascript' } });
    }
    return new Response('<!doctype html><script type="module" src="/page.js"></script>', {
      headers: {
        'content-type': 'text/html',
        'content-security-policy': contentPolicy({ isPlanAllowed: false, voice: twilioOrigins }),
      },
    });
  });
  const chromium = await launchAtGateway(gateway);
  return {
    gateway,
    /** How the hub answers who asks for a token. */
    answerTokenWith: (answer: () => Response) => {
      answerToken = answer;
    },
    /** A page that has its softphone, not registered yet, and says what its console was told. */
    openPage: async () => {
      const context = await chromium.browser.newContext({ permissions: ['microphone'] });
      const page = await context.newPage();
      return { page, context, complaints: await showSoftphone(page, server.address) };
    },
    show: (page: Page) => showSoftphone(page, server.address),
    close: async () => {
      await chromium.close();
      await server.close();
      await gateway.close();
    },
  };
}
export type VoiceRig = Awaited<ReturnType<typeof openVoiceRig>>;

async function showSoftphone(page: Page, address: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await keepVoicesOf(page);
  await page.goto(address);
  return complaints;
}

export function accessFor(lastsS: number): TelephonyAccess {
  const token = new twilio.jwt.AccessToken(`AC${'0'.repeat(32)}`, `SK${'0'.repeat(32)}`, secret, {
    identity,
    ttl: lastsS,
  });
  token.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ incomingAllow: true }));
  const expiresAt = new Date(Date.now() + lastsS * 1_000).toISOString();
  return { twilio: { token: token.toJwt(), expiresAt, edges: ['dublin'] } };
}
