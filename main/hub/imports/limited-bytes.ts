/** More was sent, or unpacked, than is read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  /** The most bytes that are read. */
  readonly most: number;
  constructor(most: number) {
    super(`more than ${most} bytes`);
    this.most = most;
  }
}

/** The most that a file of venues may hold once it is unpacked: ten times the national set. */
export const largestUnpackedBytes = 200_000_000;

/** Passes the bytes on, tells how many they are, and throws once they are too many. */
export async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  onRead?: (done: number) => Promise<void> | void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    if (done > most) throw new TooLargeError(most);
    await onRead?.(done);
    yield chunk;
  }
}
