import { findingsTableHeader, findingsTableLines } from '../imports/findings.ts';
import { withKeptFile } from '../imports/kept-file.ts';
import { readGazetteer } from '../imports/shipped.ts';
import { readVenueFile, type VenueFileRow } from '../imports/venue-file.ts';
import { type ReadRows, type WriteText, writeStandardCsv } from '../imports/venue-file-writing.ts';
import { logError } from '../log-error.ts';
import type { Services } from '../services.ts';
import type { VenueSetRow } from '../storage/venue-store.ts';
import type { HubContext } from './respond.ts';
import { aboutSet } from './venue-data.route.ts';

/** GET /api/venue-data/:setId/findings.csv?source&departement: an empty value asks for what is not stated. */
export const findings = (services: Services) =>
  aboutSet(services, (c, set) => {
    const isWanted = wantedRows(c.req.query('source'), c.req.query('departement'));
    return csvOf(services, c, set, 'constats', async (read, write) => {
      await write(findingsTableHeader);
      await read(async (row) => {
        if (isWanted(row)) await write(findingsTableLines(row));
      });
    });
  });

/** GET /api/venue-data/:setId/standard.csv: its venues, with what was repaired written in. */
export const standardFile = (services: Services) =>
  aboutSet(services, (c, set) => csvOf(services, c, set, 'lieux', writeStandardCsv));

/** An attachment that is written while the set's file is read again, at the pace of whoever takes it. */
function csvOf(
  { database, config, ports }: Services,
  c: HubContext,
  set: VenueSetRow,
  name: string,
  compose: (read: ReadRows, write: WriteText) => Promise<unknown>,
): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const write: WriteText = (text) => writer.write(encoder.encode(text));
  // The day of the import: what was in the future then is flagged as it was.
  const today = set.importedAt.slice(0, 10);
  const composed = withKeptFile(database, set.id, async (path) => {
    const context = { gazetteer: await readGazetteer(config.data), today };
    await compose((onRow) => readVenueFile(path, context, { onRow }), write);
  });
  composed
    .then(() => writer.close())
    .catch(async (error: unknown) => {
      const isLeft = c.req.raw.signal.aborted;
      if (!isLeft) logError(ports, error, { correlationId: c.get('correlationId') });
      // What was sent is not whole: it breaks rather than end.
      await writer.abort(error).catch(() => undefined);
    });
  return c.body(readable, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}-${today}.csv"`,
    'X-Content-Type-Options': 'nosniff',
  });
}

function wantedRows(source: string | undefined, departement: string | undefined) {
  const fits = (asked: string | undefined, value: string | null) =>
    asked === undefined || asked === (value ?? '');
  return (row: VenueFileRow) => fits(source, row.source) && fits(departement, row.departement);
}
