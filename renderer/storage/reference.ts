import { z } from 'zod';
import { type ScriptRef, scriptBundle, trainingPersonas } from '#src/contract';
import { parseDistanceModel } from '#src/distance';
import { buildGazetteer, type Gazetteer, readCommunes } from '#src/geography';
import {
  type CompiledScript,
  checkScript,
  compileScript,
  type Persona,
  parsePersona,
  parseScript,
  parseSolutionCard,
  type SolutionCard,
} from '#src/script';
import { buildVenueIndex, type Venue, type VenueIndex } from '#src/venues';
import type { DeskDatabase } from './database.ts';
import { type SetState, setSource, setSources, useSet, valueIn } from './sets.ts';

/** A script that can run, with the cards that it shows. */
export type ScriptKit = {
  readonly script: CompiledScript;
  readonly cards: readonly SolutionCard[];
};

const communes = setSource('/api/geography/communes', (json) => {
  const read = readCommunes(json);
  return read.ok ? buildGazetteer(read.value) : null;
});
const venues = setSource('/api/venues', (json) => {
  const parsed = venueList.safeParse(json);
  return parsed.success ? buildVenueIndex(parsed.data) : null;
});
const personas = setSource('/api/training/personas', (json) => {
  const parsed = trainingPersonas.safeParse(json);
  return parsed.success ? allOf(parsed.data.personas.map(parsePersona)) : null;
});
const latestScripts = setSources((id) => `/api/scripts/${id}`, readScript);
const scriptVersions = setSources((hash) => `/api/scripts/by-hash/${hash}`, readScript);

/** The hub writes venues in the shape of the domain's own type; twenty thousand are not read twice. */
const venueList = z.array(
  z.custom<Venue>(
    (value) => z.object({ id: z.string(), name: z.string() }).safeParse(value).success,
  ),
);

function readScript(json: unknown): ScriptKit | null {
  const bundle = scriptBundle.safeParse(json);
  if (!bundle.success) return null;
  const document = parseScript(bundle.data.document);
  const models = allOf(bundle.data.models.map(parseDistanceModel));
  const cards = allOf(bundle.data.cards.map(parseSolutionCard));
  if (!document.ok || models === null || cards === null) return null;
  const findings = checkScript(document.value, models);
  if (findings.some(({ severity }) => severity === 'error')) return null;
  return { script: compileScript(document.value, models), cards };
}

/** All the values, or `null` where one could not be read: half a set would be a wrong set. */
function allOf<Value>(
  results: readonly ({ readonly ok: true; readonly value: Value } | { readonly ok: false })[],
): readonly Value[] | null {
  const values = results.flatMap((result) => (result.ok ? [result.value] : []));
  return values.length === results.length ? values : null;
}

/** Keeps on this desk what an orientation searches, for when the hub cannot be asked. */
export async function loadSearchData(database: DeskDatabase): Promise<void> {
  await communes.load(database);
  await venues.load(database);
}

/** Every commune, findable by name and postcode; `null` until they are there. */
export function useGazetteer(): Gazetteer | null {
  return valueIn(useSet(communes));
}

/** The name of a commune; `null` while it is not known. */
export function useCommuneName(code: string | null): string | null {
  const gazetteer = valueIn(useSet(code === null ? null : communes));
  return code === null ? null : (gazetteer?.byCode(code)?.name ?? null);
}

/** Every venue, ready to be searched. */
export function useVenues(): SetState<VenueIndex> {
  return useSet(venues);
}

/** A venue of the current set; `null` while the set is read, or where the set no longer has it. */
export function useVenue(id: string | null): Venue | null {
  const index = valueIn(useSet(id === null ? null : venues));
  return id === null ? null : (index?.byId.get(id) ?? null);
}

/** The personas of the training line; `null` until they are there. */
export function usePersonas(): readonly Persona[] | null {
  return valueIn(useSet(personas));
}

/** The script that a new call on a line runs; `null` until it is there. */
export function useLineScript(scriptId: string | null): CompiledScript | null {
  return valueIn(useSet(scriptId === null ? null : latestScripts(scriptId)))?.script ?? null;
}

/**
 * The very script that a call is pinned to. A version never changes, so that one kept from before
 * the hub went away is as good as new.
 */
export function usePinnedScript(
  script: ScriptRef | null,
): Exclude<SetState<ScriptKit>, { readonly state: 'stale' }> {
  const set = useSet(script === null ? null : scriptVersions(script.hash));
  return set.state === 'stale' ? { state: 'ready', value: set.value, retry: set.retry } : set;
}
