import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { command, fetchIfNewer, request } from '../../renderer/storage/api.ts';

const unreachable = { ok: false, error: { code: 'unreachable' } };

/** An answer whose network goes away in the middle of it. */
function cutAnswer(): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"results":[')),
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  return new Response(body, { headers: { 'content-type': 'application/json', etag: '"1"' } });
}

/** What a browser's fetch does of a request that nobody answers: it waits for its signal. */
function noAnswer(_path: string, { signal }: { readonly signal: AbortSignal }): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

const everyRequest = {
  request: () => request('/api/changes?after=0', z.unknown()),
  command: () => command('/api/setup/administrator'),
  fetchIfNewer: () => fetchIfNewer('/api/venues', null),
};

afterEach(() => vi.unstubAllGlobals());

describe.each(Object.entries(everyRequest))('the hub, asked by %s,', (name, ask) => {
  test('is out of reach when its answer is cut in the middle', async () => {
    vi.stubGlobal('fetch', async () => {
      const cut = cutAnswer();
      return name === 'command' ? new Response(cut.body, { status: 409 }) : cut;
    });
    expect(await ask()).toMatchObject(unreachable);
  });

  describe('with a clock moved by hand', () => {
    const tooLong: AbortController[] = [];
    beforeEach(() => {
      vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
        const controller = new AbortController();
        tooLong.push(controller);
        return controller.signal;
      });
    });
    afterEach(() => vi.restoreAllMocks());

    test('is out of reach when it does not answer in a reasonable time', async () => {
      vi.stubGlobal('fetch', noAnswer);
      const asked = ask();
      for (const controller of tooLong) controller.abort();
      expect(await asked).toMatchObject(unreachable);
    });
  });
});
