import { describe, expect, it } from 'vitest';
import {
  type RepairReason,
  type RowReading,
  readVenueRow,
  type StandardColumn,
  type Venue,
} from '#src/venues';
import { fewCommunesGazetteer, soundRow } from '../support/venues.ts';

const context = { gazetteer: fewCommunesGazetteer, today: '2026-03-01' };

function read(cells: Readonly<Record<string, string>>): RowReading {
  const reading = readVenueRow({ ...soundRow, ...cells }, context);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

describe('a sound row', () => {
  it('is read without a finding', () => {
    const { venue, repairs, flags } = read({});
    expect({ repairs, flags }).toEqual({ repairs: [], flags: [] });
    expect(venue).toMatchObject({
      id: 'maison-48',
      communeCode: '48095',
      position: { latitude: 44.52, longitude: 3.5 },
      phone: '+33465710001',
      itinerant: false,
      updatedOn: '2026-01-15',
      services: ['Aide aux démarches administratives', 'Accès internet et matériel informatique'],
      fees: ['free'],
      accessModes: ['walk-in'],
      supportModes: ['individual'],
      doubts: [],
    });
  });
});

describe('VE-10 a row that is no venue', () => {
  it('says every required field that is empty', () => {
    expect(readVenueRow({ ...soundRow, nom: '  ', adresse: '' }, context)).toEqual({
      ok: false,
      error: [
        { field: 'nom', reason: 'missing' },
        { field: 'adresse', reason: 'missing' },
      ],
    });
    expect(readVenueRow({}, context)).toMatchObject({ ok: false });
  });

  it.each(['4800', 'Mende', '480001'])('has the postcode %s', (code_postal) => {
    expect(readVenueRow({ ...soundRow, code_postal }, context)).toEqual({
      ok: false,
      error: [{ field: 'code_postal', reason: 'malformed' }],
    });
  });
});

type Repaired = readonly [
  field: StandardColumn,
  reason: RepairReason,
  from: string,
  to: string,
  venue: Partial<Venue>,
  others: Readonly<Record<string, string>>,
];

describe('VE-11 repairs what is certain, and says so', () => {
  const sada = { commune: 'Sada', code_postal: '97640', code_insee: '97616' };
  const e164 = '+33465710001';
  it.each<Repaired>([
    ['telephone', 'phone-format', '04 65 71 00 01', e164, { phone: e164 }, {}],
    ['telephone', 'first-of-several', '0465710001 / 0465710002', e164, { phone: e164 }, {}],
    [
      'telephone',
      'mayotte-prefix',
      '+269269600000',
      '+262269600000',
      { phone: '+262269600000' },
      { ...sada, latitude: '', longitude: '' },
    ],
    ['commune', 'cedex', 'MENDE CEDEX 2', 'MENDE', { commune: 'MENDE' }, {}],
    ['code_postal', 'cedex', '48005', '48000', { postcode: '48000' }, {}],
    ['code_postal', 'spaces', '48 000', '48000', { postcode: '48000' }, {}],
    ['code_postal', 'spaces', ' 48000', '48000', { postcode: '48000' }, {}],
    ['code_insee', 'spaces', '48095 ', '48095', { communeCode: '48095' }, {}],
    [
      'latitude',
      'decimal-comma',
      '44,52',
      '44.52',
      { position: { latitude: 44.52, longitude: 3.5 } },
      {},
    ],
    ['date_maj', 'date-format', '25/12/2025', '2025-12-25', { updatedOn: '2025-12-25' }, {}],
    ['date_maj', 'date-format', '2025-12-25T10:00:00Z', '2025-12-25', {}, {}],
    ['frais_a_charge', 'spelling', 'GRATUIT', 'Gratuit', { fees: ['free'] }, {}],
    ['frais_a_charge', 'separator', 'Gratuit;Payant', 'Gratuit|Payant', {}, {}],
    ['frais_a_charge', 'spaces', 'Gratuit | Payant', 'Gratuit|Payant', {}, {}],
    [
      'modalites_acces',
      'spelling',
      'Ce lieu n’accueille pas de public',
      "Ce lieu n'accueille pas de public",
      { accessModes: ['no-public'] },
      {},
    ],
    [
      'services',
      'former-name',
      'Créer avec le numérique',
      'Loisirs et créations numériques',
      { services: ['Loisirs et créations numériques'] },
      {},
    ],
    ['typologie', 'former-name', 'PE|ASSO', 'FT|ASSO', { typologies: ['FT', 'ASSO'] }, {}],
    [
      'courriels',
      'separator',
      'a@lieu.example, b@lieu.example',
      'a@lieu.example|b@lieu.example',
      { emails: ['a@lieu.example', 'b@lieu.example'] },
      {},
    ],
    [
      'site_web',
      'separator',
      'https://a.example,https://b.example',
      'https://a.example|https://b.example',
      {},
      {},
    ],
    [
      'horaires',
      'french-hours',
      'lundi au vendredi 9h-12h',
      'Mo-Fr 09:00-12:00',
      { hoursText: 'Mo-Fr 09:00-12:00' },
      {},
    ],
  ])('%s, %s: %j', (field, reason, from, to, venue, others) => {
    const reading = read({ ...others, [field]: from });
    expect(reading.venue).toMatchObject(venue);
    expect(reading.repairs).toEqual([{ field, reason, from, to }]);
    expect(reading.flags).toEqual([]);
    expect(reading.cells).toEqual({ ...soundRow, ...others, [field]: to });
  });

  it('writes a field once, with every reason', () => {
    const from = 'Prendre en main un ordinateur; AIDE AUX DEMARCHES ADMINISTRATIVES';
    const to = 'Maîtrise des outils numériques du quotidien|Aide aux démarches administratives';
    const { repairs, cells } = read({ services: from });
    expect(repairs).toEqual(
      ['separator', 'former-name', 'spelling'].map((reason) => ({
        ...{ field: 'services', reason, from, to },
      })),
    );
    expect(cells['services']).toBe(to);
  });

  it('takes a semicolon inside an address for a part of it', () => {
    const site_web = 'https://lieu.example/page;id=1';
    expect(read({ site_web })).toMatchObject({ venue: { websites: [site_web] }, repairs: [] });
  });

  it('gives back the zero that a spreadsheet took from the postcode and the commune', () => {
    const reading = read({
      commune: 'Bourg-en-Bresse',
      code_postal: '1000',
      code_insee: '1053',
      latitude: '46.2',
      longitude: '5.24',
    });
    expect(reading.venue).toMatchObject({ postcode: '01000', communeCode: '01053', doubts: [] });
    expect(reading.repairs.map(({ reason }) => reason)).toEqual(['leading-zero', 'leading-zero']);
  });
});

describe('VE-12 VE-14 VE-15 VE-18 flags what is doubtful, and guesses nothing', () => {
  it.each([
    [{ telephone: '3646' }, { phone: null }, 'telephone', 'malformed'],
    [{ courriels: 'nobody' }, { emails: [] }, 'courriels', 'malformed'],
    [{ site_web: 'javascript:alert(1)' }, { websites: [] }, 'site_web', 'malformed'],
    [{ prise_rdv: 'javascript:alert(1)' }, { bookingUrl: null }, 'prise_rdv', 'malformed'],
    [{ pivot: '00000000000000' }, { pivot: null }, 'pivot', 'placeholder'],
    [{ pivot: '13002526500014' }, { pivot: null }, 'pivot', 'wrong-checksum'],
    [
      { services: 'Promouvoir la citoyenneté numérique' },
      { services: [] },
      'services',
      'no-successor',
    ],
    [
      { date_maj: '2027-01-01' },
      { updatedOn: null, doubts: ['date-doubtful'] },
      'date_maj',
      'in-future',
    ],
    [{ date_maj: '1970-01-01' }, { updatedOn: null }, 'date_maj', 'default-date'],
    [{ date_maj: '05/03/2021' }, { updatedOn: null }, 'date_maj', 'malformed'],
    [{ date_maj: '2025-02-30' }, { updatedOn: null }, 'date_maj', 'malformed'],
    [{ services: 'Danse de salon' }, { services: [] }, 'services', 'unknown-value'],
    [
      { horaires: 'un samedi sur deux' },
      { hoursText: 'un samedi sur deux' },
      'horaires',
      'not-understood',
    ],
    [{ horaires: 'Mo 14:00-12:00' }, { hoursText: 'Mo 14:00-12:00' }, 'horaires', 'reversed-range'],
    [{ horaires: 'Mo 09:00-12:00,11:00-13:00' }, {}, 'horaires', 'overlapping-ranges'],
  ])('%j', (cells, venue, field, reason) => {
    const reading = read(cells);
    expect(reading.venue).toMatchObject(venue);
    expect(reading.flags).toEqual([{ field, reason, value: Object.values(cells)[0] }]);
    expect(reading.repairs).toEqual([]);
    expect(reading.cells).toEqual({ ...soundRow, ...cells });
  });

  it('VE-16 sets a test record apart, and no venue whose name has the word', () => {
    for (const nom of ['ANCT Test', 'TEST', 'Structure de test 2', 'fiche test']) {
      expect(read({ nom })).toMatchObject({
        venue: { doubts: ['test-record'] },
        flags: [{ field: 'nom', reason: 'test-record', value: nom }],
      });
    }
    for (const nom of ['Demo-TIC', 'Centre de test TOEIC', 'La Fiche', 'Testament du numérique']) {
      expect(read({ nom })).toMatchObject({ venue: { doubts: [] }, flags: [] });
    }
  });

  it('knows the SIRET of a post office, whose key is its own', () => {
    expect(read({ pivot: '35600000012345' }).flags).toEqual([
      { field: 'pivot', reason: 'wrong-checksum', value: '35600000012345' },
    ]);
    expect(read({ pivot: '35600000000006' }).flags).toEqual([]);
  });
});

describe('VE-20 the commune', () => {
  it('is found by its name at its postcode', () => {
    expect(read({ code_insee: '' }).venue.communeCode).toBe('48095');
    expect(
      read({
        code_insee: '',
        commune: 'TOULOUSE 3E ARRONDISSEMENT',
        code_postal: '31100',
        latitude: '',
        longitude: '',
      }).venue.communeCode,
    ).toBe('31555');
  });

  it('is found by its name in the département, and the postcode is flagged', () => {
    const { venue, flags } = read({ code_insee: '', code_postal: '48100' });
    expect(venue).toMatchObject({ communeCode: '48095', doubts: [] });
    expect(flags).toEqual([
      { field: 'code_postal', reason: 'contradicts-commune', value: '48100' },
    ]);
  });

  it('is doubtful if its code is of another département than its postcode', () => {
    const { venue, flags } = read({
      commune: 'Mont-Dore',
      code_postal: '98809',
      code_insee: '63236',
      latitude: '-22.2',
      longitude: '166.5',
      telephone: '',
    });
    expect(venue).toMatchObject({
      communeCode: null,
      doubts: ['commune-doubtful', 'position-doubtful'],
    });
    expect(flags).toEqual([
      { field: 'code_insee', reason: 'contradicts-postcode', value: '63236' },
      { field: 'code_postal', reason: 'unknown-postcode', value: '98809' },
      { field: 'latitude', reason: 'far-from-commune', value: '-22.2, 166.5' },
    ]);
  });

  it('is sure if only the post office is another', () => {
    expect(read({ code_postal: '48100' }).venue).toMatchObject({
      communeCode: '48095',
      doubts: [],
    });
  });

  it('is doubtful if nothing says which it is', () => {
    const { venue, flags } = read({ code_insee: '', commune: 'Nulle-Part' });
    expect(venue).toMatchObject({ communeCode: null, doubts: ['commune-doubtful'] });
    expect(flags).toEqual([{ field: 'commune', reason: 'unknown-commune', value: 'Nulle-Part' }]);
  });

  it('keeps the CEDEX of a town with several postcodes, and says so', () => {
    const { venue, flags } = read({
      commune: 'Toulouse',
      code_postal: '31045',
      code_insee: '31555',
      latitude: '43.6',
      longitude: '1.44',
    });
    expect(venue).toMatchObject({ postcode: '31045', communeCode: '31555', doubts: [] });
    expect(flags).toEqual([{ field: 'code_postal', reason: 'unknown-postcode', value: '31045' }]);
  });
});

describe('VE-21 the position', () => {
  it.each([
    ['44.52', '3.5', null],
    ['44.6', '3.6', null],
    ['44.52', '3.9', 'far-from-commune'],
    ['3.5', '44.52', 'swapped'],
    ['0', '0', 'null-island'],
    ['144.5', '3.5', 'out-of-range'],
  ])('%s, %s in Mende: %s', (latitude, longitude, fault) => {
    const { venue, flags } = read({ latitude, longitude });
    expect(flags.map(({ reason }) => reason)).toEqual(fault === null ? [] : [fault]);
    expect(venue.doubts).toEqual(fault === null ? [] : ['position-doubtful']);
  });

  it.each([
    ['44.52', '', 'longitude', 'incomplete'],
    ['', '3.5', 'latitude', 'incomplete'],
    ['nord', '3.5', 'latitude', 'malformed'],
  ])('%j, %j is none', (latitude, longitude, field, reason) => {
    const { venue, flags } = read({ latitude, longitude });
    expect(venue).toMatchObject({ position: null, doubts: ['position-doubtful'] });
    expect(flags).toMatchObject([{ field, reason }]);
  });

  it('may be as far as the commune goes', () => {
    const maripasoula = { commune: 'Maripasoula', code_postal: '97370', code_insee: '97353' };
    // The town itself, 78 km from the middle of its forest.
    const { venue } = read({
      ...maripasoula,
      latitude: '3.64',
      longitude: '-54.03',
      telephone: '',
    });
    expect(venue.doubts).toEqual([]);
  });

  it('is missing without being doubtful', () => {
    expect(read({ latitude: '', longitude: '' }).venue).toMatchObject({
      position: null,
      doubts: [],
    });
  });
});
