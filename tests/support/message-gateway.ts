import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** A message as the gateway took it. */
export type GatewayMessage = {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly date_created: string;
  status: string;
};

/** A request, before it is answered. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly form: URLSearchParams;
  readonly query: URLSearchParams;
};

/** What a test does with a request to send: answers by itself (`true`), or lets the gateway take the message. */
type OnSend = (asked: Asked, response: ServerResponse) => boolean;

/** Stands in for Twilio's Messages: takes, lists, tells what became of them. */
export async function openGateway() {
  const taken: GatewayMessage[] = [];
  const asked: Asked[] = [];
  const state: { onSend: OnSend; onTaken: () => void } = {
    onSend: () => false,
    onTaken: () => undefined,
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway');
      const one = {
        method: request.method ?? '',
        path: pathname,
        form: new URLSearchParams(Buffer.concat(chunks).toString()),
        query: searchParams,
      };
      asked.push(one);
      answer(one, response);
    });
  });
  const json = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

  function answer(one: Asked, response: ServerResponse): void {
    const sid = /Messages\/(SM\w+)\.json$/.exec(one.path)?.[1];
    if (one.method === 'POST') {
      if (state.onSend(one, response)) return;
      taken.push({
        sid: `SM${String(taken.length + 1).padStart(32, '0')}`,
        to: one.form.get('To') ?? '',
        from: one.form.get('From') ?? '',
        body: one.form.get('Body') ?? '',
        date_created: new Date().toUTCString(),
        status: 'queued',
      });
      state.onTaken();
      json(response, 201, taken.at(-1));
    } else if (sid !== undefined) {
      const found = taken.find((message) => message.sid === sid);
      json(response, found === undefined ? 404 : 200, found ?? { code: 20_404, status: 404 });
    } else {
      const messages = taken.filter(({ to }) => to === one.query.get('To')).reverse();
      json(response, 200, { messages, page: 0, page_size: 50, next_page_uri: null });
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    taken,
    asked,
    /** What happens when a message comes, before it is taken. */
    onSend: (run: OnSend) => {
      state.onSend = run;
    },
    /** What happens once it is taken, before that is answered. */
    onTaken: (run: () => void) => {
      state.onTaken = run;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>;
