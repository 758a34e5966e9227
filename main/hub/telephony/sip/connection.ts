import { connect, createServer, type Socket } from 'node:net';
import { splitAddress } from './config.ts';
import { formatMessage, messageReader, type SipMessage } from './message.ts';

/** What the hub and its proxy say to each other, over TCP: nothing is lost on the way nor comes twice. */
export type Connection = {
  /** Listens for the proxy from now on. */
  readonly open: (onMessage: (message: SipMessage) => void) => Promise<void>;
  readonly send: (message: SipMessage) => void;
  readonly close: () => Promise<void>;
};

type Addresses = { readonly listen: string; readonly proxy: string };

/**
 * Connects to the proxy when there is something to say, again after a loss. What was sent into a loss is gone: who waits for an answer
 * gives up in time.
 */
export function createConnection({ listen, proxy }: Addresses): Connection {
  const sockets = new Set<Socket>();
  let outward: Socket | null = null;
  let hear: ((message: SipMessage) => void) | null = null;
  let isClosed = false;

  const attend = (socket: Socket) => {
    sockets.add(socket);
    const read = messageReader();
    socket.on('data', (bytes: Buffer) => {
      const messages = read(bytes);
      if (messages === null) socket.destroy();
      for (const message of messages ?? []) hear?.(message);
    });
    // Its end is what matters, not why.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      if (outward === socket) outward = null;
    });
    return socket;
  };

  const server = createServer(attend);

  return {
    open: (onMessage) => {
      hear = onMessage;
      return new Promise((resolve, reject) => {
        // One that comes later, when no more connections can be had, ends nothing.
        server.on('error', reject);
        server.listen(splitAddress(listen), resolve);
      });
    },
    send: (message) => {
      if (isClosed) return;
      outward ??= attend(connect(splitAddress(proxy)));
      outward.write(formatMessage(message));
    },
    close: async () => {
      isClosed = true;
      hear = null;
      // What was said last is still sent.
      for (const socket of sockets) socket.destroySoon();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
