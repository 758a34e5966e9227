import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entity, EntityView, SettingsView } from '#src/contract';
import { noFilters, shippedWeights, type Venue } from '#src/venues';
import { type DeskFilters, firstFilters } from '../../renderer/search/desk-filters.ts';
import type { Question, Search, SearchStatus } from '../../renderer/search/protocol.ts';
import { openSearchHere } from '../../renderer/search/search-here.ts';
import {
  type DeskDatabase,
  databaseName,
  openDeskDatabase,
} from '../../renderer/storage/database.ts';
import { uuidOf } from '../support/desk-operations.ts';
import { alone, rulesFor, weekly } from '../support/diaries.ts';
import { fewCommunes, someVenue } from '../support/venues.ts';

/** A Monday morning in Mende. */
const now = '2026-01-12T08:00:00.000Z';
const mende: DeskFilters = { ...firstFilters, origin: { kind: 'commune', code: '48095' } };
const nearer = someVenue({ id: 'nearer', position: { latitude: 44.52, longitude: 3.5 } });
const farther = someVenue({ id: 'farther', position: { latitude: 44.56, longitude: 3.5 } });
const settings: SettingsView = {
  disputedHolidays: 'to-check',
  rankingWeights: null,
  planTiles: false,
  venueReminders: { afterDays: [2, 5], thenDays: 2 },
  reminders: true,
};

/** The hub's sets, and whether it can be reached. */
function startHub() {
  const sets = new Map<string, unknown>([
    [
      '/api/geography/communes',
      fewCommunes.map((it) => [
        it.code,
        it.name,
        it.postcodes,
        it.departement,
        it.population,
        it.position?.latitude ?? null,
        it.position?.longitude ?? null,
        it.extentKm,
        it.formerNames,
      ]),
    ],
    ['/api/venues', [nearer, farther]],
    ['/api/settings', settings],
    ['/api/venues/load', { venues: [] }],
  ]);
  const asked: string[] = [];
  let gate: Promise<void> = Promise.resolve();
  let isReachable = true;
  return {
    asked,
    answer: async (path: string, init?: RequestInit): Promise<Response> => {
      asked.push(path);
      await gate;
      if (!isReachable) throw new TypeError('Failed to fetch');
      const etag = `"${JSON.stringify(sets.get(path)).length}"`;
      const known = new Headers(init?.headers).get('if-none-match');
      return known === etag
        ? new Response(null, { status: 304 })
        : Response.json(sets.get(path), { headers: { etag } });
    },
    publish: (path: string, value: unknown) => sets.set(path, value),
    goAway: () => {
      isReachable = false;
    },
    /** It takes requests and does not answer until it is let. */
    fallSilent: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
  };
}

let database: DeskDatabase;
let hub: ReturnType<typeof startHub>;
let opened = 0;
let searches: Search[] = [];

beforeEach(() => {
  opened += 1;
  database = openDeskDatabase(databaseName(`search-${opened}`, 'lucie'));
  hub = startHub();
  vi.stubGlobal('fetch', hub.answer);
});
afterEach(async () => {
  for (const search of searches) search.close();
  searches = [];
  vi.unstubAllGlobals();
  await database.dexie.delete();
});

/** A search, and the last that it said of itself. */
function openSearch() {
  const heard: SearchStatus[] = [];
  const search = openSearchHere(database, (status) => heard.push(status));
  searches.push(search);
  search.want(['communes', 'venues']);
  return {
    ...search,
    status: () => heard.at(-1),
    until: (holds: (status: SearchStatus) => boolean) =>
      vi.waitFor(() => {
        const status = heard.at(-1);
        if (status === undefined || !holds(status)) throw new Error('not yet');
      }),
  };
}

const isReady = ({ sets }: SearchStatus) =>
  sets.communes.state === 'ready' && sets.venues.state === 'ready';
const hasAll = ({ sets }: SearchStatus) => Object.values(sets).every((it) => it.state === 'ready');

const question = (asked: Partial<Question<'search'>> = {}): Question<'search'> => ({
  desk: mende,
  limit: 9,
  now,
  weights: null,
  ...asked,
});

async function found(search: Search, asked: Partial<Question<'search'>> = {}) {
  const { matches } = await search.ask('search', question(asked));
  return matches.map(({ venue }) => venue.id);
}

const mirror = <E extends Entity>(entity: E, view: EntityView<E>) =>
  database.mirror[entity].put({ id: view.id, truth: view, shown: view });

describe('a search at the desk', () => {
  test('ranks the venues around a commune, and says what its filters leave out', async () => {
    const search = openSearch();
    await search.until(isReady);
    expect(await found(search)).toEqual(['nearer', 'farther']);
    const desk = { ...mende, filters: { ...noFilters, maxKm: 3 } };
    expect(await found(search, { desk })).toEqual(['nearer']);
    const asking = { ...mende, filters: { ...noFilters, maxKm: 20, accessible: true } };
    const answer = await search.ask('search', question({ desk: asking }));
    expect(answer.matches).toEqual([]);
    expect(answer.leftOut.map(({ venue }) => venue.id)).toEqual(['nearer', 'farther']);
  });

  test('tells apart the venues of the commune whose place is not sure, and help at a distance', async () => {
    const services = ['Aide aux démarches administratives'] as const;
    hub.publish('/api/venues', [
      someVenue({ id: 'help', services, supportModes: ['remote'] }),
      someVenue({ id: 'games' }),
      someVenue({ id: 'lost', services, position: null }),
    ]);
    const search = openSearch();
    await search.until(isReady);
    const desk = { ...mende, filters: { ...noFilters, maxKm: 20, services } };
    const answer = await search.ask('search', question({ desk, limit: 1 }));
    const ids = (matches: typeof answer.matches) => matches.map(({ venue }) => venue.id);
    expect(ids(answer.matches)).toEqual(['help']);
    expect(ids(answer.leftOut)).toEqual(['games']);
    expect(ids(answer.unplaced)).toEqual(['lost']);
    expect(ids(answer.remote)).toEqual(['help']);
    expect(answer.hasMore).toBe(false);
  });

  test('starts from a point of the map as well, and from nowhere finds nothing', async () => {
    const search = openSearch();
    await search.until(isReady);
    const position = { latitude: 44.56, longitude: 3.5 };
    const desk: DeskFilters = { ...mende, origin: { kind: 'point', position, label: 'là' } };
    expect(await found(search, { desk })).toEqual(['farther', 'nearer']);
    const nowhere = await search.ask('search', question({ desk: { ...mende, origin: null } }));
    expect(nowhere).toMatchObject({ from: null, matches: [] });
  });

  test('finds what is open whenever it is looked at', async () => {
    const hours = someVenue({ id: 'monday', hoursText: 'Mo 08:00-12:00; PH off' });
    hub.publish('/api/venues', [hours]);
    const search = openSearch();
    await search.until(isReady);
    const desk = { ...mende, isOpenNow: true };
    expect(await found(search, { desk })).toEqual(['monday']);
    expect(await found(search, { desk, now: '2026-01-12T12:00:00.000Z' })).toEqual([]);
  });

  test('answers about places by code, name and words', async () => {
    const search = openSearch();
    await search.until(isReady);
    expect(await search.ask('venue', 'farther')).toMatchObject({ id: 'farther' });
    expect(await search.ask('venue', 'unheard-of')).toBeNull();
    const named = await search.ask('venuesNamed', { text: 'LIEU nearer', limit: 5 });
    expect(named.map(({ id }) => id)).toEqual(['nearer']);
    const communes = await search.ask('communes', ['48092', '00000']);
    expect(communes.map(({ name }) => name)).toEqual(['Marvejols']);
    const [first] = await search.ask('communesNamed', { text: 'marv', limit: 3 });
    expect(first?.code).toBe('48092');
    const points = await search.ask('points', { filters: noFilters, now });
    expect(points.map(({ id }) => id).toSorted()).toEqual(['farther', 'nearer']);
  });

  test('weighs as the installation does, or as it is asked to', async () => {
    const undated: Venue = { ...nearer, updatedOn: null };
    hub.publish('/api/venues', [undated, farther]);
    const rankingWeights = { ...shippedWeights, staleRecordKm: 50 };
    hub.publish('/api/settings', { ...settings, rankingWeights });
    const search = openSearch();
    await search.until(hasAll);
    expect(await found(search)).toEqual(['farther', 'nearer']);
    const weights = { ...shippedWeights, staleRecordKm: 0 };
    expect(await found(search, { weights })).toEqual(['nearer', 'farther']);
  });

  test('lets venues take turns by what each was sent', async () => {
    hub.publish('/api/venues/load', { venues: [{ venueId: 'nearer', referrals: 50 }] });
    const search = openSearch();
    await search.until(hasAll);
    expect(await found(search)).toEqual(['farther', 'nearer']);
  });
});

describe('a free slot', () => {
  const diaryId = uuidOf('diary');
  const diary: EntityView<'diary'> = {
    id: diaryId,
    venueId: 'farther',
    mediator: null,
    zone: 'Europe/Paris',
    territory: 'mainland',
    ...rulesFor(60, [weekly(2, '09:00', '11:00')]),
  };
  const booking: EntityView<'booking'> = {
    id: uuidOf('booking'),
    diaryId,
    ...alone,
    start: '2026-01-13T08:00:00Z',
    end: '2026-01-13T09:00:00Z',
    restUntil: '2026-01-13T09:00:00Z',
    isShared: false,
    state: 'booked',
    holdExpiresAt: null,
    adviserId: 'karim',
    adviserName: 'Karim Benali',
  };

  test('speaks for its venue, and is another one once it is booked', async () => {
    const search = openSearch();
    await search.until(isReady);
    const freeFrom = async (at = now) => {
      const { matches } = await search.ask('search', question({ now: at }));
      return matches.find(({ venue }) => venue.id === 'farther')?.freeFrom ?? null;
    };
    expect(await freeFrom()).toBeNull();
    await mirror('diary', diary);
    await vi.waitFor(async () => expect(await freeFrom()).toBe('2026-01-13T08:00:00Z'));
    await mirror('booking', booking);
    await vi.waitFor(async () => expect(await freeFrom()).toBe('2026-01-13T09:00:00Z'));
    // As time goes by without anybody booking.
    expect(await freeFrom('2026-01-13T09:30:00Z')).toBe('2026-01-20T08:00:00Z');
  });
});

describe('the sets of a search', () => {
  test('serve without the hub once they are on this desk, and say since when', async () => {
    const first = openSearch();
    await first.until(hasAll);
    hub.goAway();
    const second = openSearch();
    await second.until(({ sets }) => sets.venues.state === 'ready' && sets.venues.since !== null);
    expect(await found(second)).toEqual(['nearer', 'farther']);
  });

  test('serve at once where the hub is silent', async () => {
    const first = openSearch();
    await first.until(hasAll);
    const speak = hub.fallSilent();
    const second = openSearch();
    await second.until(isReady);
    expect(await found(second)).toEqual(['nearer', 'farther']);
    speak();
  });

  test('that never came are said to be missing, and come when they are asked for again', async () => {
    hub.publish('/api/venues', { not: 'a list' });
    const search = openSearch();
    await search.until(({ sets }) => sets.venues.state === 'failed');
    expect(search.status()?.sets.venues).toMatchObject({ failure: { code: 'not-understood' } });
    hub.publish('/api/venues', [nearer]);
    search.reload(['venues']);
    await search.until(isReady);
    expect(await found(search)).toEqual(['nearer']);
  });

  test('that an earlier version kept with fewer fields are not used', async () => {
    const { withdrawnOn: _, ...former } = nearer;
    await database.sets.put({ name: '/api/venues', etag: '"1"', value: [former], at: now });
    hub.goAway();
    const search = openSearch();
    await search.until(({ sets }) => sets.venues.state === 'failed');
  });

  test('are read again when the hub has published others, without a reload of the page', async () => {
    await mirror('reference', { id: '/api/venues', version: 'one' });
    const search = openSearch();
    await search.until(hasAll);
    hub.publish('/api/venues', [farther]);
    await mirror('reference', { id: '/api/venues', version: 'two' });
    await vi.waitFor(async () => expect(await found(search)).toEqual(['farther']));

    hub.publish('/api/settings', { ...settings, planTiles: true });
    await mirror('reference', { id: '/api/settings', version: 'two' });
    await search.until((status) => status.settings.planTiles);
    expect(hub.asked.filter((path) => path === '/api/geography/communes')).toHaveLength(1);
  });

  test('are not read anew for a version that was known before', async () => {
    await mirror('reference', { id: '/api/venues', version: 'one' });
    const search = openSearch();
    await search.until(hasAll);
    await mirror('reference', { id: '/api/venues', version: 'one' });
    await mirror('reference', { id: '/api/settings', version: 'one' });
    await vi.waitFor(() =>
      expect(hub.asked.filter((path) => path === '/api/settings')).toHaveLength(2),
    );
    expect(hub.asked.filter((path) => path === '/api/venues')).toHaveLength(1);
  });
});
