import { parseArgs } from 'node:util';
import { type Gazetteer, isPosition, type Position } from '#src/geography';
import { ok, type Result } from '#src/kernel';
import {
  buildVenueIndex,
  type Service,
  searchVenues,
  services,
  type Venue,
  type VenueMatch,
} from '#src/venues';
import { shippedData } from '../../hub/config.ts';
import { readGazetteer, shippedVenues } from '../../hub/imports/shipped.ts';
import { readVenueFile, type VenueFileFailure } from '../../hub/imports/venue-file.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { describeFailure } from './venue-failure.ts';

const usage = `Usage : venues search --commune INSEE | --near LAT,LON [options]

Cherche les lieux les plus proches, à vol d'oiseau, dans les lieux livrés avec le programme.

  --service "..."  seulement les lieux qui offrent ce service, dans les mots de la norme nationale
  --limit N        nombre de lieux, de 1 à 1000 (20)
  --data FICHIER   cherche dans ce fichier, sans l'importer
  --json           un objet JSON par lieu {"id","name","commune","distanceKm","reasons"}

Services :
${services.map((service) => `  ${service}`).join('\n')}
`;

type Search = {
  readonly from: { readonly commune: string } | { readonly near: Position };
  readonly service: Service | null;
  readonly limit: number;
  readonly file: string;
  readonly json: boolean;
};

export const venueSearch: Command = {
  name: 'venues search',
  summary: "cherche les lieux près d'une commune ou d'un point",
  run: async (args, io) => {
    if (args.includes('--help')) {
      io.out.write(usage);
      return 0;
    }
    const search = readSearch(args);
    if (typeof search === 'string') {
      io.err.write(search);
      return 2;
    }
    return printMatches(search, io);
  },
};

/** The search that the arguments ask for, else what is wrong with them. */
function readSearch(args: readonly string[]): Search | string {
  const parsed = readArguments(() =>
    parseArgs({
      // "--near -20.9,55.4": a value that begins with a sign is no option.
      args: args.map((arg, place) => (args[place - 1] === '--near' ? ` ${arg}` : arg)),
      options: {
        commune: { type: 'string' },
        near: { type: 'string' },
        service: { type: 'string' },
        limit: { type: 'string', default: '20' },
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }),
  );
  if (parsed === null) return usage;
  const { commune, near, service, limit, data, json } = parsed.values;
  const from = readOrigin(commune, near);
  if (from === null) return usage;
  const offered = services.find((candidate) => candidate === service) ?? null;
  if (service !== undefined && offered === null) return `Service inconnu : ${service}\n\n${usage}`;
  if (!/^[1-9]\d{0,2}$|^1000$/.test(limit))
    return `Nombre de lieux incorrect : ${limit}\n\n${usage}`;
  return {
    from,
    service: offered,
    limit: Number(limit),
    file: data ?? shippedVenues(shippedData),
    json,
  };
}

function readOrigin(commune: string | undefined, near: string | undefined): Search['from'] | null {
  if (commune !== undefined) return near === undefined ? { commune } : null;
  const [, latitude, longitude] =
    /^\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*$/.exec(near ?? '') ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const position = { latitude: Number(latitude), longitude: Number(longitude) };
  return isPosition(position) ? { near: position } : null;
}

async function printMatches(search: Search, io: CommandIo): Promise<ExitCode> {
  const refuse = (sentence: string): ExitCode => {
    io.err.write(`${sentence}\n`);
    return 1;
  };
  const gazetteer = await readGazetteer(shippedData);
  const commune = 'commune' in search.from ? gazetteer.byCode(search.from.commune) : null;
  if ('commune' in search.from && commune === null)
    return refuse(`Commune inconnue : ${search.from.commune}`);
  const near = 'near' in search.from ? search.from.near : (commune?.position ?? null);
  if (near === null) return refuse(`La position de ${commune?.name} n'est pas connue.`);
  const today = new Date().toISOString().slice(0, 10);
  const venues = await readVenues(search.file, gazetteer, today);
  if (!venues.ok) return refuse(describeFailure(venues.error));
  const { service, limit } = search;
  const query = { near, service, wishes: [], limit };
  for (const match of searchVenues(buildVenueIndex(venues.value), query, today)) {
    io.out.write(search.json ? `${JSON.stringify(asJson(match))}\n` : asText(match));
  }
  return 0;
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

const asJson = ({ venue, distanceKm, reasons }: VenueMatch) => ({
  id: venue.id,
  name: venue.name,
  commune: venue.commune,
  distanceKm,
  reasons,
});

const asText = ({ venue, distanceKm }: VenueMatch) =>
  `${String(distanceKm).padStart(6)} km  ${venue.name}, ${venue.postcode} ${venue.commune}\n`;
