import { createWriteStream } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { err, ok, type Result } from '#src/kernel';
import { largestUnpackedBytes, limited, TooLargeError } from './limited-bytes.ts';
import {
  type AddressPolicy,
  checkAddress,
  PrivateAddressError,
  publicLookup,
} from './public-address.ts';

/** What the address said of its file when it was last taken, so that the same is not sent again. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export type FetchFailure = {
  readonly code: 'address-refused' | 'address-unreachable' | 'address-failed' | 'too-large';
  /** The reason, the HTTP status, the system's code, or the most bytes that are read. */
  readonly detail: string;
};

export type FetchLimits = {
  /** The most that may be sent, and the most that it may unpack to. */
  readonly largestBytes: number;
  readonly largestUnpackedBytes: number;
  /** The longest silence, and the longest time for the whole. */
  readonly idleMs: number;
  readonly wholeMs: number;
};

export const usualLimits: FetchLimits = {
  largestBytes: 64_000_000,
  largestUnpackedBytes,
  idleMs: 30_000,
  wholeMs: 10 * 60_000,
};

export type FetchOptions = {
  readonly policy: AddressPolicy;
  readonly validators: Validators;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => Promise<void> | void;
};

type Fetched = Result<Validators | 'not-newer', FetchFailure>;

const tooSlow: FetchFailure = { code: 'address-unreachable', detail: 'timeout' };

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** VE-66: writes what the address answers to a file, unless it is what was taken last. Every redirection is checked anew. */
export async function fetchFile(
  address: string,
  path: string,
  options: FetchOptions,
): Promise<Fetched> {
  const { limits, signal } = options;
  const until = AbortSignal.any([signal, AbortSignal.timeout(limits.wholeMs)]);
  try {
    return await follow(address, path, { ...options, signal: until }, mostRedirects);
  } catch (error) {
    signal.throwIfAborted();
    return err(until.aborted ? tooSlow : failureOf(error));
  }
}

async function follow(
  address: string,
  path: string,
  options: FetchOptions,
  redirectsLeft: number,
): Promise<Fetched> {
  const url = checkAddress(address, options.policy);
  if (typeof url === 'string') return err({ code: 'address-refused', detail: url });
  const answer = await ask(url, options);
  const { statusCode: status = 0, headers } = answer;
  if (status === 200) return take(answer, path, options);
  // The body is of no use; nor is the connection then.
  answer.destroy();
  if (status === 304) return ok('not-newer');
  if (!redirects.has(status) || headers.location === undefined) {
    return err({ code: 'address-failed', detail: String(status) });
  }
  if (redirectsLeft === 0) return err({ code: 'address-refused', detail: 'too-many-redirects' });
  const next = URL.parse(headers.location, url.href);
  return follow(next?.href ?? headers.location, path, options, redirectsLeft - 1);
}

class SilenceError extends Error {}

function ask(url: URL, { policy, validators, limits, signal }: FetchOptions) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = {
    agent: false as const,
    lookup: publicLookup(policy),
    signal,
    timeout: limits.idleMs,
    headers: {
      'user-agent': 'Aiguillage',
      accept: 'text/csv, application/json, application/gzip;q=0.9, */*;q=0.5',
      'accept-encoding': 'gzip',
      ...(validators.etag === null ? {} : { 'if-none-match': validators.etag }),
      ...(validators.lastModified === null ? {} : { 'if-modified-since': validators.lastModified }),
    },
  };
  const asked =
    url.protocol === 'https:' ? https.request(url, request) : http.request(url, request);
  const waitedFor: { stream: ClientRequest | IncomingMessage } = { stream: asked };
  asked.once('response', (answer) => {
    waitedFor.stream = answer;
    resolve(answer);
  });
  asked.once('error', reject);
  asked.once('timeout', () => waitedFor.stream.destroy(new SilenceError()));
  asked.end();
  return promise;
}

async function take(
  answer: IncomingMessage,
  path: string,
  { limits, signal, onProgress }: FetchOptions,
): Promise<Fetched> {
  const { headers } = answer;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!/^(identity|gzip|x-gzip)$/i.test(encoding)) {
    answer.destroy();
    return err({ code: 'address-failed', detail: `content-encoding ${encoding}` });
  }
  const total = Number(headers['content-length'] ?? Number.NaN);
  const sent = (chunks: AsyncIterable<Uint8Array>) =>
    limited(chunks, limits.largestBytes, (done) =>
      onProgress(done, Number.isSafeInteger(total) ? total : null),
    );
  const unpacked = (chunks: AsyncIterable<Uint8Array>) =>
    limited(chunks, limits.largestUnpackedBytes);
  const file = createWriteStream(path, { mode: 0o600 });
  if (encoding === 'identity') await pipeline(answer, sent, file, { signal });
  else await pipeline(answer, sent, createGunzip(), unpacked, file, { signal });
  return ok({ etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null });
}

function failureOf(error: unknown): FetchFailure {
  if (error instanceof TooLargeError) return { code: 'too-large', detail: String(error.most) };
  if (error instanceof PrivateAddressError) return { code: 'address-refused', detail: 'private' };
  if (error instanceof SilenceError) return tooSlow;
  if (!(error instanceof Error)) throw error;
  // A system's code (ECONNREFUSED, ENOTFOUND), one of TLS, of HTTP's parser, or of a broken gzip.
  if ('code' in error && typeof error.code === 'string') {
    return { code: 'address-unreachable', detail: error.code };
  }
  throw error;
}
