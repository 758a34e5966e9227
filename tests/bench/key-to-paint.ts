import type { BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { sessionView } from '#src/contract';
import { present } from '#src/kernel';
import { act, send } from '../support/call-at-orientation.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { shippedScript } from '../support/shipped-script.ts';
import type { Finding } from './bench.ts';

/** A call to the search for a venue: the keys of each answer, the last of which leads on. */
const keysOfACall: readonly (readonly string[])[] = [
  ['Enter'],
  ...Array.from({ length: 7 }, () => ['1']),
  ['Enter'],
  ['1'],
  ['1'],
  ['3'],
  ['1'],
  ['3'],
  ['2'],
  ['1', 'Enter'],
  ['Alt+0'],
  ['2', 'Enter'],
];
const calls = 7;
const answers = calls * keysOfACall.length;
/** Nobody hears a question and answers it sooner: what the last answer left to send has gone by then. */
const betweenAnswersMs = 250;
const goalMs = 50;

/**
 * From the key to the next question painted, on the built desk with its hub, in Chromium: from the time of the key's
 * own event to the first message after the frame in which the words have changed (a frame's callback runs before it is
 * painted, a message posted from there after). Beside it a page of one heading and one listener that changes its text,
 * in the same browser, timed the same way. In this time the desk has written the answer to its own database, durably.
 */
export async function keyToPaint(): Promise<readonly Finding[]> {
  const demonstration = await startDemonstration();
  try {
    const { context, page } = await demonstration.signIn('adviser');
    // The first call brings in what a desk reads once.
    await walk(context, page, demonstration.address);
    const desk: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      desk.push(...(await walk(context, page, demonstration.address)));
    }
    const bare = await bareTimes(context);
    return [
      finding('p50', desk, bare, 0.5),
      {
        ...finding('p95', desk, bare, 0.95),
        goal: { text: `under ${goalMs} ms`, met: at(desk, 0.95) < goalMs },
      },
    ];
  } finally {
    await demonstration.close();
  }
}

function finding(name: string, desk: readonly number[], bare: readonly number[], share: number) {
  return {
    measure: `from a key to the next question painted, ${name} of ${desk.length} answers`,
    unit: 'ms',
    value: at(desk, share),
    baseline: { what: 'one text changed by a key on an empty page', value: at(bare, share) },
  };
}

/** The least value that this share of them does not exceed. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return present(sorted[Math.ceil(sorted.length * share) - 1], 'there are some values');
}

/** Opens a call, takes it up, and times each answer. */
async function walk(
  context: BrowserContext,
  page: Page,
  address: string,
): Promise<readonly number[]> {
  const session = sessionView.parse(
    await (await context.request.get(`${address}/api/session`)).json(),
  );
  const line = present(
    session.lines.find(({ kind }) => kind === 'manual'),
    'a demonstration has a manual line',
  );
  await send(context, address, [
    act('call.open', {
      callId: v7(),
      lineId: line.id,
      number: null,
      mode: 'afterwards',
      openedAt: new Date().toISOString(),
      script: shippedScript().reference,
    }),
  ]);
  await page.getByRole('button', { name: 'Reprendre' }).first().press('Enter');
  await page.locator('h1.words').waitFor();
  const times: number[] = [];
  for (const keys of keysOfACall) {
    await page.waitForTimeout(betweenAnswersMs);
    for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
    times.push(await timed(page, keys.at(-1) ?? ''));
  }
  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog').getByText('Communication coupée').click();
  await page.getByText('Appel clos').first().waitFor();
  return times;
}

async function bareTimes(context: BrowserContext): Promise<readonly number[]> {
  const page = await context.newPage();
  await page.setContent('<h1 class="words">0</h1>');
  await page.evaluate(() => {
    const words = document.querySelector('h1');
    addEventListener('keydown', () => {
      if (words !== null) words.textContent = String(Number(words.textContent) + 1);
    });
  });
  const times: number[] = [];
  for (let press = 0; press < answers; press += 1) times.push(await timed(page, '1'));
  return times;
}

/** Presses the key, and gives the milliseconds until the words that it brings are painted. */
async function timed(page: Page, key: string): Promise<number> {
  const timing = await page.evaluateHandle(startTiming);
  await page.keyboard.press(key);
  return timing.evaluate(({ painted }) => painted);
}

/** Runs in the page, before the key. */
function startTiming(): { readonly painted: Promise<number> } {
  const words = () => document.querySelector('h1.words')?.textContent ?? '';
  const before = words();
  let pressedAt = 0;
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), {
    capture: true,
    once: true,
  });
  const painted = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (words() === '' || words() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressedAt);
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return { painted };
}
