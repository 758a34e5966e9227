import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { vi } from 'vitest';
import { z } from 'zod';

/** What baresip says by its control port: the answer to a command, or that something happened. */
const saying = z.object({
  response: z.boolean().optional(),
  ok: z.boolean().optional(),
  data: z.string().optional(),
  type: z.string().optional(),
  param: z.string().optional(),
});
type Saying = z.infer<typeof saying>;

export type BaresipControl = {
  readonly command: (name: string, params?: string) => Promise<void>;
  /** What has happened until now: each with its kind and what belongs to it. */
  readonly events: readonly Saying[];
};

/** Waits for baresip's control port. It serves one connection, which ends with the program. */
export async function openControl(port: number): Promise<BaresipControl> {
  const socket = await vi.waitFor(() => reach(port), { timeout: 10_000, interval: 300 });
  const events: Saying[] = [];
  const answers: Saying[] = [];
  let said = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    said = Buffer.concat([said, bytes]);
    for (;;) {
      // A length, a colon, so many bytes of JSON, a comma.
      const colon = said.indexOf(':');
      const length = Number(said.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || said.length < colon + length + 2) return;
      const text = said.subarray(colon + 1, colon + 1 + length).toString();
      said = said.subarray(colon + length + 2);
      const read = saying.parse(JSON.parse(text));
      (read.response === true ? answers : events).push(read);
    }
  });
  return {
    events,
    command: async (command, params = '') => {
      const before = answers.length;
      const text = JSON.stringify({ command, params, token: 'test' });
      socket.write(`${text.length}:${text},`);
      await vi.waitFor(
        () => {
          if (answers[before]?.ok !== true) throw new Error(`${command}: ${answers[before]?.data}`);
        },
        { timeout: 5_000, interval: 20 },
      );
    },
  };
}

async function reach(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
}
