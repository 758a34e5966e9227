import { Temporal } from 'temporal-polyfill';
import { type Gazetteer, type Position, territoryAt, zoneOfDepartement } from '#src/geography';
import { hoursPlaceOf } from '#src/hours';
import { err, ok, type Result } from '#src/kernel';
import {
  buildVenueIndex,
  filterFields,
  remoteVenues,
  type SearchContext,
  searchVenues,
  shippedWeights,
  statedWords,
  type Venue,
  type VenueFilters,
  type VenueMatch,
} from '#src/venues';
import { shippedData } from '../../hub/config.ts';
import { readGazetteer } from '../../hub/imports/shipped.ts';
import { readVenueFile, type VenueFileFailure } from '../../hub/imports/venue-file.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readInstant } from '../read-instant.ts';
import { describeFailure } from './venue-failure.ts';
import { type Origin, readSearch, type Search, usage } from './venue-search-arguments.ts';
import { whyWords } from './venue-search-words.ts';

export const venueSearch: Command = {
  name: 'venues search',
  summary: "cherche les lieux près d'une commune ou d'un point",
  usage,
  run: async (args, io) => {
    const search = readSearch(args);
    if (!search.ok) {
      io.err.write(search.error);
      return 2;
    }
    return printMatches(search.value, io);
  },
};

async function printMatches(search: Search, io: CommandIo): Promise<ExitCode> {
  const refuse = (sentence: string): ExitCode => {
    io.err.write(`${sentence}\n`);
    return 1;
  };
  const gazetteer = await readGazetteer(shippedData);
  const from = findOrigin(search.origin, gazetteer);
  if (!from.ok) return refuse(from.error);
  const { near, zone } = from.value;
  const openAt = search.openAt === null ? null : readInstant(search.openAt, zone);
  if (openAt === null && search.openAt !== null) {
    io.err.write(
      `Instant incorrect : ${search.openAt} (2026-03-04T14:30, ou 2026-03-04T14:30+01:00)\n`,
    );
    return 2;
  }
  const now = Temporal.Now.instant().toString();
  const venues = await readVenues(search.file, gazetteer, now.slice(0, 10));
  if (!venues.ok) return refuse(describeFailure(venues.error));
  const context: SearchContext = {
    now,
    weights: shippedWeights,
    disputed: 'to-check',
    freeFrom: new Map(),
    referrals: new Map(),
  };
  const filters = { ...search.filters, openAt };
  const query = { near, filters, wishes: search.wishes, limit: search.limit };
  const find = search.remote ? remoteVenues : searchVenues;
  for (const match of find(buildVenueIndex(venues.value), query, context)) {
    io.out.write(
      search.json ? `${JSON.stringify(asJson(match, filters))}\n` : asText(match, filters),
    );
  }
  return 0;
}

/** Where a search starts, and the clock there; else why not. */
function findOrigin(
  origin: Origin,
  gazetteer: Gazetteer,
): Result<{ readonly near: Position; readonly zone: string }, string> {
  if (origin.kind === 'point') {
    const { position } = origin;
    return ok({ near: position, zone: zoneOfDepartement(territoryAt(position)) });
  }
  const commune =
    origin.kind === 'commune'
      ? gazetteer.byCode(origin.code)
      : (gazetteer.search(origin.text, 1)[0] ?? null);
  if (commune === null) {
    return err(`Commune inconnue : ${origin.kind === 'commune' ? origin.code : origin.text}`);
  }
  const { name, code, position } = commune;
  if (position === null) return err(`La position de ${name} n'est pas connue.`);
  return ok({ near: position, zone: hoursPlaceOf(code, '').zone });
}

async function readVenues(
  file: string,
  gazetteer: Gazetteer,
  today: string,
): Promise<Result<readonly Venue[], VenueFileFailure>> {
  const venues: Venue[] = [];
  const counts = await readVenueFile(
    file,
    { gazetteer, today },
    {
      onRow: ({ result }) => {
        if (result.ok) venues.push(result.value.venue);
      },
    },
  );
  return counts.ok ? ok(venues) : counts;
}

/** What is said of every venue, and what each filter asked was looked for in. */
function asJson(match: VenueMatch, filters: VenueFilters) {
  const { venue, opening } = match;
  return {
    id: venue.id,
    name: venue.name,
    commune: venue.commune,
    distanceKm: match.distanceKm,
    cost: match.costKm,
    opening: opening === null ? null : { open: opening.open, reason: opening.reason },
    why: whyWords(match, filters),
    reasons: match.reasons,
    updatedOn: venue.updatedOn,
    phone: venue.phone,
    ...Object.fromEntries(
      filterFields
        .filter((field) => filters[field].length > 0)
        .map((field) => [field, statedWords(venue, field)]),
    ),
    ...(filters.openAt === null ? {} : { hours: venue.hoursText }),
    ...(filters.bookable ? { bookingUrl: venue.bookingUrl } : {}),
    ...(filters.accessible ? { accessibilityUrl: venue.accessibilityUrl } : {}),
  };
}

function asText(match: VenueMatch, filters: VenueFilters): string {
  const { name, postcode, commune } = match.venue;
  return `${name}, ${postcode} ${commune}\n    ${whyWords(match, filters)}\n`;
}
