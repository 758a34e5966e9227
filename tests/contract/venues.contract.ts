import type * as anct from '@gouvfr-anct/lieux-de-mediation-numerique';
import { beforeAll, describe, expect, it } from 'vitest';
import { distanceKm, type Gazetteer } from '#src/geography';
import {
  type ReadingContext,
  type RowReading,
  readVenueRow,
  requiredColumns,
  standardColumns,
} from '#src/venues';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer, shippedVenues } from '../../main/hub/imports/shipped.ts';
import { readVenueFile, type VenueFileRow } from '../../main/hub/imports/venue-file.ts';
import { shippedRows } from '../support/shipped-venues.ts';
import { readByAnct, schemaFields } from '../support/venue-oracles.ts';

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
  it('has our columns, in our order, with our required ones', () => {
    expect(schemaFields.map(({ name }) => name)).toEqual(standardColumns);
    const required = schemaFields.filter(({ constraints }) => constraints?.required === true);
    expect(required.map(({ name }) => name)).toEqual(requiredColumns);
  });
});

describe('the library of the national agency', () => {
  it('reads nothing that we refuse, and the same in what both read', () => {
    const differences = shippedRows().flatMap((row) => {
      const theirs = readByAnct(row);
      const ours = readVenueRow(row, context());
      // Without services the library drops what else it knows of the venue.
      if (theirs?.services === undefined) return [];
      if (!ours.ok) return [`${row['id']}: ${JSON.stringify(ours.error)}`];
      return differencesOf(theirs, ours.value).map((field) => `${row['id']}: ${field}`);
    });
    expect(differences).toEqual([]);
  });
});

/** Fields that both read, and read otherwise; the spaces around a value are no difference. */
function differencesOf(
  theirs: anct.LieuMediationNumerique,
  { venue: ours, cells }: RowReading,
): readonly string[] {
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
    hours: (theirs.horaires === undefined ? null : cells['horaires']?.trim()) === ours.hoursText,
  };
  return Object.keys(same).filter((field) => same[field] === false);
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  [...new Set(a)].toSorted().join('|') === [...new Set(b)].toSorted().join('|');

describe('the real data', () => {
  it('VE-2 VE-13 VE-55 is read whole, with counts that reconcile', async () => {
    const reading = await readVenueFile(shippedVenues(shippedData), context(), {
      onRow: (row) => {
        read.rows.push(row);
      },
    });
    if (!reading.ok) throw new Error(reading.error.code);
    const { counts, groups, quality, encoding } = reading.value;
    expect(encoding).toBe('utf-8');
    expect(counts).toMatchObject({
      ...{ read: 11_162, accepted: 11_161, rejected: 1, duplicates: 1_164 },
    });
    const accepted = read.rows.flatMap(({ result }) => (result.ok ? [result.value] : []));
    expect(read.rows).toHaveLength(counts.read);
    expect(accepted.filter(({ repairs }) => repairs.length > 0)).toHaveLength(counts.repaired);
    expect(accepted.filter(({ flags }) => flags.length > 0)).toHaveLength(counts.flagged);
    expect(groups).toHaveLength(counts.accepted - counts.duplicates);
    for (const part of ['read', 'accepted', 'repaired', 'flagged', 'duplicates'] as const) {
      expect(quality.reduce((sum, group) => sum + group.counts[part], 0)).toBe(counts[part]);
    }
  });

  it('VE-11 VE-14 VE-16 VE-21 holds what the rules are for', () => {
    const found: Record<string, number> = {};
    for (const { result } of read.rows) {
      if (!result.ok) continue;
      for (const { field, reason } of [...result.value.repairs, ...result.value.flags]) {
        const finding = `${field} ${reason}`;
        // What is understood of hours is the hours' own business.
        if (field !== 'horaires') found[finding] = (found[finding] ?? 0) + 1;
      }
    }
    expect(found).toEqual({
      'code_insee contradicts-postcode': 59,
      'code_postal cedex': 16,
      'code_postal contradicts-commune': 12,
      'code_postal unknown-postcode': 31,
      'commune cedex': 29,
      'commune unknown-commune': 165,
      'latitude far-from-commune': 69,
      'latitude malformed': 1,
      'nom test-record': 1,
      'pivot placeholder': 7_802,
      'pivot wrong-checksum': 64,
      'presentation_resume too-long': 51,
      'site_web malformed': 1,
      'telephone malformed': 79,
      'telephone mayotte-prefix': 4,
      'telephone phone-format': 523,
      'typologie former-name': 4,
    });
  });

  it('VE-20 keeps Mont-Dore of New Caledonia out of the Puy-de-Dôme', () => {
    const confused = read.rows.flatMap(({ result }) =>
      result.ok && result.value.venue.postcode.startsWith('988') ? [result.value.venue] : [],
    );
    expect(confused.length).toBeGreaterThan(50);
    for (const venue of confused) expect(venue.communeCode ?? '988').toMatch(/^988/);
  });
});
