import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { z } from 'zod';
import { present } from '#src/kernel';
import { durableStart, syncToDisk } from './durable.ts';

// The embedded PostgreSQL, off the hub's own thread: a slow query never stops the hub. It speaks PostgreSQL's wire
// protocol with embedded.ts: bytes in, bytes out, one message at a time in the order sent.

const port = present(parentPort, 'this file runs as a worker of embedded.ts');
const { folder } = z.object({ folder: z.string() }).parse(workerData);
const postgres = await PGlite.create({
  dataDir: folder,
  extensions: { btree_gist },
  startParams: durableStart,
});
syncToDisk(postgres);

async function handle(message: unknown): Promise<void> {
  if (message instanceof Uint8Array) {
    port.postMessage(await postgres.execProtocolRaw(message));
  } else if (message === 'reset') {
    // PGlite has one session for ever: what a lost connection left open must not reach the next one.
    await postgres.exec('rollback');
    await postgres.exec('discard all');
  } else if (message === 'close') {
    await postgres.close();
    port.close();
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (message: unknown) => {
  // A failure is an unhandled rejection here, which ends the worker: embedded.ts reports it.
  last = last.then(() => handle(message));
});
port.postMessage('ready');
