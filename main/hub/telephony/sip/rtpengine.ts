import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '#src/kernel';

/** What rtpengine's control protocol carries: texts, whole numbers, bytes, lists and tables. */
export type Wire =
  | string
  | number
  | Uint8Array
  | readonly Wire[]
  | { readonly [key: string]: Wire };

/** Bencode, as rtpengine reads it. */
export function encodeWire(value: Wire): Buffer {
  if (typeof value === 'number') return Buffer.from(`i${Math.trunc(value)}e`);
  if (typeof value === 'string') return encodeWire(Buffer.from(value));
  if (value instanceof Uint8Array) return Buffer.concat([Buffer.from(`${value.length}:`), value]);
  if (isList(value)) return wrapped('l', value.map(encodeWire));
  return wrapped(
    'd',
    Object.entries(value).flatMap((pair) => pair.map(encodeWire)),
  );
}

function isList(value: Wire): value is readonly Wire[] {
  return Array.isArray(value);
}

function wrapped(kind: 'l' | 'd', parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(kind), ...parts, Buffer.from('e')]);
}

/** What rtpengine says: numbers as they are written. */
export type Wired = string | readonly Wired[] | Table;
export type Table = ReadonlyMap<string, Wired>;

/** A table as rtpengine writes it; `null`: no such table. */
export function decodeTable(bytes: Buffer): Table | null {
  const read = readValue(bytes, 0);
  return read !== null && read.value instanceof Map ? read.value : null;
}

type Read = { readonly value: Wired; readonly next: number };

function readValue(bytes: Buffer, at: number): Read | null {
  const kind = String.fromCharCode(bytes[at] ?? 0);
  if (kind === 'i') {
    const end = bytes.indexOf('e', at);
    return end < 0 ? null : { value: bytes.toString('utf8', at + 1, end), next: end + 1 };
  }
  if (kind === 'l' || kind === 'd') return readMany(bytes, at + 1, kind);
  const colon = bytes.indexOf(':', at);
  const length = Number(bytes.toString('utf8', at, colon));
  if (colon < 0 || !Number.isInteger(length) || colon + length >= bytes.length + 1) return null;
  const start = colon + 1;
  return { value: bytes.toString('utf8', start, start + length), next: start + length };
}

function readMany(bytes: Buffer, from: number, kind: 'l' | 'd'): Read | null {
  const values: Wired[] = [];
  let at = from;
  while (at < bytes.length && bytes[at] !== 'e'.charCodeAt(0)) {
    const read = readValue(bytes, at);
    if (read === null) return null;
    values.push(read.value);
    at = read.next;
  }
  if (at >= bytes.length) return null;
  if (kind === 'l') return { value: values, next: at + 1 };
  const table = new Map<string, Wired>();
  for (let index = 0; index + 1 < values.length; index += 2) {
    const [key, value] = [values[index], values[index + 1]];
    if (typeof key === 'string' && value !== undefined) table.set(key, value);
  }
  return { value: table, next: at + 1 };
}

/** - `unreachable`: nobody answers there; `refused`: it knows no such conversation, or cannot. */
export type MediaFailure = { readonly code: 'unreachable' | 'refused' };

type Asked = Readonly<Record<string, Wire>>;
type Answer = Promise<Result<Table, MediaFailure>>;

export type Rtpengine = (command: string, parameters: Asked) => Answer;

const patienceMs = 5_000;

/** rtpengine at `url`, the address of its HTTP interface. */
export function openRtpengine(url: string): Rtpengine {
  const address = new URL('/ng', url);
  return async (command, parameters) => {
    const cookie = randomUUID();
    const message = encodeWire({ command, ...parameters });
    const body = new Uint8Array(Buffer.concat([Buffer.from(`${cookie} `), message]));
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-rtpengine-ng' },
      body,
      signal: AbortSignal.timeout(patienceMs),
    })
      .then(async (response) => Buffer.from(await response.arrayBuffer()))
      .catch(() => null);
    if (answer === null) return err({ code: 'unreachable' });
    const table = decodeTable(answer.subarray(answer.indexOf(' ') + 1));
    const result = table?.get('result');
    if (table === null || (result !== 'ok' && result !== 'pong')) return err({ code: 'refused' });
    return ok(table);
  };
}
