import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { Gazetteer, Position } from '#src/geography';
import {
  buildVenueIndex,
  noFilters,
  type SearchContext,
  searchVenues,
  services,
  shippedWeights,
  type Venue,
  type VenueFilters,
  type VenueQuery,
} from '#src/venues';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer, shippedVenues } from '../../main/hub/imports/shipped.ts';
import { readVenueFile } from '../../main/hub/imports/venue-file.ts';
import { type Bench, type Finding, medianMs } from './bench.ts';
import { byCompiledHours, byLibrary, scanOf } from './venue-scan.ts';

const now = '2026-03-01T09:00:00Z';
const limit = 20;
const queryCount = 1_000;
/** A scan takes long; its median needs fewer. */
const scanCount = 60;

/** Nobody waits for a search while somebody is on the line. */
const instantMs = 5;
const mostTimesAtTen = 2;
const leastTimesFaster = 20;

const context: SearchContext = {
  now,
  weights: shippedWeights,
  disputed: 'to-check',
  freeFrom: new Map(),
  referrals: new Map(),
};

export const bench: Bench = {
  name: 'venues',
  summary:
    'the best 20 venues by three filters and open-at, against scans of all and the bare tree',
  run: async (report) => {
    const gazetteer = await readGazetteer(shippedData);
    const venues = await readShipped(gazetteer);
    const many = Array.from({ length: 10 }, (_, copy) => jittered(venues, copy)).flat();
    const queries = askedFromTowns(gazetteer);
    const counts = `${venues.length} venues`;

    const index = buildVenueIndex(venues);
    const search = (query: VenueQuery) => searchVenues(index, query, context);
    checkAgainstScan(venues, queries.slice(0, scanCount), search);
    const searched = timesMs(queries, search);
    const tree = bareTree(venues);
    const floor = timesMs(queries, ({ near }) =>
      around(tree, near.longitude, near.latitude, limit),
    );
    const bare = `the nearest ${limit} of the bare tree (kdbush), without filters`;
    report(
      against(
        `search of ${counts}, p50`,
        quantile(searched, 0.5),
        `${bare}, p50`,
        quantile(floor, 0.5),
      ),
    );
    const p99 = quantile(searched, 0.99);
    report({
      ...against(`search of ${counts}, p99`, p99, `${bare}, p99`, quantile(floor, 0.99)),
      goal: { text: `under ${instantMs} ms`, met: p99 < instantMs },
    });

    const scanned = queries.slice(0, scanCount);
    const compiled = timesMs(scanned, scanOf(venues, byCompiledHours(venues), context));
    const library = timesMs(scanned, scanOf(venues, byLibrary(venues), context));
    for (const [hours, times] of [
      ['hours by our compiled texts', compiled],
      ['hours by the opening_hours library, each text parsed once', library],
    ] as const) {
      const median = quantile(times, 0.5);
      const p50 = quantile(searched, 0.5);
      report({
        ...against(
          `search of ${counts}, p50`,
          p50,
          `a warm scan of all of them, ${hours}, p50`,
          median,
        ),
        goal: {
          text: `${leastTimesFaster} times faster than the scan`,
          met: p50 * leastTimesFaster <= median,
        },
      });
      report({ measure: `a warm scan, ${hours}, p99`, unit: 'ms', value: quantile(times, 0.99) });
    }

    const manyIndex = buildVenueIndex(many);
    const manySearched = timesMs(queries, (query) => searchVenues(manyIndex, query, context));
    for (const part of [0.5, 0.99]) {
      const value = quantile(manySearched, part);
      const baseline = quantile(searched, part);
      const name = `p${part * 100}`;
      report({
        ...against(
          `search of ten times as many, ${name}`,
          value,
          `search of ${counts}, ${name}`,
          baseline,
        ),
        ...(part === 0.99
          ? {
              goal: {
                text: `at most ${mostTimesAtTen} times`,
                met: value <= mostTimesAtTen * baseline,
              },
            }
          : {}),
      });
    }

    for (const [name, all] of [
      [counts, venues],
      ['ten times as many', many],
    ] as const) {
      const built = await medianMs(1, () => buildVenueIndex(all));
      report({ measure: `index of ${name} built`, unit: 'ms', value: built });
      const megabytes = memoryOf(() => buildVenueIndex(all)) / 2 ** 20;
      report({
        measure: `memory of the index of ${name}, beside the venues`,
        unit: 'MiB',
        value: megabytes,
      });
    }
    report({
      measure: 'shipped file read and checked',
      unit: 'ms',
      value: await medianMs(1, () => readShipped(gazetteer)),
    });
  },
};

const against = (measure: string, value: number, what: string, baseline: number): Finding => ({
  measure,
  unit: 'ms',
  value,
  baseline: { what, value: baseline },
});

async function readShipped(gazetteer: Gazetteer): Promise<readonly Venue[]> {
  const venues: Venue[] = [];
  await readVenueFile(
    shippedVenues(shippedData),
    { gazetteer, today: now.slice(0, 10) },
    {
      onRow: ({ result }) => {
        if (result.ok) venues.push(result.value.venue);
      },
    },
  );
  return venues;
}

/** The same venues within five kilometres of where they are, always the same. */
function jittered(venues: readonly Venue[], copy: number): readonly Venue[] {
  const shift = (place: number) => ((place * 7919) % 1000) / 1000 - 0.5;
  return venues.map((venue, place) => ({
    ...venue,
    id: `${venue.id} ${copy}`,
    position:
      venue.position === null || copy === 0
        ? venue.position
        : {
            latitude: venue.position.latitude + 0.09 * shift(place + copy),
            longitude: venue.position.longitude + 0.09 * shift(3 * place + 5 * copy),
          },
  }));
}

/** The same questions in every run: from the largest towns, in turn about each service and each time. */
function askedFromTowns(gazetteer: Gazetteer): readonly VenueQuery[] {
  const towns = ['saint', 'la', 'le', 'ville', 'mont', 'bourg']
    .flatMap((word) => gazetteer.search(word, queryCount))
    .flatMap(({ position }): readonly Position[] => (position === null ? [] : [position]));
  const thirds: readonly Partial<VenueFilters>[] = [
    { supportModes: ['individual'] },
    { programmes: ['France Services', 'Conseillers numériques'] },
    { specialCare: ['motor-disability', 'illiteracy'] },
  ];
  const instants = ['2026-03-04T13:30:00Z', '2026-03-06T09:00:00Z', '2026-03-07T10:00:00Z'];
  return Array.from({ length: queryCount }, (_, turn) => ({
    near: towns[turn % towns.length] ?? { latitude: 44.52, longitude: 3.5 },
    filters: {
      ...noFilters,
      services: services.slice(turn % services.length, (turn % services.length) + 1),
      fees: ['free'],
      ...thirds[Math.floor(turn / services.length) % thirds.length],
      openAt: instants[turn % instants.length] ?? null,
    },
    wishes: [],
    limit,
  }));
}

/** A search that finds something else than the scan would be fast for nothing. */
function checkAgainstScan(
  venues: readonly Venue[],
  queries: readonly VenueQuery[],
  search: (query: VenueQuery) => readonly { readonly venue: Venue }[],
): void {
  const scan = scanOf(venues, byCompiledHours(venues), context);
  for (const query of queries) {
    const found = search(query).map(({ venue }) => venue.id);
    if (
      found.join() !==
      scan(query)
        .map(({ id }) => id)
        .join()
    ) {
      throw new Error(`The search and the scan differ on ${JSON.stringify(query)}.`);
    }
  }
}

function bareTree(venues: readonly Venue[]): KDBush {
  const positions = venues.flatMap(({ position }) => (position === null ? [] : [position]));
  const tree = new KDBush(positions.length);
  for (const { latitude, longitude } of positions) tree.add(longitude, latitude);
  return tree.finish();
}

/** How long each query takes, shortest first: the median of five runs, for a machine does other things too. */
function timesMs(queries: readonly VenueQuery[], work: (query: VenueQuery) => unknown) {
  const runs = [0, 1, 2, 3, 4, 5].map(() =>
    queries.map((query) => {
      const began = performance.now();
      work(query);
      return performance.now() - began;
    }),
  );
  return queries
    .map((_, place) =>
      quantile(
        runs
          .slice(1)
          .map((run) => run[place] ?? 0)
          .toSorted(ascending),
        0.5,
      ),
    )
    .toSorted(ascending);
}

const ascending = (a: number, b: number) => a - b;

const quantile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Bytes that stay in use once it is made. */
function memoryOf(make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const made = make();
  const bytes = used() - before;
  return made === undefined ? 0 : bytes;
}
