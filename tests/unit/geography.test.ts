import { describe, expect, it } from 'vitest';
import {
  buildGazetteer,
  type Commune,
  distanceKm,
  phoneRegionOfDepartement,
  readCommunes,
  zoneOfDepartement,
} from '#src/geography';
import { fewCommunes, fewCommunesGazetteer } from '../support/venues.ts';

describe('distanceKm', () => {
  it('is the great circle', () => {
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    const saintDenis = { latitude: -20.8789, longitude: 55.4481 };
    expect(distanceKm(paris, paris)).toBe(0);
    expect(distanceKm(paris, { latitude: 45.764, longitude: 4.8357 })).toBeCloseTo(391.5, 0);
    expect(distanceKm(paris, saintDenis)).toBeGreaterThan(9000);
  });

  it('crosses the antimeridian the short way', () => {
    const west = { latitude: -14, longitude: -179.9 };
    expect(distanceKm(west, { latitude: -14, longitude: 179.9 })).toBeLessThan(25);
  });
});

describe('a département', () => {
  it('lives on its own clock and its own numbering plan', () => {
    expect(zoneOfDepartement('48')).toBe('Europe/Paris');
    expect(zoneOfDepartement('2A')).toBe('Europe/Paris');
    expect(zoneOfDepartement('976')).toBe('Indian/Mayotte');
    expect(zoneOfDepartement('988')).toBe('Pacific/Noumea');
    expect(phoneRegionOfDepartement('48')).toBe('FR');
    expect(phoneRegionOfDepartement('974')).toBe('RE');
  });
});

describe('the gazetteer', () => {
  const named = (communes: readonly Commune[]) => communes.map(({ name }) => name);
  const of = (name: string, population: number): Commune => ({
    code: name,
    name,
    postcodes: ['42000'],
    departement: '42',
    population,
    position: null,
    extentKm: 0,
  });
  const gazetteer = buildGazetteer([
    of('Saint-Étienne', 170_000),
    of('Saint-Étienne-du-Rouvray', 28_000),
    of('Le Saint', 600),
    of('Saint-Just-Saint-Rambert', 15_000),
    of('Rouvray', 500),
  ]);

  it('finds a name by the beginnings of its words, whatever the accents, hyphens and "St"', () => {
    expect(named(gazetteer.search('st etienne', 5))).toEqual([
      'Saint-Étienne',
      'Saint-Étienne-du-Rouvray',
    ]);
    expect(named(gazetteer.search('SAINT RAMB', 5))).toEqual(['Saint-Just-Saint-Rambert']);
  });

  it('puts the exact name first, then names that begin so, biggest first', () => {
    expect(named(gazetteer.search('rouvray', 5))).toEqual(['Rouvray', 'Saint-Étienne-du-Rouvray']);
    expect(named(gazetteer.search('saint', 2))).toEqual([
      'Saint-Étienne',
      'Saint-Étienne-du-Rouvray',
    ]);
  });

  it('finds by postcode and by code', () => {
    expect(named(fewCommunesGazetteer.search('480', 5)).toSorted()).toEqual(['Mende']);
    expect(fewCommunesGazetteer.byCode('2A004')?.name).toBe('Ajaccio');
    expect(fewCommunesGazetteer.byCode('99999')).toBeNull();
    expect(named(fewCommunesGazetteer.byPostcode('20090'))).toEqual(['Ajaccio']);
  });

  it('finds nothing for nothing', () => {
    expect(gazetteer.search('  - ', 5)).toEqual([]);
    expect(gazetteer.search('saint', 0)).toEqual([]);
  });
});

describe('readCommunes', () => {
  it('reads the rows of the shipped file', () => {
    const [mende] = fewCommunes;
    const row = ['48095', 'Mende', ['48000'], '48', 1000, 44.5179, 3.4991, 6];
    expect(readCommunes([row])).toEqual({ ok: true, value: [mende] });
  });

  it.each([
    [{}, { code: 'not-a-list', row: 0 }],
    [[['48095', 'Mende']], { code: 'not-a-commune', row: 0 }],
    [[['48095', 'Mende', [48000], '48', 1, null, null, 0]], { code: 'not-a-commune', row: 0 }],
  ])('refuses %j', (json, error) => {
    expect(readCommunes(json)).toEqual({ ok: false, error });
  });
});
