import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  qualityReport,
  type VenueDataView,
  type VenueSetView,
  venueAddressRequest,
  venueDataView,
  venueDifference,
  venueSetDecision,
} from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { usualLimits } from '../imports/fetch-file.ts';
import { limited, TooLargeError } from '../imports/limited-bytes.ts';
import { checkAddress } from '../imports/public-address.ts';
import { publishSet } from '../imports/publish-set.ts';
import type { OnBytes } from '../imports/venue-imports.ts';
import type { Services } from '../services.ts';
import type { Queries } from '../storage/database.ts';
import { readFeed, setAddress } from '../storage/venue-feed-store.ts';
import { discardVenueSet, shrinksAgainst } from '../storage/venue-publication.ts';
import {
  countsOf,
  currentVenueSet,
  findVenueSet,
  type VenueSetRow,
  venueSetIn,
} from '../storage/venue-store.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** GET /api/venue-data */
export const venueData = (services: Services) => async (c: HubContext) =>
  c.json(await viewOf(services));

/** POST /api/venue-data/file: answers once the file has arrived; it is read after that. */
export const sendVenueFile = (services: Services) => async (c: HubContext) => {
  const { body } = c.req.raw;
  const name = fileName(c.req.header('x-file-name'));
  if (body === null) return problem(c, 'invalid-request', 'body');
  if (name === null) return problem(c, 'invalid-request', 'x-file-name');
  const total = Number(c.req.header('content-length') ?? Number.NaN);
  const { promise: arrived, resolve: onArrived } =
    Promise.withResolvers<Awaited<ReturnType<typeof receive>>>();
  const started = await services.imports.start({
    origin: name,
    policy: 'wait',
    obtain: async (path, onBytes) => {
      const received = await receive(body, path, (done) =>
        onBytes(done, Number.isSafeInteger(total) ? total : null),
      );
      onArrived(received);
      return received;
    },
  });
  if (started === 'already-importing') return problem(c, 'already-importing', 'importing');
  // An import that ends before it was given its file has said why in `last`.
  const received = await Promise.race([arrived, services.imports.settled()]);
  if (received?.ok === false && received.error.code === 'too-large') return problem(c, 'too-large');
  return c.json(await viewOf(services));
};

/** Puts what is sent in a file. */
async function receive(
  body: NonNullable<Request['body']>,
  path: string,
  onBytes: (done: number) => ReturnType<OnBytes>,
): Promise<
  Result<'ready', { readonly code: 'too-large' | 'interrupted'; readonly detail: string }>
> {
  const { largestBytes } = usualLimits;
  try {
    const counted = (chunks: AsyncIterable<Uint8Array>) => limited(chunks, largestBytes, onBytes);
    const file = createWriteStream(path, { mode: 0o600 });
    await pipeline(Readable.from(body), counted, file);
    return ok('ready');
  } catch (error) {
    return err(
      error instanceof TooLargeError
        ? { code: 'too-large', detail: String(error.most) }
        : { code: 'interrupted', detail: '' },
    );
  }
}

const longestName = 200;

/** The name that the file had on its sender's machine, to be shown; never a path to open. */
function fileName(header: string | undefined): string | null {
  try {
    const name =
      decodeURIComponent(header ?? '')
        .split(/[/\\]/)
        .at(-1) ?? '';
    const shown = name.replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, '').trim();
    return shown === '' || shown.length > longestName ? null : shown;
  } catch {
    return null;
  }
}

/** POST /api/venue-data/fetch */
export const fetchVenues = (services: Services) => async (c: HubContext) => {
  const started = await services.imports.fetchNow();
  if (started === 'already-importing') return problem(c, 'already-importing', 'importing');
  return c.json(await viewOf(services));
};

/** POST /api/venue-data/publish */
export const publishVenues = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, venueSetDecision);
  if (!body.ok) return body.error;
  const { setId, confirmsShrink = false } = body.value;
  const { db } = services.database;
  const set = await findVenueSet(db, setId);
  if (set?.state !== 'waiting') return problem(c, 'not-found');
  const isSmaller = shrinksAgainst(await currentVenueSet(db), set);
  if (isSmaller && !confirmsShrink) return problem(c, 'invalid-request', 'confirmsShrink');
  if (!(await publishSet(services, setId))) return problem(c, 'not-found');
  return c.json(await viewOf(services));
};

/** POST /api/venue-data/discard */
export const discardVenues = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, venueSetDecision);
  if (!body.ok) return body.error;
  const isDone = await discardVenueSet(services.database.db, body.value.setId);
  return isDone ? c.json(await viewOf(services)) : problem(c, 'not-found');
};

/** POST /api/venue-data/address */
export const setVenueAddress = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, venueAddressRequest);
  if (!body.ok) return body.error;
  const allowsLoopback = services.config.fetchesLoopback === true;
  const url = checkAddress(body.value.url, { allowsLoopback });
  if (typeof url === 'string') return problem(c, 'invalid-request', 'url');
  await setAddress(services.database.db, body.value);
  return c.json(await viewOf(services));
};

/** GET /api/venue-data/:setId/report */
export const venueReport = (services: Services) =>
  aboutSet(services, (c, { report }) =>
    report === null ? problem(c, 'not-found') : c.json(qualityReport.parse({ groups: report })),
  );

/** GET /api/venue-data/:setId/difference */
export const venueSetDifference = (services: Services) =>
  aboutSet(services, (c, { differenceList }) =>
    differenceList === null
      ? problem(c, 'not-found')
      : c.json(venueDifference.parse(differenceList)),
  );

/** A route about one set that is current or waits. */
export function aboutSet(
  { database }: Services,
  answer: (c: HubContext, set: VenueSetRow) => Response | Promise<Response>,
) {
  return async (c: HubContext) => {
    const id = venueSetDecision.shape.setId.safeParse(c.req.param('setId'));
    const set = id.success ? await findVenueSet(database.db, id.data) : null;
    return set === null ? problem(c, 'not-found') : answer(c, set);
  };
}

async function viewOf({ database }: Services): Promise<VenueDataView> {
  return database.transaction(async (tx) => {
    const current = await currentVenueSet(tx);
    const waiting = await venueSetIn(tx, 'waiting');
    const { url, isOn, checkedAt, last } = await readFeed(tx);
    return venueDataView.parse({
      current: current === null ? null : setView(current, null),
      waiting: waiting === null ? null : setView(waiting, current),
      importing: await importing(tx),
      last,
      address: { url, isOn, checkedAt },
    });
  });
}

async function importing(queries: Queries): Promise<VenueDataView['importing']> {
  const set = await venueSetIn(queries, 'importing');
  return set === null ? null : { origin: set.origin, done: set.done, total: set.total };
}

function setView(
  set: VenueSetRow,
  against: VenueSetRow | null,
): Record<keyof VenueSetView, unknown> {
  return {
    id: set.id,
    origin: set.origin,
    importedAt: set.importedAt,
    counts: countsOf(set),
    difference: set.difference,
    shrinks: shrinksAgainst(against, set),
  };
}
