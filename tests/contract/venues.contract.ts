import { readFileSync } from 'node:fs';
import * as anct from '@gouvfr-anct/lieux-de-mediation-numerique';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { distanceKm, type Gazetteer } from '#src/geography';
import {
  type ReadingContext,
  readVenueRow,
  requiredColumns,
  services,
  standardColumns,
  type Venue,
} from '#src/venues';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer, shippedVenues } from '../../main/hub/imports/shipped.ts';
import { readVenueFile, type VenueFileRow } from '../../main/hub/imports/venue-file.ts';
import { shippedRows } from '../support/shipped-venues.ts';
import { soundRow } from '../support/venues.ts';

// What others say of the standard: its Table Schema, the library of its authors, and its real data.

const today = '2026-03-01';
const read: { gazetteer: Gazetteer | null; rows: VenueFileRow[] } = { gazetteer: null, rows: [] };

function context(): ReadingContext {
  if (read.gazetteer === null) throw new Error('The gazetteer is read before the first test.');
  return { gazetteer: read.gazetteer, today };
}

beforeAll(async () => {
  read.gazetteer = await readGazetteer(shippedData);
});

describe('the Table Schema 1.0.2', () => {
  const schema = z
    .object({
      fields: z.array(
        z.object({
          name: z.string(),
          constraints: z.object({ required: z.boolean().optional() }).optional(),
        }),
      ),
    })
    .parse(
      JSON.parse(
        readFileSync(
          new URL('../support/data/venue-standard-1.0.2.schema.json', import.meta.url),
          'utf8',
        ),
      ),
    );

  it('has our columns, in our order, with our required ones', () => {
    expect(schema.fields.map(({ name }) => name)).toEqual(standardColumns);
    const required = schema.fields.filter(({ constraints }) => constraints?.required === true);
    expect(required.map(({ name }) => name)).toEqual(requiredColumns);
  });
});

describe('the library of the national agency', () => {
  it('names the same services', () => {
    expect(Object.values(anct.Service).toSorted()).toEqual(services.toSorted());
  });

  it.each([
    ['publics_specifiquement_adresses', anct.PublicSpecifiquementAdresse, 'publics'],
    ['prise_en_charge_specifique', anct.PriseEnChargeSpecifique, 'specialCare'],
    ['frais_a_charge', anct.Frais, 'fees'],
    ['dispositif_programmes_nationaux', anct.DispositifProgrammeNational, 'programmes'],
    ['modalites_acces', anct.ModaliteAcces, 'accessModes'],
    ['modalites_accompagnement', anct.ModaliteAccompagnement, 'supportModes'],
  ] as const)('has in %s no value that we do not know', (column, enumeration, field) => {
    const values = Object.values(enumeration);
    const reading = readVenueRow({ ...soundRow, [column]: values.join('|') }, context());
    if (!reading.ok) throw new Error(JSON.stringify(reading.error));
    expect(reading.value.repairs).toEqual([]);
    expect(reading.value.flags).toEqual([]);
    expect(reading.value.venue[field]).toHaveLength(values.length);
  });

  it('reads nothing that we refuse, and the same in what both read', () => {
    const differences = shippedRows().flatMap((row) => {
      const theirs = readByAnct(row);
      const ours = readVenueRow(row, context());
      // Without services the library drops what else it knows of the venue.
      if (theirs?.services === undefined) return [];
      if (!ours.ok) return [`${row['id']}: ${JSON.stringify(ours.error)}`];
      return differencesOf(theirs, ours.value.venue).map((field) => `${row['id']}: ${field}`);
    });
    expect(differences).toEqual([]);
  });
});

function readByAnct(row: Readonly<Record<string, string>>): anct.LieuMediationNumerique | null {
  const { latitude, longitude, ...cells } = Object.fromEntries(
    Object.entries(row).filter(([, cell]) => cell !== ''),
  );
  const position =
    latitude === undefined || longitude === undefined
      ? {}
      : { latitude: Number(latitude), longitude: Number(longitude) };
  try {
    return anct.fromSchemaLieuDeMediationNumerique({
      ...cells,
      ...position,
    } as anct.SchemaLieuMediationNumerique);
  } catch {
    // A postcode of a firm, the old name of France Travail, a telephone of another plan...
    return null;
  }
}

/** Fields that both read, and read otherwise; the spaces around a value are no difference. */
function differencesOf(theirs: anct.LieuMediationNumerique, ours: Venue): readonly string[] {
  const same: Readonly<Record<string, boolean>> = {
    id: theirs.id.trim() === ours.id,
    name: theirs.nom.trim().replace(/\s+/g, ' ') === ours.name,
    services: sameSet(theirs.services ?? [], ours.services),
    programmes: sameSet(theirs.dispositif_programmes_nationaux ?? [], ours.programmes),
    fees: new Set(theirs.frais_a_charge).size === ours.fees.length,
    publics: new Set(theirs.publics_specifiquement_adresses).size === ours.publics.length,
    specialCare: new Set(theirs.prise_en_charge_specifique).size === ours.specialCare.length,
    position:
      theirs.localisation === undefined ||
      ours.position === null ||
      distanceKm(theirs.localisation, ours.position) === 0,
    hours: (theirs.horaires?.trim() ?? null) === ours.hoursText,
  };
  return Object.keys(same).filter((field) => same[field] === false);
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  [...new Set(a)].toSorted().join('|') === [...new Set(b)].toSorted().join('|');

describe('the real data', () => {
  it('VE-2 is read whole, with counts that reconcile', async () => {
    const counts = await readVenueFile(shippedVenues(shippedData), context(), {
      onRow: (row) => {
        read.rows.push(row);
      },
    });
    expect(counts).toEqual({
      ok: true,
      value: {
        read: 11_162,
        accepted: 11_161,
        rejected: 1,
        repaired: 540,
        flagged: 8_031,
        duplicates: 1_782,
      },
    });
    const accepted = read.rows.flatMap(({ result }) => (result.ok ? [result.value] : []));
    expect(read.rows).toHaveLength(11_162);
    expect(accepted.filter(({ repairs }) => repairs.length > 0)).toHaveLength(540);
    expect(accepted.filter(({ flags }) => flags.length > 0)).toHaveLength(8_031);
    expect(accepted.filter(({ duplicate }) => duplicate)).toHaveLength(1_782);
  });

  it('VE-20 keeps Mont-Dore of New Caledonia out of the Puy-de-Dôme', () => {
    const confused = read.rows.flatMap(({ result }) =>
      result.ok && result.value.venue.postcode.startsWith('988') ? [result.value.venue] : [],
    );
    expect(confused.length).toBeGreaterThan(50);
    for (const venue of confused) expect(venue.communeCode ?? '988').toMatch(/^988/);
  });
});
