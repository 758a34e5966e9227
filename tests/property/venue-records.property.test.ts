import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupDuplicates,
  qualityTally,
  readVenueRow,
  requiredColumns,
  standardCells,
  standardColumns,
  standardHeader,
  type Venue,
  type VenueRow,
} from '#src/venues';
import { fewCommunesGazetteer, someVenue, soundRow } from '../support/venues.ts';

const context = { gazetteer: fewCommunesGazetteer, today: '2026-03-01' };

/** Cells that some producer wrote, sound or not. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...Object.values(soundRow),
    ...[
      '',
      ' ',
      '00000',
      '48 000',
      '1000',
      'MENDE CEDEX',
      '44,52',
      '0',
      '05/03/2021',
      '25/12/2025',
    ],
    ...['04 65 71 00 01', '3646', '+269269600000', '0465710001 / 0465710002', '2027-01-01'],
    ...['GRATUIT;Payant', 'Gratuit | Payant|', 'Seul;Dans un atelier', 'Adultes|Jeunes', 'PE;ASSO'],
    ...[
      'a@lieu.example;b',
      'https://a.example;https://b.example',
      'lundi 9h-12h',
      'Mo 12:00-09:00',
    ],
  ),
);
const extraColumns = ['cle_ban', 'note', 'courriel', 'publics_accueillis', 'labels_nationaux'];
/** A row that is a venue, but in a few columns anything. */
const row: fc.Arbitrary<VenueRow> = fc
  .record({
    changed: fc.dictionary(
      fc.constantFrom(...standardColumns.filter((column) => column !== 'id'), ...extraColumns),
      cell,
      { maxKeys: 8 },
    ),
    lacking: fc.subarray(
      standardColumns.filter((column) => !requiredColumns.some((required) => required === column)),
    ),
  })
  .map(({ changed, lacking }) => ({
    ...Object.fromEntries(
      Object.entries(soundRow).filter(([column]) => !lacking.some((gone) => gone === column)),
    ),
    ...changed,
  }));

describe('a row that is read and written', () => {
  it('VE-19 keeps every cell but those that were repaired', () => {
    fc.assert(
      fc.property(row, (read) => {
        const reading = readVenueRow(read, context);
        if (!reading.ok) return;
        const { cells, repairs } = reading.value;
        const repaired = new Map<string, string>(repairs.map(({ field, to }) => [field, to]));
        for (const [column, text] of Object.entries(cells)) {
          expect(text).toBe(repaired.get(column) ?? read[column] ?? '');
        }
        for (const { field, from, to } of repairs) {
          expect(to).toBe(cells[field]);
          expect(Object.values(read)).toContain(from);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('VE-19 is the same venue when it is read again, with nothing left to repair', () => {
    fc.assert(
      fc.property(row, (read) => {
        const first = readVenueRow(read, context);
        if (!first.ok) return;
        const header = standardHeader(Object.keys(first.value.cells));
        const written = standardCells(first.value.cells, header);
        const again = Object.fromEntries(written.map((text, place) => [header[place], text]));
        const second = readVenueRow(again, context);
        if (!second.ok) throw new Error(JSON.stringify(second.error));
        expect(second.value.venue).toEqual(first.value.venue);
        expect(second.value.repairs).toEqual([]);
        expect(standardCells(second.value.cells, header)).toEqual(written);
      }),
      { numRuns: 400 },
    );
  });
});

const names = ['Mairie', 'Mairie de Mende', 'Bibliothèque', 'La Poste', 'France Services'];
const records: fc.Arbitrary<readonly Venue[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...names),
      address: fc.constantFrom('1 rue du Port', '1, r. du Port', 'Le Bourg', '2 rue du Port'),
      postcode: fc.constantFrom('48000', '48100'),
      updatedOn: fc.constantFrom(null, '2020-01-01', '2026-01-01'),
      phone: fc.constantFrom(null, '+33465710001', '+33465710002'),
      position: fc.constantFrom(
        null,
        { latitude: 44.52, longitude: 3.5 },
        { latitude: 44.6, longitude: 3.5 },
      ),
      source: fc.constantFrom('Un', 'Deux', null),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ source, ...given }, place) => {
      const id = `v${place}`;
      return someVenue({ id, ...given, sources: [{ id, source, updatedOn: given.updatedOn }] });
    }),
  );

describe('records of one place', () => {
  it('VE-50 are grouped alike whatever their order, each record once', () => {
    const shuffled = records.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list], { minLength: list.length }),
        fc.subarray(list.map(({ id }) => id)),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, others, anchors]) => {
        const groups = groupDuplicates(list, new Set(anchors));
        expect(groupDuplicates(others, new Set(anchors))).toEqual(groups);
        expect(groups.flatMap(({ ids }) => ids).toSorted()).toEqual(
          list.map(({ id }) => id).toSorted(),
        );
        for (const { shown, ids } of groups) {
          expect(ids[0]).toBe(shown.id);
          expect(shown.sources).toHaveLength(ids.length);
          expect(ids.slice(1).filter((id) => anchors.includes(id))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the quality of a file', () => {
  it('VE-2 VE-55 counts every row once, whatever the rows', () => {
    const rows = fc.array(
      fc.tuple(row, fc.constantFrom('Un', null), fc.constantFrom('48', '01', null)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const tally = qualityTally(context.today);
        for (const [place, [read, source, departement]] of list.entries()) {
          tally.add({
            ...{ id: `v${place}`, source, departement },
            result: readVenueRow(read, context),
          });
        }
        const groups = tally.groups();
        const readings = list.map(([read]) => readVenueRow(read, context));
        const sum = (part: 'read' | 'accepted' | 'rejected') =>
          groups.reduce((total, { counts }) => total + counts[part], 0);
        expect(sum('read')).toBe(list.length);
        expect(sum('accepted')).toBe(readings.filter(({ ok }) => ok).length);
        expect(sum('accepted') + sum('rejected')).toBe(list.length);
        const found = readings.reduce(
          (total, one) =>
            total + (one.ok ? one.value.repairs.length + one.value.flags.length : one.error.length),
          0,
        );
        const told = groups.flatMap(({ problems }) => problems.map(({ count }) => count));
        expect(told.reduce((total, count) => total + count, 0)).toBe(found);
      }),
    );
  });
});
