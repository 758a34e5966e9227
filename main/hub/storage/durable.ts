import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { InvariantError } from '#src/kernel';

// PGlite starts PostgreSQL with `fsync` off, and its file system ignores the call: what is committed would be in the
// system's memory only, and a power cut would take what desks were told is kept.

/** PGlite's own parameters, but `-F`; of the ways to reach the disk, the one that its file system can be taught. */
export const durableStart: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
];

/** An open file of PGlite: `nfd` is Node's own number for it. */
type OpenFile = { readonly nfd: number; readonly node: { readonly mode: number } };

/** What PGlite's module (Emscripten's) makes of files on a disk. */
type DiskFiles = {
  readonly stream_ops: { fsync?: (file: OpenFile) => number };
  /** Says a failure of Node as PostgreSQL reads it. */
  readonly tryFSOperation: (operation: () => void) => void;
};

/** Lets PostgreSQL's `fsync` reach the disk. `sync` is for tests. */
export function syncToDisk({ Module }: PGlite, sync: (file: number) => void = fsyncSync): void {
  const files: unknown = Module.NODEFS;
  if (!isDiskFiles(files)) throw new InvariantError('PGlite keeps its files in another way now.');
  files.stream_ops.fsync = ({ nfd, node }) => {
    // Windows cannot do it for a folder, and needs not.
    if (process.platform !== 'win32' || !Module.FS.isDir(node.mode)) {
      files.tryFSOperation(() => sync(nfd));
    }
    return 0;
  };
}

function isDiskFiles(value: unknown): value is DiskFiles {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stream_ops' in value &&
    typeof value.stream_ops === 'object' &&
    'tryFSOperation' in value
  );
}
