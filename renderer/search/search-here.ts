import type { ReferenceView } from '#src/contract';
import { present } from '#src/kernel';
import { shippedWeights } from '#src/venues';
import type { DeskDatabase } from '../storage/database.ts';
import { answersFrom } from './answers.ts';
import { shippedSettings } from './first-status.ts';
import { followFreeSlots } from './free-slots.ts';
import { type HeldSet, heldSet } from './held-set.ts';
import type { Search, SearchSet, SearchStatus } from './protocol.ts';
import { readGazetteer, readLoad, readSettings, readVenues } from './read-sets.ts';
import { followVersions } from './reference-versions.ts';

/** Of the sets that the hub tells of, those that the search reads. */
const setOfPath: ReadonlyMap<ReferenceView['id'], SearchSet> = new Map([
  ['/api/venues', 'venues'],
  ['/api/settings', 'settings'],
]);

/** The search in this very thread: what the worker runs, and tests without one. */
export function openSearchHere(
  database: DeskDatabase,
  hear: (status: SearchStatus) => void,
): Search {
  let slotsRevision = 0;
  const settingsNow = () => settings.value() ?? shippedSettings;
  const tell = () =>
    hear({
      sets: {
        communes: communes.status(),
        venues: venues.status(),
        settings: settings.status(),
        load: load.status(),
      },
      settings: settingsNow(),
      revisions: {
        communes: communes.revision(),
        venues: venues.revision(),
        settings: settings.revision(),
        load: load.revision(),
        slots: slotsRevision,
      },
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
  const reload = (names: readonly SearchSet[]) => {
    for (const name of names) sets[name].reload();
  };
  const slots = followFreeSlots(database, () => {
    slotsRevision += 1;
    tell();
  });
  const unfollow = followVersions(database, (paths) =>
    reload(paths.flatMap((path) => setOfPath.get(path) ?? [])),
  );
  const answers = answersFrom({
    gazetteer: () => present(communes.value(), 'a question comes once its sets are ready'),
    venues: () => present(venues.value(), 'a question comes once its sets are ready'),
    contextAt: (now) => ({
      now,
      weights: settingsNow().rankingWeights ?? shippedWeights,
      disputed: settingsNow().disputedHolidays,
      freeFrom: slots.from(now),
      referrals: load.value() ?? new Map(),
    }),
  });

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
