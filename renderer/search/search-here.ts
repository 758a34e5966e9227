import { z } from 'zod';
import { type ReferenceView, settingsView, venueLoad } from '#src/contract';
import { buildGazetteer, type Gazetteer, readCommunes } from '#src/geography';
import { foldText, present } from '#src/kernel';
import {
  buildVenueIndex,
  placedVenues,
  type SearchContext,
  shippedWeights,
  type Venue,
} from '#src/venues';
import type { Origin, SearchPlace } from '../map/venue-filters.ts';
import type { DeskDatabase } from '../storage/database.ts';
import { findVenues } from './find-venues.ts';
import { shippedSettings } from './first-status.ts';
import { followFreeSlots } from './free-slots.ts';
import { type HeldSet, heldSet } from './held-set.ts';
import type {
  Answer,
  Question,
  QuestionKind,
  Search,
  SearchSet,
  SearchStatus,
} from './protocol.ts';
import { followVersions } from './reference-versions.ts';

/** The hub writes venues in the shape of the domain's own type; twenty thousand are not read twice. */
const venueList = z.array(
  z.custom<Venue>(
    (value) => z.object({ id: z.string(), name: z.string() }).safeParse(value).success,
  ),
);

function readVenues(json: unknown) {
  const parsed = venueList.safeParse(json);
  if (!parsed.success) return null;
  const names = parsed.data.map((venue) => ({
    venue,
    key: foldText(`${venue.name} ${venue.commune}`),
  }));
  return { index: buildVenueIndex(parsed.data), names };
}

function readGazetteer(json: unknown) {
  const read = readCommunes(json);
  return read.ok ? buildGazetteer(read.value) : null;
}

function readSettings(json: unknown) {
  return settingsView.safeParse(json).data ?? null;
}

function readLoad(json: unknown) {
  const parsed = venueLoad.safeParse(json);
  if (!parsed.success) return null;
  return new Map(parsed.data.venues.map(({ venueId, referrals }) => [venueId, referrals]));
}

/** Where a search starts; `null` where nothing is chosen, or a commune that is no more. */
function placeOf(origin: Origin | null, { byCode }: Gazetteer): SearchPlace | null {
  if (origin?.kind === 'point') return { commune: null, position: origin.position };
  const commune = origin === null ? null : byCode(origin.code);
  return commune === null ? null : { commune, position: commune.position };
}

const setOfPath: Readonly<Record<ReferenceView['id'], SearchSet>> = {
  '/api/venues': 'venues',
  '/api/settings': 'settings',
};

/** The search in this very thread: what the worker runs, and tests without one. */
export function openSearchHere(
  database: DeskDatabase,
  hear: (status: SearchStatus) => void,
): Search {
  const tell = () =>
    hear({
      sets: {
        communes: communes.status(),
        venues: venues.status(),
        settings: settings.status(),
        load: load.status(),
      },
      settings: settings.value() ?? shippedSettings,
    });
  const communes = heldSet(database, '/api/geography/communes', readGazetteer, tell);
  const venues = heldSet(database, '/api/venues', readVenues, tell);
  const settings = heldSet(database, '/api/settings', readSettings, tell);
  const load = heldSet(database, '/api/venues/load', readLoad, tell);
  const sets: Readonly<Record<SearchSet, Pick<HeldSet<unknown>, 'want' | 'reload'>>> = {
    communes,
    venues,
    settings,
    load,
  };
  const slots = followFreeSlots(database, tell);
  const reload = (names: readonly SearchSet[]) => {
    for (const name of names) sets[name].reload();
  };
  const unfollow = followVersions(database, (paths) =>
    reload(paths.map((path) => setOfPath[path])),
  );

  const gazetteer = () => present(communes.value(), 'the communes are ready when they are needed');
  const known = () => present(venues.value(), 'the venues are ready when they are needed');
  const contextAt = (now: string): SearchContext => {
    const { rankingWeights, disputedHolidays } = settings.value() ?? shippedSettings;
    return {
      now,
      weights: rankingWeights ?? shippedWeights,
      disputed: disputedHolidays,
      freeFrom: slots.from(now),
      referrals: load.value() ?? new Map(),
    };
  };

  const answers: { readonly [Kind in QuestionKind]: (question: Question<Kind>) => Answer<Kind> } = {
    search: ({ now, weights, ...asked }) => {
      const context = contextAt(now);
      return findVenues(known().index, placeOf(asked.desk.origin, gazetteer()), asked, {
        ...context,
        weights: weights ?? context.weights,
      });
    },
    points: ({ filters, now }) =>
      placedVenues(known().index, filters, contextAt(now)).map(
        ({ venue: { id, name }, position }) => ({ id, name, position }),
      ),
    venue: (id) => known().index.byId.get(id) ?? null,
    venuesNamed: ({ text, limit }) => {
      const words = foldText(text).split(' ').filter(Boolean);
      if (words.length === 0) return [];
      return known()
        .names.filter(({ key }) => words.every((word) => key.includes(word)))
        .slice(0, limit)
        .map(({ venue }) => venue);
    },
    communes: (codes) => codes.flatMap((code) => gazetteer().byCode(code) ?? []),
    communesNamed: ({ text, limit }) => gazetteer().search(text, limit),
  };

  return {
    want: (names) => {
      // What ranks venues comes with them.
      const all = names.includes('venues') ? ([...names, 'settings', 'load'] as const) : names;
      for (const name of all) sets[name].want();
    },
    reload,
    ask: async (kind, question) => answers[kind](question),
    close: () => {
      slots.close();
      unfollow();
    },
  };
}
