import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { changePage } from '#src/contract';
import { present } from '#src/kernel';
import type { VenueRow } from '#src/venues';
import { importVenues } from '../../main/hub/imports/import-venues.ts';
import { withKeptFile } from '../../main/hub/imports/kept-file.ts';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { readChanges } from '../../main/hub/operations/read-changes.ts';
import { loadViews } from '../../main/hub/operations/views.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import {
  diary,
  venueSet,
  venueSetPiece,
  venue as venueTable,
} from '../../main/hub/storage/schema.ts';
import { venuePayloads } from '../../main/hub/storage/venue-payload.ts';
import {
  addVenueSet,
  currentVenueSet,
  findVenue,
  removeStoppedImports,
} from '../../main/hub/storage/venue-store.ts';
import { onBothDatabases } from '../support/databases.ts';
import { rulesFor } from '../support/diaries.ts';
import { addAccount, testPorts } from '../support/hub.ts';
import { idsFrom, rowsOf, venueCsv, venueFiles } from '../support/venue-files.ts';
import { fewCommunesGazetteer } from '../support/venues.ts';

const context = { gazetteer: fewCommunesGazetteer, today: '2026-03-01' };

onBothDatabases('an import of venues', (database) => {
  const file = venueFiles();
  const run = async (name: string, rows: readonly VenueRow[], confirmsShrink = true) =>
    importVenues(database(), testPorts, await file(name, venueCsv(rows)), context, {
      confirmsShrink,
    });
  const shown = () => shownIds(database());
  const emptyOf = async () => {
    await database().db.delete(venueSet);
  };
  beforeEach(emptyOf);

  it('VE-4 VE-60 puts the file in the place of the current set, and leaves nothing of the old one', async () => {
    const many = idsFrom('v', 1_203);
    expect(await run('first.csv', rowsOf(...many))).toMatchObject({
      ok: true,
      value: { accepted: 1_203 },
    });
    expect(await database().db.$count(venueTable)).toBe(1_203);
    expect(await findVenue(database().db, 'v700')).toMatchObject({ name: 'Lieu v700' });

    await run('second.csv', rowsOf('a', 'b'));
    expect(await database().db.$count(venueTable)).toBe(2);
    expect(await database().db.$count(venueSet)).toBe(1);
    expect(await currentVenueSet(database().db)).toMatchObject({ origin: 'second.csv' });
    expect(await findVenue(database().db, 'v700')).toBeNull();
  });

  it('VE-60 keeps the file it came from, whatever its size', async () => {
    const long = rowsOf(...idsFrom('v', 400)).map((row, place) => ({
      ...row,
      // Text that does not compress, so that there are several pieces.
      presentation_detail: randomBytes(4_000).toString('hex') + String(place),
    }));
    await run('long.csv', long);
    const set = present(await currentVenueSet(database().db), 'it was imported');
    expect(await database().db.$count(venueSetPiece)).toBeGreaterThan(1);
    const kept = await withKeptFile(database(), set.id, async (path) =>
      gunzipSync(await readFile(path)).toString(),
    );
    expect(kept).toBe(venueCsv(long));
  });

  it('VE-4 leaves the current set in use where the file is refused or breaks on the way', async () => {
    await run('kept.csv', rowsOf('a', 'b'));
    const many = rowsOf(...idsFrom('v', 1_203));
    const broken = await file('broken.csv', `${venueCsv(many)}\n"open`);
    expect(await importVenues(database(), testPorts, broken, context)).toMatchObject({
      ok: false,
      error: { code: 'not-csv' },
    });
    expect(await run('empty.csv', [])).toMatchObject({ ok: false, error: { code: 'no-venue' } });
    const [first = {}, ...others] = many;
    const nul = [...others, { ...first, presentation_detail: 'a\u0000b' }];
    expect(await run('nul.csv', nul)).toMatchObject({ ok: false, error: { code: 'not-text' } });
    const interrupted = importVenues(database(), testPorts, broken, context, {
      onRow: ({ id }) => {
        if (id === 'v1100') throw new Error('stopped');
      },
    });
    await expect(interrupted).rejects.toThrow('stopped');
    expect(await currentVenueSet(database().db)).toMatchObject({ origin: 'kept.csv' });
    expect(await database().db.$count(venueSet)).toBe(1);
    expect(await database().db.$count(venueTable)).toBe(2);
    expect(await shown()).toEqual(['a', 'b']);
  });

  it('VE-60 lets one import run at a time, and takes over from one that was stopped with its machine', async () => {
    const path = await file('one.csv', venueCsv(rowsOf('a')));
    const set = { id: crypto.randomUUID(), origin: 'other.csv', importedAt: testPorts.clock() };
    expect(await addVenueSet(database().db, set)).toBe(true);
    expect(await importVenues(database(), testPorts, path, context)).toEqual({
      ok: false,
      error: { code: 'already-importing' },
    });
    const later = { ...testPorts, clock: () => inMinutes(testPorts.clock(), 2) };
    expect(await importVenues(database(), later, path, context)).toMatchObject({ ok: true });
    expect(await database().db.$count(venueSet)).toBe(1);
  });

  it('VE-60 ends an import that another took for stopped, and leaves what is in use', async () => {
    await run('kept.csv', rowsOf('a'));
    const path = await file('late.csv', venueCsv(rowsOf('b')));
    const late = importVenues(database(), testPorts, path, context, {
      onRow: async () => removeStoppedImports(database().db),
    });
    await expect(late).rejects.toThrow();
    expect(await shown()).toEqual(['a']);
    expect(await database().db.$count(venueSet)).toBe(1);
  });

  it('VE-62 refuses a file that lists less than four fifths, unless it is confirmed', async () => {
    await run('ten.csv', rowsOf(...idsFrom('v', 10)));
    expect(await run('seven.csv', rowsOf(...idsFrom('v', 7)), false)).toEqual({
      ok: false,
      error: { code: 'shrinks', from: 10, to: 7 },
    });
    expect(await database().db.$count(venueTable)).toBe(10);
    expect(await run('eight.csv', rowsOf(...idsFrom('v', 8)), false)).toMatchObject({ ok: true });
    expect(await run('two.csv', rowsOf(...idsFrom('v', 2)), true)).toMatchObject({ ok: true });
  });

  it('VE-63 says what is new, changed and gone', async () => {
    await run('before.csv', rowsOf('same', 'changed', 'gone'));
    const [same = {}, changed = {}, added = {}] = rowsOf('same', 'changed', 'added');
    const moved = { ...changed, telephone: '+33465710009', frais_a_charge: 'Payant' };
    await run('after.csv', [same, moved, added]);
    const set = await currentVenueSet(database().db);
    expect(set?.difference).toEqual({ added: 1, changed: 1, gone: 1, withdrawn: 0 });
    expect(set?.differenceList).toEqual({
      added: [{ id: 'added', name: 'Lieu added', commune: 'Mende' }],
      changed: [
        { id: 'changed', name: 'Lieu changed', commune: 'Mende', fields: ['fees', 'phone'] },
      ],
      gone: [{ id: 'gone', name: 'Lieu gone', commune: 'Mende', withdrawnOn: null }],
    });
  });

  it('VE-61 keeps a venue on which somebody counts, as withdrawn, until it is listed again', async () => {
    await addAccount(database(), 'mediator', { venueId: 'worked-at' });
    await database()
      .db.insert(diary)
      .values({
        id: crypto.randomUUID(),
        venueId: 'booked',
        zone: 'Europe/Paris',
        territory: 'mainland',
        rules: rulesFor(30, []),
      });
    const on = (day: string) => ({ ...testPorts, clock: () => `${day}T08:00:00.000Z` });
    const take = async (day: string, ids: readonly string[]) =>
      importVenues(database(), on(day), await file('set.csv', venueCsv(rowsOf(...ids))), context, {
        confirmsShrink: true,
      });
    await take('2026-03-01', ['worked-at', 'booked', 'other', 'stays']);
    await take('2026-03-02', ['stays']);
    expect(await shown()).toEqual(['booked', 'stays', 'worked-at']);
    expect(await findVenue(database().db, 'booked')).toMatchObject({ withdrawnOn: '2026-03-02' });
    expect(await findVenue(database().db, 'stays')).toMatchObject({ withdrawnOn: null });
    expect((await currentVenueSet(database().db))?.difference).toEqual({
      added: 0,
      changed: 0,
      gone: 3,
      withdrawn: 2,
    });

    await take('2026-03-05', ['stays', 'worked-at']);
    expect(await findVenue(database().db, 'booked')).toMatchObject({ withdrawnOn: '2026-03-02' });
    expect(await findVenue(database().db, 'worked-at')).toMatchObject({ withdrawnOn: null });
    expect((await currentVenueSet(database().db))?.difference).toEqual({
      added: 1,
      changed: 0,
      gone: 0,
      withdrawn: 0,
    });
  });

  it('VE-50 VE-61 shows one record of a place, and finds the others', async () => {
    const [first = {}, other = {}] = rowsOf('first', 'other');
    const again = { ...first, id: 'again', source: 'Autre', date_maj: '2025-01-15' };
    await run('twice.csv', [again, first, other]);
    expect(await shown()).toEqual(['first', 'other']);
    expect(await findVenue(database().db, 'again')).toMatchObject({ id: 'again' });
    const shownFirst = await findVenue(database().db, 'first');
    expect(shownFirst?.sources.map(({ id }) => id)).toEqual(['first', 'again']);

    await addAccount(database(), 'mediator', { venueId: 'again' });
    await run('again.csv', [again, first, other]);
    expect(await shown()).toEqual(['again', 'other']);
  });

  it('SY-19, VE-67 gives desks the current set with its version, and tells all of them of another', async () => {
    const payloads = venuePayloads(database());
    const version = async () => present(await payloads.read(), 'a set is imported').version;
    const account = await addAccount(database(), 'authority');
    const desk = {
      role: 'authority' as const,
      accountId: account.id,
      territories: [],
      venueId: null,
    };
    const journal = await openJournal(database());
    await run('one.csv', rowsOf('a'));
    const before = await version();
    const cursor = await journal.newest();
    await run('other.csv', rowsOf('b', 'c'));
    await journal.close();
    expect(await version()).not.toBe(before);
    expect(await shown()).toEqual(['b', 'c']);
    const page = changePage.parse(await readChanges(database(), loadViews, desk, cursor));
    expect(page.changes).toEqual([
      {
        seq: page.cursor,
        entity: 'reference',
        id: '/api/venues',
        value: { id: '/api/venues', version: String(page.cursor) },
      },
    ]);
  });
});

onBothDatabases('before the first import', (database) => {
  it('there are no venues', async () => {
    expect(await currentVenueSet(database().db)).toBeNull();
    expect(await venuePayloads(database()).read()).toBeNull();
    expect(await findVenue(database().db, 'a')).toBeNull();
  });
});

async function shownIds(database: Database): Promise<readonly unknown[]> {
  const { gzip } = present(await venuePayloads(database).read(), 'a set is imported');
  const venues: unknown = JSON.parse(gunzipSync(gzip).toString());
  return Array.isArray(venues) ? venues.map(({ id }: { id: unknown }) => id) : [];
}

function inMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
