import { CsvError } from 'csv-parse';
import type { venueImportFailures } from '#src/contract';
import { TooLargeError } from './limited-bytes.ts';

/** Why a file is no file of venues. Nothing of it is kept. */
export type VenueFileFailure = {
  readonly code: Extract<
    (typeof venueImportFailures)[number],
    'unreadable' | 'not-text' | 'not-csv' | 'not-json' | 'missing-columns' | 'too-large'
  >;
  /**
   * Where or why, in no language: the system's error code, the byte that is no text, the line of the CSV,
   * the character of the JSON, the columns that lack, the most bytes that are read.
   */
  readonly detail: string;
};

/** What stops a stream: whoever reads it learns the failure from `failureOf`. */
class VenueFileError extends Error {
  override readonly name = 'VenueFileError';
  readonly failure: VenueFileFailure;
  constructor(failure: VenueFileFailure) {
    super(`${failure.code}: ${failure.detail}`);
    this.failure = failure;
  }
}

/** The error to throw in a stream. */
export function fileError(code: VenueFileFailure['code'], detail: string): Error {
  return new VenueFileError({ code, detail });
}

/** The failure behind what a stream threw; `null` for a bug. */
export function failureOf(error: unknown): VenueFileFailure | null {
  if (error instanceof VenueFileError) return error.failure;
  if (error instanceof TooLargeError) return { code: 'too-large', detail: String(error.most) };
  if (error instanceof CsvError) return { code: 'not-csv', detail: String(error['lines'] ?? '') };
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return null;
  // System errors (EISDIR, EIO) and those of a broken gzip (Z_DATA_ERROR, Z_BUF_ERROR).
  return /^(E[A-Z]+|Z_[A-Z_]+)$/.test(error.code)
    ? { code: 'unreadable', detail: error.code }
    : null;
}
