import { err, ok, type Result } from '#src/kernel';
import type { Commune } from './commune.ts';

/**
 * Reads `data/geography/communes.json.gz` once it is parsed: an array of
 * `[code, name, postcodes, departement, population, latitude | null, longitude | null, extentKm, formerNames]`.
 * Thirty-five thousand rows are read at every start: no schema library is quick enough here.
 */
export function readCommunes(
  json: unknown,
): Result<
  readonly Commune[],
  { readonly code: 'not-a-list' | 'not-a-commune'; readonly row: number }
> {
  if (!Array.isArray(json)) return err({ code: 'not-a-list', row: 0 });
  const communes: Commune[] = [];
  for (const [row, value] of json.entries()) {
    const commune = readCommune(value);
    if (commune === null) return err({ code: 'not-a-commune', row });
    communes.push(commune);
  }
  return ok(communes);
}

function readCommune(row: unknown): Commune | null {
  if (!Array.isArray(row)) return null;
  const cells: readonly unknown[] = row;
  const [
    code,
    name,
    postcodes,
    departement,
    population,
    latitude,
    longitude,
    extentKm,
    formerNames,
  ] = cells;
  if (typeof code !== 'string' || typeof name !== 'string' || typeof departement !== 'string') {
    return null;
  }
  if (typeof population !== 'number' || typeof extentKm !== 'number') return null;
  if (!isTexts(postcodes) || !isTexts(formerNames)) return null;
  const position =
    typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
  return { code, name, postcodes, departement, population, position, extentKm, formerNames };
}

function isTexts(cell: unknown): cell is readonly string[] {
  return Array.isArray(cell) && cell.every((text) => typeof text === 'string');
}
