import { describe, expect, it } from 'vitest';
import { duplicateFinder, type RowReading, readVenueRow } from '#src/venues';
import { fewCommunesGazetteer, someVenue, soundRow } from '../support/venues.ts';

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

describe('VE-11 repairs what is certain, and says so', () => {
  const sada = { commune: 'Sada', code_postal: '97640', code_insee: '97616' };
  it.each([
    [{ telephone: '04 65 71 00 01' }, { phone: '+33465710001' }, 'telephone', 'phone-format'],
    [
      { telephone: '0465710001 / 0465710002' },
      { phone: '+33465710001' },
      'telephone',
      'first-of-several',
    ],
    [
      { ...sada, latitude: '', longitude: '', telephone: '+269269600000' },
      { phone: '+262269600000' },
      'telephone',
      'mayotte-prefix',
    ],
    [{ commune: 'MENDE CEDEX 2' }, { commune: 'MENDE' }, 'commune', 'cedex'],
    [{ code_postal: '48005' }, { postcode: '48000' }, 'code_postal', 'cedex'],
    [{ code_postal: '48 000' }, { postcode: '48000' }, 'code_postal', 'spaces'],
    [
      { latitude: '44,52' },
      { position: { latitude: 44.52, longitude: 3.5 } },
      'latitude',
      'decimal-comma',
    ],
    [{ date_maj: '25/12/2025' }, { updatedOn: '2025-12-25' }, 'date_maj', 'date-format'],
    [{ date_maj: '2025-12-25T10:00:00Z' }, { updatedOn: '2025-12-25' }, 'date_maj', 'date-format'],
    [{ frais_a_charge: 'GRATUIT' }, { fees: ['free'] }, 'frais_a_charge', 'spelling'],
    [
      { modalites_acces: 'Ce lieu n’accueille pas de public' },
      { accessModes: ['no-public'] },
      'modalites_acces',
      'spelling',
    ],
    [
      { services: 'Créer avec le numérique' },
      { services: ['Loisirs et créations numériques'] },
      'services',
      'former-name',
    ],
    [
      { frais_a_charge: 'Gratuit;Payant' },
      { fees: ['free', 'paid'] },
      'frais_a_charge',
      'separator',
    ],
  ])('%j', (cells, venue, field, reason) => {
    const reading = read(cells);
    expect(reading.venue).toMatchObject(venue);
    expect(reading.repairs).toEqual([{ field, reason }]);
    expect(reading.flags).toEqual([]);
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

describe('VE-12 VE-14 VE-15 flags what is doubtful, and guesses nothing', () => {
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
      'unknown-value',
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
    [
      { horaires: 'sur rendez-vous' },
      { hoursText: 'sur rendez-vous' },
      'horaires',
      'not-understood',
    ],
  ])('%j', (cells, venue, field, reason) => {
    const reading = read(cells);
    expect(reading.venue).toMatchObject(venue);
    expect(reading.flags).toEqual([{ field, reason }]);
    expect(reading.repairs).toEqual([]);
  });

  it('knows the SIRET of a post office, whose key is its own', () => {
    expect(read({ pivot: '35600000012345' }).flags).toEqual([
      { field: 'pivot', reason: 'wrong-checksum' },
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
    expect(flags).toEqual([{ field: 'code_postal', reason: 'contradicts-commune' }]);
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
    expect(flags).toContainEqual({ field: 'code_insee', reason: 'contradicts-postcode' });
    expect(flags).toContainEqual({ field: 'latitude', reason: 'far-from-commune' });
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
    expect(flags).toEqual([{ field: 'commune', reason: 'unknown-commune' }]);
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
    expect(flags).toEqual([{ field: 'code_postal', reason: 'unknown-postcode' }]);
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
    expect(flags).toEqual([{ field, reason }]);
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

describe('VE-13 duplicates', () => {
  it('are the same name or the same address at the same postcode', () => {
    const isDuplicate = duplicateFinder();
    const first = someVenue({ id: '1', name: 'Médiathèque', address: '2 rue du Port' });
    expect(isDuplicate(first)).toBe(false);
    expect(isDuplicate(someVenue({ id: '2', name: 'MEDIATHEQUE' }))).toBe(true);
    expect(isDuplicate(someVenue({ id: '3', address: '2, Rue du Port' }))).toBe(true);
    expect(isDuplicate(someVenue({ id: '4', name: 'Médiathèque', postcode: '48100' }))).toBe(false);
  });
});
