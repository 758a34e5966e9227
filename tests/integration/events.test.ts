import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { serveHub } from '../../main/hub/serve.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, openDesk, origin, type TestDesk, testHub } from '../support/hub.ts';

const beat = 'event: beat\ndata: there\n\n';
const frame = /event: more\ndata: (\d+)\n\n/g;

/** Reads a stream as a browser would, frame by frame. */
function readStream(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const read = { text: '' };
  return {
    cancel: () => reader.cancel(),
    /** Everything said until `isEnough`, or until the stream ends. */
    until: async (isEnough: (text: string) => boolean): Promise<string> => {
      while (!isEnough(read.text)) {
        const { done, value } = await reader.read();
        if (done) return `${read.text}[end]`;
        read.text += decoder.decode(value);
      }
      return read.text;
    },
  };
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(frame)].map(([, number]) => Number(number));
}

async function open(desk: TestDesk): Promise<ReadableStream<Uint8Array>> {
  const answer = await desk.get('/api/events');
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  if (answer.body === null) throw new Error('A stream has a body.');
  return answer.body;
}

onBothDatabases('events', (database) => {
  const hub = testHub(database, {
    config: { events: { heartbeatMs: 50, lifetimeMs: 60_000 } },
    handlers: {
      'presence.set': async ({ actor }) => ({
        ok: true,
        value: { changed: [{ entity: 'presence', id: actor.accountId, adviserId: 'x' }] },
      }),
    },
  });
  const signedIn = async () => openDesk(hub(), await addAccount(database(), 'adviser'));
  const act = async (desk: TestDesk) => {
    const id = crypto.randomUUID();
    const at = '2026-11-20T09:00:00.000Z';
    const payload = { presence: 'pause' };
    const operations = [{ id, kind: 'presence.set', payload, at }];
    expect((await desk.post('/api/operations', { operations })).status).toBe(200);
  };
  const newest = async (of: Database) => (await openJournal(of)).newest();

  it('SY-9 begins with the newest change and says each newer one, by its number only', async () => {
    const desk = await signedIn();
    const stream = readStream(await open(desk));
    const [before] = numbersIn(await stream.until((text) => numbersIn(text).length > 0));
    await act(desk);
    const text = await stream.until((said) => numbersIn(said).length > 1);
    expect(numbersIn(text)).toEqual([before, (before ?? 0) + 1]);
    expect(text.replaceAll(frame, '').replaceAll(beat, '')).toBe('');
    await stream.cancel();
  });

  it('SY-9 tells a slow reader once, of the newest, and holds nothing for it', async () => {
    const desk = await signedIn();
    const body = await open(desk);
    for (let acts = 0; acts < 20; acts += 1) await act(desk);
    const stream = readStream(body);
    const last = await newest(database());
    const text = await stream.until((said) => numbersIn(said).includes(last));
    expect(numbersIn(text).length).toBeLessThan(5);
    await stream.cancel();
  });

  it('SY-9 ends with the session', async () => {
    const desk = await signedIn();
    const stream = readStream(await open(desk));
    await stream.until((text) => text.includes(beat));
    await desk.post('/api/auth/sign-out', {});
    expect(await stream.until(() => false)).toMatch(/\[end\]$/);
  });

  it('is closed to who is not signed in', async () => {
    expect((await (await openDesk(hub(), null)).get('/api/events')).status).toBe(401);
  });
});

onBothDatabases('a served stream', (database) => {
  const hub = testHub(database, {
    config: { events: { heartbeatMs: 50, lifetimeMs: 300 } },
  });

  it('SY-9 ends after its lifetime, and a server that stops does not wait for it', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
    const served = await serveHub(hub(), { host: '127.0.0.1', port: 0 });
    if (!served.ok) throw new Error(served.error);
    const headers = { cookie: desk.cookie, host: new URL(origin).host };
    const listen = () => get(`${served.value.address}/api/events`, { headers });
    const [answer] = await once(listen(), 'response');
    expect(answer.statusCode).toBe(200);
    answer.resume();
    await once(answer, 'end');

    const second = listen();
    second.on('error', () => undefined);
    await once(second, 'response');
    await served.value.close();
    expect(await Promise.race([wait(1000, 'waits'), once(second, 'close')])).not.toBe('waits');
  });
});
