import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { err, ok, type Result } from '#src/kernel';
import type { Hub } from './hub.ts';

/**
 * How long a connection without a request stays open. Longer than the minute after which proxies let go of theirs: who closes first
 * while a request is on its way makes it fail, and the proxy is the one that knows what it has sent.
 */
const idleConnectionMs = 75_000;

export type Served = {
  /** Where it answers, as an origin. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Serves the hub over HTTP; port 0 takes any that is free. */
export async function serveHub(
  hub: Hub,
  place: { readonly host: string; readonly port: number },
): Promise<Result<Served, 'port-taken'>> {
  const listener = getRequestListener((request, { incoming }) =>
    hub.fetch(request, 'socket' in incoming ? incoming.socket.remoteAddress : undefined),
  );
  const server = createServer({ keepAliveTimeout: idleConnectionMs }, listener);
  server.listen(place.port, place.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return err('port-taken');
    }
    throw error;
  }
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : place.port;
  return ok({
    address: `http://${place.host}:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      // An event stream would hold the server for ten minutes.
      server.closeAllConnections();
      await closed;
    },
  });
}
