import { ok, type Result } from '#src/kernel';
import { type CoopCell, coopCells } from '#src/statistics';
import { coopCsvFile, coopXlsxFile } from '../exports/coop-file.ts';
import { readGazetteer } from '../imports/shipped.ts';
import type { Services } from '../services.ts';
import { readCoopRequests } from '../storage/coop-store.ts';
import type { SignedIn } from './doors.ts';
import type { HubContext } from './respond.ts';
import { counting, readCounted } from './statistics.route.ts';

type Table = { readonly name: string; readonly lines: readonly (readonly CoopCell[])[] };

/** GET /api/statistics/coop.csv?from&to&territory: as French spreadsheets open it by a double click. */
export const coopCsv = (services: Services) => async (c: HubContext, signedIn: SignedIn) => {
  const table = await readTable(services, c, signedIn);
  if (!table.ok) return table.error;
  const { name, lines } = table.value;
  return attachment(c, `${name}.csv`, 'text/csv; charset=utf-8', coopCsvFile(lines));
};

/** GET /api/statistics/coop.xlsx, of the same. */
export const coopXlsx = (services: Services) => async (c: HubContext, signedIn: SignedIn) => {
  const table = await readTable(services, c, signedIn);
  if (!table.ok) return table.error;
  const { name, lines } = table.value;
  return attachment(
    c,
    `${name}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    await coopXlsxFile(lines),
  );
};

/** ST-9: a line a request that the figures of the same period and territory count. */
async function readTable(
  { database, config }: Services,
  c: HubContext,
  { account }: SignedIn,
): Promise<Result<Table, Response>> {
  const asked = readCounted(c, account, 'statistics.export');
  if (!asked.ok) return asked;
  const { from, to } = asked.value;
  const gazetteer = await readGazetteer(config.data);
  const requests = await database.transaction(async (tx) =>
    readCoopRequests(tx, await counting(tx, asked.value), gazetteer),
  );
  return ok({ name: `coop-${from}-${to}`, lines: requests.map(coopCells) });
}

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
