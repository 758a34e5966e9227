import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** A web server on this machine for the tests around. Each test says how it answers. */
export function fileServer() {
  const state: { address: string; answer: RequestListener } = {
    address: '',
    answer: (_request, response) => response.writeHead(404).end(),
  };
  const server = createServer((request, response) => state.answer(request, response));
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    const port = typeof bound === 'object' ? bound?.port : undefined;
    state.address = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return {
    address: () => state.address,
    answers: (answer: RequestListener) => {
      state.answer = answer;
    },
  };
}
