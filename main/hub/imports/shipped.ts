import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { buildGazetteer, type Gazetteer, readCommunes } from '#src/geography';
import { InvariantError } from '#src/kernel';

/** The venues that ship, in the program's `data` folder. */
export function shippedVenues(data: string): string {
  return join(data, 'venues', 'lieux-de-mediation-numerique.csv.gz');
}

/** The communes that ship. They are part of the program: a fault in them is a bug. */
export async function readGazetteer(data: string): Promise<Gazetteer> {
  const packed = await readFile(join(data, 'geography', 'communes.json.gz'));
  const unpacked = await promisify(gunzip)(packed);
  const communes = readCommunes(JSON.parse(unpacked.toString('utf8')));
  if (communes.ok) return buildGazetteer(communes.value);
  throw new InvariantError(`communes.json.gz: ${communes.error.code}, row ${communes.error.row}`);
}
