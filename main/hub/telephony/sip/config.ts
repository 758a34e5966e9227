import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';

/** The operator's own proxy (Kamailio) and voices (rtpengine). */
export type SipNetwork = {
  /** What stands after the @ of an adviser's address. */
  readonly domain: string;
  /** Where desks reach the proxy: a WebSocket's address. */
  readonly socket: string;
  /** Where the hub reaches the proxy, and where the proxy reaches the hub: `host:port`, by TCP. */
  readonly proxy: string;
  readonly listen: string;
  /** Where rtpengine takes commands. */
  readonly media: string;
  /** Where rtpengine tells the keys that callers press: `host:port`, by UDP. */
  readonly keys: string;
  /** Known to the hub and the proxy alone: lets in what the proxy brings, and signs what lets a desk in. */
  readonly secret: string;
  /** A relay for desks whose network lets no voice through, and the secret that it shares with the hub; `null`: there is none. */
  readonly relay: { readonly urls: readonly string[]; readonly secret: string } | null;
};

const hostAndPort = /^[\w.-]+:\d{1,5}$/;

/** Addresses of one relay, with commas between them. */
const relays = /^turns?:[\w.:?=-]+(,turns?:[\w.:?=-]+)*$/;

const environment = z.object({
  AIGUILLAGE_SIP_DOMAIN: z.string().regex(/^[\w.-]+$/, 'AIGUILLAGE_SIP_DOMAIN : sip.exemple.org'),
  AIGUILLAGE_SIP_SOCKET: z.url({
    protocol: /^wss?$/,
    error: 'AIGUILLAGE_SIP_SOCKET : wss://sip.exemple.org/',
  }),
  AIGUILLAGE_SIP_SECRET: z
    .string('AIGUILLAGE_SIP_SECRET est le secret que le hub et Kamailio partagent')
    .regex(/^[\w-]{32,}$/, 'AIGUILLAGE_SIP_SECRET : 32 lettres et chiffres au moins'),
  AIGUILLAGE_SIP_PROXY: z
    .string()
    .regex(hostAndPort, 'AIGUILLAGE_SIP_PROXY : 127.0.0.1:5060')
    .default('127.0.0.1:5060'),
  AIGUILLAGE_SIP_LISTEN: z
    .string()
    .regex(hostAndPort, 'AIGUILLAGE_SIP_LISTEN : 127.0.0.1:5090')
    .default('127.0.0.1:5090'),
  AIGUILLAGE_SIP_MEDIA: z
    .url({ protocol: /^https?$/, error: 'AIGUILLAGE_SIP_MEDIA : http://127.0.0.1:2225' })
    .default('http://127.0.0.1:2225'),
  AIGUILLAGE_SIP_KEYS: z
    .string()
    .regex(hostAndPort, 'AIGUILLAGE_SIP_KEYS : 127.0.0.1:2226')
    .default('127.0.0.1:2226'),
  AIGUILLAGE_SIP_TURN: z
    .string()
    .regex(relays, 'AIGUILLAGE_SIP_TURN : turns:turn.exemple.org:443?transport=tcp')
    .optional(),
  AIGUILLAGE_SIP_TURN_SECRET: z
    .string()
    .regex(/^[\w-]{32,}$/, 'AIGUILLAGE_SIP_TURN_SECRET : 32 lettres et chiffres au moins')
    .optional(),
});

/** SI-1: off unless the environment names a domain; then its parts are needed. The error is a sentence for the operator. */
export function readSipNetwork(
  env: Readonly<Record<string, string | undefined>>,
): Result<SipNetwork | null, string> {
  if (!env['AIGUILLAGE_SIP_DOMAIN']) return ok(null);
  const read = environment.safeParse(env);
  if (!read.success) return err(read.error.issues.map(({ message }) => message).join('\n'));
  const found = read.data;
  const { AIGUILLAGE_SIP_TURN: urls, AIGUILLAGE_SIP_TURN_SECRET: relaySecret } = found;
  if ((urls === undefined) !== (relaySecret === undefined)) {
    return err('AIGUILLAGE_SIP_TURN et AIGUILLAGE_SIP_TURN_SECRET vont ensemble');
  }
  const relay =
    urls === undefined || relaySecret === undefined
      ? null
      : { urls: urls.split(','), secret: relaySecret };
  return ok({
    relay,
    domain: found.AIGUILLAGE_SIP_DOMAIN,
    socket: found.AIGUILLAGE_SIP_SOCKET,
    proxy: found.AIGUILLAGE_SIP_PROXY,
    listen: found.AIGUILLAGE_SIP_LISTEN,
    media: found.AIGUILLAGE_SIP_MEDIA,
    keys: found.AIGUILLAGE_SIP_KEYS,
    secret: found.AIGUILLAGE_SIP_SECRET,
  });
}

/** The host and the port of `host:port`. */
export function splitAddress(address: string): { readonly host: string; readonly port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) };
}
