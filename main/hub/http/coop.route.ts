import { can } from '#src/access';
import { visitsQuery } from '#src/contract';
import { zoneOfPlace } from '#src/geography';
import { err, ok, type Result } from '#src/kernel';
import { coopCells, coopColumns, coopVisitCells, coopVisitColumns } from '#src/statistics';
import { readInstallation } from '../auth/installation.ts';
import { type CoopTable, coopCsvFile, coopXlsxFile } from '../exports/coop-file.ts';
import { readGazetteer } from '../imports/shipped.ts';
import { readCoopVisits } from '../operations/visits.ts';
import type { Services } from '../services.ts';
import { readCoopRequests } from '../storage/coop-store.ts';
import { findVenue } from '../storage/venue-store.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readQuery } from './respond.ts';
import { counting, readCounted } from './statistics.route.ts';

type NamedTable = CoopTable & { readonly name: string };
/** The table that was asked for, or the answer to give instead. */
type ReadTable = (
  services: Services,
  c: HubContext,
  signedIn: SignedIn,
) => Promise<Result<NamedTable, Response>>;

const asCsv =
  (read: ReadTable) => (services: Services) => async (c: HubContext, signedIn: SignedIn) => {
    const table = await read(services, c, signedIn);
    if (!table.ok) return table.error;
    const { name } = table.value;
    return attachment(c, `${name}.csv`, 'text/csv; charset=utf-8', coopCsvFile(table.value));
  };

const asXlsx =
  (read: ReadTable) => (services: Services) => async (c: HubContext, signedIn: SignedIn) => {
    const table = await read(services, c, signedIn);
    if (!table.ok) return table.error;
    return attachment(
      c,
      `${table.value.name}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      await coopXlsxFile(table.value),
    );
  };

/** ST-9: a line a request that the figures of the same period and territory count. */
const requests: ReadTable = async ({ database, config }, c, { account }) => {
  const asked = readCounted(c, account, 'statistics.export');
  if (!asked.ok) return asked;
  const { from, to } = asked.value;
  const gazetteer = await readGazetteer(config.data);
  const counted = await database.transaction(async (tx) =>
    readCoopRequests(tx, await counting(tx, asked.value), gazetteer),
  );
  return ok({ name: `coop-${from}-${to}`, columns: coopColumns, lines: counted.map(coopCells) });
};

/** BO-85: a line a visit of the month at the mediator's own venue. */
const visits: ReadTable = async ({ database, config }, c, { account }) => {
  const query = readQuery(c, visitsQuery);
  if (!query.ok) return query;
  const { month } = query.value;
  const { venueId } = account;
  if (venueId === null || !can(account, 'visit.export', { venueId })) {
    return err(problem(c, 'forbidden'));
  }
  const gazetteer = await readGazetteer(config.data);
  const received = await database.transaction(async (tx) => {
    const venue = await findVenue(tx, venueId);
    const { kind } = await readInstallation(tx);
    const zone = zoneOfPlace(venue?.communeCode ?? null, venue?.postcode ?? '');
    const withTraining = kind === 'demonstration';
    return readCoopVisits(tx, { venueId, month, zone, withTraining }, gazetteer);
  });
  const lines = received.map(coopVisitCells);
  return ok({ name: `coop-${month}`, columns: coopVisitColumns, lines });
};

/** GET /api/statistics/coop.csv?from&to&territory: as French spreadsheets open it by a double click. */
export const coopCsv = asCsv(requests);
/** GET /api/statistics/coop.xlsx, of the same. */
export const coopXlsx = asXlsx(requests);
/** GET /api/visits/coop.csv?month */
export const visitsCsv = asCsv(visits);
/** GET /api/visits/coop.xlsx, of the same. */
export const visitsXlsx = asXlsx(visits);

function attachment(
  c: HubContext,
  name: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  return c.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
}
