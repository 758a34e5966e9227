import { once } from 'node:events';
import { chmod, mkdir } from 'node:fs/promises';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** The embedded PostgreSQL: `connect` gives the `pg` driver a stream to it. One connection at a time. */
export type EmbeddedPostgres = {
  readonly connect: () => Duplex;
  readonly close: () => Promise<void>;
};

/** Starts PGlite on `folder`, made where it is missing and closed to other users of the machine. */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const worker = new Worker(new URL('./embedded.worker.ts', import.meta.url), {
    workerData: { folder },
  });
  const state: { stopped: Error | null } = { stopped: null };
  worker.on('error', (cause) => {
    state.stopped = new Error('The embedded database has stopped on an error.', { cause });
  });
  worker.on('exit', () => {
    state.stopped ??= new Error('The embedded database has stopped.');
  });
  await new Promise<void>((ready, failed) => {
    worker.once('message', () => ready());
    worker.once('exit', () => failed(state.stopped));
  });
  return {
    connect: () => new WorkerSocket(worker, () => state.stopped),
    close: async () => {
      if (state.stopped !== null) return;
      state.stopped = new Error('The embedded database is closed.');
      const exit = once(worker, 'exit');
      worker.postMessage('close');
      await exit;
    },
  };
}

/** The first byte of the message by which a PostgreSQL client says goodbye. */
const terminate = 'X'.charCodeAt(0);

/** What `pg` takes for its network socket: bytes written go to the worker, its answers are read. */
class WorkerSocket extends Duplex {
  readonly #worker: Worker;
  readonly #stopped: () => Error | null;

  constructor(worker: Worker, stopped: () => Error | null) {
    super();
    this.#worker = worker;
    this.#stopped = stopped;
    worker.on('message', this.#receive);
    worker.on('exit', this.#fail);
  }

  connect(): this {
    const stopped = this.#stopped();
    queueMicrotask(() => (stopped === null ? this.emit('connect') : this.destroy(stopped)));
    return this;
  }

  // What `pg` asks of a network socket and means nothing here.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    this.#worker.ref();
    return this;
  }
  unref(): this {
    this.#worker.unref();
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come: `pg` reads without pause.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send(chunk);
    done();
  }

  override _writev(chunks: readonly { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#worker.off('message', this.#receive);
    this.#worker.off('exit', this.#fail);
    if (this.#stopped() === null) this.#worker.postMessage('reset');
    done(error);
  }

  readonly #receive = (bytes: Uint8Array): void => {
    this.push(bytes);
  };

  readonly #fail = (): void => {
    this.destroy(this.#stopped() ?? undefined);
  };

  #send(bytes: Buffer): void {
    if (bytes[0] === terminate) this.push(null);
    else this.#worker.postMessage(new Uint8Array(bytes));
  }
}
