import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Database } from '../storage/database.ts';
import { addPiece, readPieces } from '../storage/venue-store.ts';
import { beginsAsGzip } from './venue-file-text.ts';

/** A statement carries this much: small beside the memory of a hub. */
const pieceBytes = 1024 * 1024;

/** Keeps the file beside its set, compressed by gzip, so that its findings can be read again. */
export async function keepFile(database: Database, setId: string, path: string): Promise<void> {
  const file = await open(path);
  try {
    const isPacked = await beginsAsGzip(file);
    const read = file.createReadStream({ start: 0, autoClose: false });
    const packed = isPacked ? read : pipeline(read, createGzip(), toldByReader);
    let position = 0;
    for await (const piece of inPieces(packed)) {
      await addPiece(database.db, { setId, position, bytes: piece });
      position += 1;
    }
  } finally {
    await file.close();
  }
}

/** What breaks a pipeline is thrown at whoever reads its end: nothing more to do here. */
const toldByReader = () => undefined;

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(kept);
    kept = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(kept);
}

/** Runs `work` on the file of a set, put in the system's temporary folder meanwhile; `null` for a set without file. */
export async function withKeptFile<Value>(
  database: Database,
  setId: string,
  work: (path: string) => Promise<Value>,
): Promise<Value | null> {
  return withTemporaryFile(async (path) => {
    await writeFile(path, readPieces(database, setId), { mode: 0o600 });
    const { size } = await stat(path);
    return size === 0 ? null : work(path);
  });
}

/** Runs `work` with the path of a file that is not there yet, and removes what it left there. */
export async function withTemporaryFile<Value>(
  work: (path: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-venues-'));
  try {
    return await work(join(folder, 'file'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
