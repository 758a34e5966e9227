import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { shippedData } from '../../main/hub/config.ts';
import { shippedVenues } from '../../main/hub/imports/shipped.ts';

/** The rows of the shipped file, as they are written. */
export function shippedRows(): readonly Readonly<Record<string, string>>[] {
  return parse(gunzipSync(readFileSync(shippedVenues(shippedData))), { columns: true });
}
