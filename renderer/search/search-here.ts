import { z } from 'zod';
import { type SettingsView, settingsView } from '#src/contract';
import { buildGazetteer, readCommunes } from '#src/geography';
import { foldText, present } from '#src/kernel';
import { buildVenueIndex, type Venue } from '#src/venues';
import { offersService } from '../map/venue-filters.ts';
import type { DeskDatabase } from '../storage/database.ts';
import { findVenues } from './find-venues.ts';
import { type HeldSet, heldSet } from './held-set.ts';
import type {
  Answer,
  Question,
  QuestionKind,
  Search,
  SearchSet,
  SearchStatus,
} from './protocol.ts';

/** What holds until an administrator decides otherwise. */
const shippedSettings: SettingsView = {
  disputedHolidays: 'to-check',
  rankingWeights: null,
  planTiles: false,
};

/** Nothing is there yet, and nothing was asked for. */
export const firstStatus: SearchStatus = {
  sets: {
    communes: { state: 'unasked' },
    venues: { state: 'unasked' },
    settings: { state: 'unasked' },
  },
  settings: shippedSettings,
};

/** The hub writes venues in the shape of the domain's own type; twenty thousand are not read twice. */
const venueList = z.array(
  z.custom<Venue>(
    (value) => z.object({ id: z.string(), name: z.string() }).safeParse(value).success,
  ),
);

function readVenues(json: unknown) {
  const parsed = venueList.safeParse(json);
  if (!parsed.success) return null;
  const index = buildVenueIndex(parsed.data);
  const names = parsed.data.map((venue) => ({
    venue,
    key: foldText(`${venue.name} ${venue.commune}`),
  }));
  return { index, names };
}

function readGazetteer(json: unknown) {
  const read = readCommunes(json);
  return read.ok ? buildGazetteer(read.value) : null;
}

function readSettings(json: unknown) {
  const parsed = settingsView.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The search in this very thread: what the worker runs, and tests without one. */
export function openSearchHere(
  database: DeskDatabase,
  clock: () => string,
  hear: (status: SearchStatus) => void,
): Search {
  const tell = () => {
    hear({
      sets: {
        communes: communes.status(),
        venues: venues.status(),
        settings: settings.status(),
      },
      settings: settings.value() ?? shippedSettings,
    });
  };
  const communes = heldSet(database, '/api/geography/communes', readGazetteer, tell);
  const venues = heldSet(database, '/api/venues', readVenues, tell);
  const settings = heldSet(database, '/api/settings', readSettings, tell);
  const sets: Readonly<Record<SearchSet, Pick<HeldSet<unknown>, 'want' | 'reload'>>> = {
    communes,
    venues,
    settings,
  };
  const gazetteer = () => present(communes.value(), 'the communes are ready when they are needed');
  const known = () => present(venues.value(), 'the venues are ready when they are needed');

  const answers: { readonly [Kind in QuestionKind]: (question: Question<Kind>) => Answer<Kind> } = {
    search: ({ filters, limit }) => {
      const from = filters.communeCode === null ? null : gazetteer().byCode(filters.communeCode);
      return findVenues(known().index, filters, from, { limit, now: clock() });
    },
    points: (filters) =>
      known()
        .index.placed.filter(({ venue }) => offersService(venue, filters.service))
        .map(({ venue: { id, name }, position }) => ({ id, name, position })),
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
      for (const name of names) sets[name].want();
    },
    reload: (names) => {
      for (const name of names) sets[name].reload();
    },
    ask: async (kind, question) => answers[kind](question),
    close: () => undefined,
  };
}
