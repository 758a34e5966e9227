import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { limited } from './limited-bytes.ts';
import { fileError } from './venue-file-failure.ts';

export type TextEncoding = 'utf-8' | 'windows-1252';

/** A file of text that was looked through once: what it is written in is known before a row is read. */
export type VenueText = {
  readonly encoding: TextEncoding;
  /** What it begins with, spaces aside: `[` and `{` are JSON. */
  readonly firstSign: string;
  /** Reads it, from its beginning. */
  readonly read: (onProgress?: OnProgress) => AsyncIterable<string>;
};

/** Bytes read, of the file's size: at most once a piece of the file. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Looks through the file: compressed or not by its first bytes; UTF-8 unless its bytes are none, then
 * Windows-1252, in which spreadsheets write. All of it is looked at, for a byte that tells the two apart may be the last.
 */
export async function openVenueText(file: FileHandle, largestBytes: number): Promise<VenueText> {
  const { size } = await file.stat();
  const isPacked = await beginsAsGzip(file);
  const read = (onProgress?: OnProgress) => {
    const bytes = limited(
      file.createReadStream({ start: 0, autoClose: false }),
      largestBytes,
      (done) => onProgress?.(done, size),
    );
    return limited(isPacked ? pipeline(bytes, createGunzip(), toldByReader) : bytes, largestBytes);
  };
  const { isUtf8, firstSign } = await lookThrough(read());
  const encoding = isUtf8 ? 'utf-8' : 'windows-1252';
  if (!isUtf8) await checkWindows(read());
  return { encoding, firstSign, read: (onProgress) => decode(read(onProgress), encoding) };
}

/** Whether the file is compressed by gzip, by its first bytes. */
export async function beginsAsGzip(file: FileHandle): Promise<boolean> {
  const magic = Buffer.alloc(2);
  await file.read(magic, 0, 2, 0);
  return magic[0] === 0x1f && magic[1] === 0x8b;
}

/** What breaks a pipeline is thrown at whoever reads its end: nothing more to do here. */
const toldByReader = () => undefined;

async function lookThrough(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly isUtf8: boolean; readonly firstSign: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let done = 0;
  let start = '';
  for await (const chunk of chunks) {
    const zero = chunk.indexOf(0);
    if (zero >= 0) throw fileError('not-text', String(done + zero));
    done += chunk.length;
    isUtf8 = isUtf8 && decodes(decoder, chunk);
    if (start === '')
      start = Buffer.from(chunk).toString('latin1').replace(byteOrderMark, '').trimStart();
  }
  return { isUtf8: isUtf8 && decodes(decoder, null), firstSign: start.slice(0, 1) };
}

/** The bytes of UTF-8's mark, as Latin-1 shows them. */
const byteOrderMark = /^ï»¿/;

/** Bytes that stand for nothing in Windows-1252. */
const nothingInWindows = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

async function checkWindows(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let done = 0;
  for await (const chunk of chunks) {
    const place = chunk.findIndex((byte) => nothingInWindows.includes(byte));
    if (place >= 0) throw fileError('not-text', String(done + place));
    done += chunk.length;
  }
}

/** Whether the next piece is UTF-8; `null`: whether the text may end here. */
function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | null): boolean {
  try {
    if (chunk === null) decoder.decode();
    else decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The decoder takes a byte order mark away. */
async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
