import { distanceKm, type Gazetteer, type Position } from '#src/geography';
import {
  answerWish,
  buildVenueIndex,
  detourKm,
  farthestKm,
  searchVenues,
  services,
  type Venue,
  type VenueQuery,
} from '#src/venues';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer, shippedVenues } from '../../main/hub/imports/shipped.ts';
import { readVenueFile } from '../../main/hub/imports/venue-file.ts';
import { type Bench, medianMs } from './bench.ts';

const today = '2026-03-01';
const queryCount = 1_000;

/** The goal of the search: nobody waits for it while somebody is on the line. */
const instantMs = 20;

export const bench: Bench = {
  name: 'venues',
  summary: 'search of the nearest venues, against a scan of all of them',
  run: async (report) => {
    const gazetteer = await readGazetteer(shippedData);
    const venues = await readShipped(gazetteer);
    const index = buildVenueIndex(venues);
    const queries = askedFromTowns(gazetteer);
    const searched = timesMs(queries, (query) => searchVenues(index, query, today));
    const scanned = timesMs(queries, (query) => scan(venues, query));
    for (const [name, part] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const value = quantile(searched, part);
      report({
        measure: `search of 20 with a service and two wishes, ${name}`,
        unit: 'ms',
        value,
        baseline: {
          what: `scan of ${venues.length} venues, ${name}`,
          value: quantile(scanned, part),
        },
        ...(name === 'p99'
          ? { goal: { text: `under ${instantMs} ms`, met: value < instantMs } }
          : {}),
      });
    }
    report({
      measure: 'index of all venues built',
      unit: 'ms',
      value: await medianMs(9, () => buildVenueIndex(venues)),
    });
    report({
      measure: 'shipped file read and checked',
      unit: 'ms',
      value: await medianMs(3, () => readShipped(gazetteer)),
    });
  },
};

async function readShipped(gazetteer: Gazetteer): Promise<readonly Venue[]> {
  const venues: Venue[] = [];
  await readVenueFile(
    shippedVenues(shippedData),
    { gazetteer, today },
    {
      onRow: ({ result }) => {
        if (result.ok) venues.push(result.value.venue);
      },
    },
  );
  return venues;
}

/** The same questions in every run: from the largest communes, in turn about each service. */
function askedFromTowns(gazetteer: Gazetteer): readonly VenueQuery[] {
  const places = ['saint', 'la', 'le', 'ville', 'mont', 'bourg']
    .flatMap((word) => gazetteer.search(word, queryCount))
    .flatMap(({ position }): readonly Position[] => (position === null ? [] : [position]));
  return places.slice(0, queryCount).map((near, turn) => ({
    near,
    service: services[turn % services.length] ?? null,
    wishes: ['free', 'individual'],
    limit: 20,
  }));
}

/** What one writes without an index: every venue measured, then sorted. It gives no reasons. */
function scan(venues: readonly Venue[], query: VenueQuery): readonly Venue[] {
  const { near, service, wishes, limit } = query;
  return venues
    .flatMap((venue) => {
      if (service !== null && !venue.services.includes(service)) return [];
      if (venue.position === null || venue.doubts.includes('position-doubtful')) return [];
      const distance = distanceKm(near, venue.position);
      if (distance > farthestKm) return [];
      const detour = wishes.reduce((sum, wish) => sum + detourKm[answerWish(venue, wish)], 0);
      return [{ venue, cost: distance + detour }];
    })
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, limit)
    .map(({ venue }) => venue);
}

function timesMs(queries: readonly VenueQuery[], work: (query: VenueQuery) => unknown) {
  for (const query of queries.slice(0, 50)) work(query);
  const times = queries.map((query) => {
    const began = performance.now();
    work(query);
    return performance.now() - began;
  });
  return times.toSorted((a, b) => a - b);
}

const quantile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
