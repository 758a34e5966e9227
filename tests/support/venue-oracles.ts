import { readFileSync } from 'node:fs';
import * as anct from '@gouvfr-anct/lieux-de-mediation-numerique';
import { z } from 'zod';

/** What others say of the standard: its Table Schema, and the library of the national agency. */

type Row = Readonly<Record<string, string>>;

/** The fields of the Table Schema 1.0.2. */
export const schemaFields = z
  .object({
    fields: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['string', 'number', 'date']),
        constraints: z
          .object({ required: z.boolean().optional(), pattern: z.string().optional() })
          .optional(),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('./data/venue-standard-1.0.2.schema.json', import.meta.url), 'utf8'),
    ),
  ).fields;

/** The fields that the Table Schema refuses. A pattern is of the whole cell, as Table Schema means it. */
export function refusedBySchema(row: Row): readonly string[] {
  return schemaFields
    .filter(({ name, type, constraints }) => {
      const cell = row[name] ?? '';
      if (cell === '') return constraints?.required === true;
      if (type === 'number') return !Number.isFinite(Number(cell));
      if (type === 'date') return !/^\d{4}-\d{2}-\d{2}$/.test(cell);
      const pattern = constraints?.pattern;
      return pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell);
    })
    .map(({ name }) => name);
}

/** The row as the agency's library reads it; `null` where it refuses it. */
export function readByAnct(row: Row): anct.LieuMediationNumerique | null {
  const { latitude, longitude, ...cells } = Object.fromEntries(
    Object.entries(row).filter(([, cell]) => cell !== ''),
  );
  const position =
    latitude === undefined || longitude === undefined
      ? {}
      : { latitude: Number(latitude), longitude: Number(longitude) };
  try {
    return anct.fromSchemaLieuDeMediationNumerique({
      ...cells,
      ...position,
    } as anct.SchemaLieuMediationNumerique);
  } catch {
    // A postcode of a firm, the old name of France Travail, a telephone of another plan...
    return null;
  }
}
