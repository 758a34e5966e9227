import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { soundOf } from '../../../renderer/telephony/tones.ts';
import { launchChromium } from '../chromium.ts';

/** What is spoken into the microphone, in hertz: in bursts, since a lasting tone is taken for noise and removed. */
export const spokenHertz = 700;
const speech = [
  { hertz: [spokenHertz], ms: 400 },
  { hertz: [], ms: 200 },
];

/** A browser whose Twilio is the gateway of that port and pin, and whose microphone speaks. The caller closes it. */
export async function launchAtGateway(gateway: {
  readonly port: number;
  readonly pin: string;
}): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-voice-'));
  const file = join(folder, 'speech.wav');
  await writeFile(file, soundOf(speech));
  const browser = await launchChromium([
    `--host-resolver-rules=MAP *.twilio.com 127.0.0.1:${gateway.port} , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost`,
    `--ignore-certificate-errors-spki-list=${gateway.pin}`,
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}`,
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
  ]);
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}
