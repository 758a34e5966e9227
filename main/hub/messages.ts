import { z } from 'zod';

/** What a hub that runs as a child process tells the shell that started it. */
export const hubMessage = z.discriminatedUnion('kind', [
  /** A long work of the first start: `done` of `total` rows. */
  z.strictObject({
    kind: z.literal('progress'),
    work: z.literal('venues'),
    done: z.int().nonnegative(),
    total: z.int().positive(),
  }),
  /** `token` creates the first administrator; `null` where there is one. */
  z.strictObject({ kind: z.literal('ready'), address: z.url(), token: z.string().nullable() }),
  /** It cannot start: `sentence` says to a person why, and what to do. The process ends. */
  z.strictObject({ kind: z.literal('failed'), sentence: z.string() }),
  /** Somebody at the desk asks for the demonstration beside this installation. */
  z.strictObject({ kind: z.literal('open-demonstration') }),
]);
export type HubMessage = z.infer<typeof hubMessage>;

/** What the shell tells the hub. */
export const shellMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stop') }),
  /** The answer to `open-demonstration`; `null` where it could not be opened. */
  z.strictObject({ kind: z.literal('demonstration'), address: z.url().nullable() }),
]);
export type ShellMessage = z.infer<typeof shellMessage>;
