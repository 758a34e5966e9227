import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

export type LocalServer = { readonly address: string; close(): Promise<void> };

/** Answers HTTP on a free loopback port with a function of the web's own Request and Response. */
export async function serveLocally(
  answer: (request: Request) => Promise<Response> | Response,
): Promise<LocalServer> {
  const opened = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((settle) => {
    const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      settle({ server, port }),
    );
  });
  return {
    address: `http://127.0.0.1:${opened.port}`,
    close: async () => {
      const closed = once(opened.server, 'close');
      opened.server.close();
      if (isHttp1(opened.server)) opened.server.closeAllConnections();
      await closed;
    },
  };
}

function isHttp1(server: ReturnType<typeof serve>): server is Server {
  return 'closeAllConnections' in server;
}
