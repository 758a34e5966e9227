import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hub } from './hub.ts';

export type Served = {
  /** Where it answers, as an origin. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Serves the hub over HTTP. Rejects where the port is taken; port 0 takes any that is free. */
export async function serveHub(hub: Hub, place: { host: string; port: number }): Promise<Served> {
  const listener = getRequestListener((request, { incoming }) =>
    hub.fetch(request, 'socket' in incoming ? incoming.socket.remoteAddress : undefined),
  );
  const server = createServer(listener);
  server.listen(place.port, place.host);
  await once(server, 'listening');
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : place.port;
  return {
    address: `http://${place.host}:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      // Event streams would hold the server for ten minutes.
      server.closeAllConnections();
      await closed;
    },
  };
}
