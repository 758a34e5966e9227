import * as anct from '@gouvfr-anct/lieux-de-mediation-numerique';
import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '#src/kernel';
import {
  type ReadingContext,
  readVenueRow,
  standardCells,
  standardHeader,
  type VenueRow,
} from '#src/venues';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer } from '../../main/hub/imports/shipped.ts';
import { shippedRows } from '../support/shipped-venues.ts';
import { readByAnct, refusedBySchema, schemaFields } from '../support/venue-oracles.ts';
import { soundRow } from '../support/venues.ts';

// Two oracles of the standard, over what we read and what we write: its Table Schema, its authors' library.

const made: { context: ReadingContext | null } = { context: null };
beforeAll(async () => {
  made.context = { gazetteer: await readGazetteer(shippedData), today: '2026-03-01' };
});

const read = (row: VenueRow) => readVenueRow(row, present(made.context, 'made before'));

/** Whether we take the row as it is. */
function isSound(row: VenueRow): boolean {
  const reading = read(row);
  return reading.ok && reading.value.repairs.length + reading.value.flags.length === 0;
}

const isAccepted = (row: VenueRow) => readByAnct(row) !== null && refusedBySchema(row).length === 0;

describe('the values of the enumerations', () => {
  const columns = {
    services: anct.Service,
    publics_specifiquement_adresses: anct.PublicSpecifiquementAdresse,
    prise_en_charge_specifique: anct.PriseEnChargeSpecifique,
    frais_a_charge: anct.Frais,
    itinerance: anct.Itinerance,
    dispositif_programmes_nationaux: anct.DispositifProgrammeNational,
    formations_labels: anct.FormationLabel,
    modalites_acces: anct.ModaliteAcces,
    modalites_accompagnement: anct.ModaliteAccompagnement,
  };
  const values = Object.entries(columns).flatMap(([column, enumeration]) =>
    Object.values(enumeration).map((value) => [column, value] as const),
  );

  it.each(values)('%s: %s is of both, and ours', (column, value) => {
    const row = { ...soundRow, [column]: value };
    expect(isSound(row)).toBe(true);
    // The schema's pattern lacks the space of this one: see the list below.
    const ofSchema = value === 'Étapes numériques (La Poste)' ? ['formations_labels'] : [];
    expect(refusedBySchema(row)).toEqual(ofSchema);
  });

  it.each(Object.keys(columns))('%s: the schema has no value that the library lacks', (column) => {
    const pattern = schemaFields.find(({ name }) => name === column)?.constraints?.pattern ?? '';
    const [, list = ''] = /\(\?:\^\|\\\|\)\((.*)\)\)\+\$$/.exec(pattern) ?? [];
    const ofSchema = list
      .split(/\|(?![^(]*\\\))/)
      .map((value) => value.replaceAll('\\', ''))
      .toSorted();
    const ofLibrary = values
      .filter(([name]) => name === column)
      .map(([, value]) => value.replace('Étapes numériques (', 'Étapes numériques('))
      .toSorted();
    expect(ofSchema).toEqual(ofLibrary);
  });
});

describe('where the two disagree, or both are wrong', () => {
  it.each<readonly [string, VenueRow, { schema: boolean; library: boolean; sound: boolean }]>([
    [
      'a label whose space the schema lost: both spellings are read',
      { formations_labels: 'Étapes numériques (La Poste)' },
      { schema: false, library: true, sound: true },
    ],
    [
      'the same as the schema has it: repaired',
      { formations_labels: 'Étapes numériques(La Poste)' },
      { schema: true, library: false, sound: false },
    ],
    [
      'a national telephone number: repaired',
      { telephone: '0465710001' },
      { schema: false, library: true, sound: false },
    ],
    [
      'two numbers, of which the notes of version 1 speak: the first is kept',
      { telephone: '+33465710001|+33465710002' },
      { schema: false, library: false, sound: false },
    ],
    [
      'a RIDET of New Caledonia, taken out of the library',
      { pivot: '0123456001' },
      { schema: true, library: false, sound: true },
    ],
    [
      'a SIRET with a wrong key: flagged',
      { pivot: '13002526500014' },
      { schema: true, library: true, sound: false },
    ],
    [
      'a day first: the library takes it for the month',
      { date_maj: '05/03/2021' },
      { schema: false, library: true, sound: false },
    ],
    [
      'null island: flagged',
      { latitude: '0', longitude: '0' },
      { schema: true, library: true, sound: false },
    ],
    [
      'Pôle emploi, of which no pattern speaks: repaired',
      { typologie: 'PE' },
      { schema: true, library: false, sound: false },
    ],
    [
      'an address without a street',
      { adresse: '[adresse retirée]' },
      { schema: true, library: false, sound: true },
    ],
    [
      'no services, optional since 1.0.1',
      { services: '' },
      { schema: true, library: true, sound: true },
    ],
  ])('%s', (_, cells, verdicts) => {
    const row = { ...soundRow, ...cells };
    expect({
      schema: refusedBySchema(row).length === 0,
      library: readByAnct(row) !== null,
      sound: isSound(row),
    }).toEqual(verdicts);
  });
});

/** The one address of the shipped file from which an e-mail was taken out: the library wants a street. */
const withoutStreet = '[courriel retiré]';

describe('the real data', () => {
  it('holds nothing that either refuses and in which we find nothing', () => {
    const missed = shippedRows().filter((row) => isSound(row) && !isAccepted(row));
    expect(missed).toEqual([]);
  });

  it('VE-19 is written so that both accept it, where nothing is flagged', () => {
    const written = shippedRows().flatMap((row) => {
      const reading = read(row);
      if (!reading.ok) return [];
      // A pivot of zeros is what the standard's own tools write where there is none.
      const flags = reading.value.flags.filter(({ reason }) => reason !== 'placeholder');
      return flags.length === 0 ? [reading.value.cells] : [];
    });
    expect(written.length).toBeGreaterThan(10_000);
    const refused = written.filter((row) => !isAccepted(row));
    expect(refused.map(({ adresse }) => adresse)).toEqual([withoutStreet]);
  });

  it('VE-19 is written as it was, but for what was repaired', () => {
    const rows = shippedRows();
    const header = standardHeader(Object.keys(rows[0] ?? {}));
    for (const row of rows) {
      const reading = read(row);
      if (!reading.ok) continue;
      const { cells, repairs } = reading.value;
      const repaired = Object.fromEntries(repairs.map(({ field, to }) => [field, to]));
      expect(standardCells(cells, header)).toEqual(Object.values({ ...row, ...repaired }));
    }
  });
});
