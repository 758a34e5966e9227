import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  departementOfCommune,
  distanceKm,
  phoneRegionOfDepartement,
  postalDepartementOf,
  readCommunes,
  zoneOfDepartement,
  zoneOfPlace,
} from '#src/geography';
import { fewCommunes } from '../support/venues.ts';

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
  // Standard time, and the difference in summer, by the decrees on the legal time of each territory.
  it.each([
    ['48', 1, 1],
    ['2A', 1, 1],
    ['971', -4, 0],
    ['972', -4, 0],
    ['973', -3, 0],
    ['974', 4, 0],
    ['975', -3, 1],
    ['976', 3, 0],
    ['977', -4, 0],
    ['978', -4, 0],
    ['984', 5, 0],
    ['986', 12, 0],
    ['987', -10, 0],
    ['988', 11, 0],
    ['989', -8, 0],
  ])('GE-10 %s lives on its own clock', (departement, winter, summer) => {
    const zone = zoneOfDepartement(departement);
    const hoursOn = (day: string) =>
      Temporal.PlainDate.from(day).toZonedDateTime(zone).offsetNanoseconds / 3.6e12;
    expect([hoursOn('2026-01-15'), hoursOn('2026-07-15')]).toEqual([winter, winter + summer]);
    // The desk's own clock knows the zone as well.
    const { timeZone } = new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions();
    expect(timeZone).not.toBe('');
  });

  it.each([
    ['98718', '98740', 'Fatu-Hiva', 'Pacific/Marquesas'],
    ['98731', '98742', 'Nuku-Hiva', 'Pacific/Marquesas'],
    ['98757', '98745', 'Ua-Pou', 'Pacific/Marquesas'],
    ['98719', '98755', 'Gambier', 'Pacific/Gambier'],
    ['98732', '98788', 'Nukutavake', 'Pacific/Tahiti'],
    ['98747', '98719', 'Taiarapu-Est', 'Pacific/Tahiti'],
    ['98724', '98731', 'Huahine', 'Pacific/Tahiti'],
    ['98735', '98713', 'Papeete', 'Pacific/Tahiti'],
    ['97123', '97133', 'Saint-Barthélemy', 'America/Guadeloupe'],
    ['2A004', '20000', 'Ajaccio', 'Europe/Paris'],
    ['01053', '01000', 'Bourg-en-Bresse', 'Europe/Paris'],
  ])('GE-10 %s, %s (%s) is on the clock of its island', (commune, postcode, _, zone) => {
    expect(zoneOfPlace(commune, postcode)).toBe(zone);
    expect(zoneOfPlace(null, postcode)).toBe(zone);
  });

  it('GE-10 has its own numbering plan', () => {
    expect(phoneRegionOfDepartement('48')).toBe('FR');
    expect(phoneRegionOfDepartement('974')).toBe('RE');
    expect(phoneRegionOfDepartement('978')).toBe('MF');
  });

  it.each([
    ['2A004', '2A', '20'],
    ['2B033', '2B', '20'],
    ['97123', '971', '971'],
    ['97701', '977', '971'],
    ['97801', '978', '971'],
    ['97502', '975', '975'],
    ['98901', '989', '987'],
    ['48095', '48', '48'],
  ])('says where %s is, and where the post puts it', (code, departement, postal) => {
    expect(departementOfCommune(code)).toBe(departement);
    expect(postalDepartementOf(departement)).toBe(postal);
  });
});

describe('readCommunes', () => {
  it('reads the rows of the shipped file', () => {
    const [mende] = fewCommunes;
    const row = ['48095', 'Mende', ['48000'], '48', 1000, 44.5179, 3.4991, 6, []];
    expect(readCommunes([row])).toEqual({ ok: true, value: [mende] });
  });

  it.each([
    [{}, { code: 'not-a-list', row: 0 }],
    [[['48095', 'Mende']], { code: 'not-a-commune', row: 0 }],
    [[['48095', 'Mende', [48000], '48', 1, null, null, 0, []]], { code: 'not-a-commune', row: 0 }],
    [[['48095', 'Mende', ['48000'], '48', 1, null, null, 0]], { code: 'not-a-commune', row: 0 }],
  ])('refuses %j', (json, error) => {
    expect(readCommunes(json)).toEqual({ ok: false, error });
  });
});
