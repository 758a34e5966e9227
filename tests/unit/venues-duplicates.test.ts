import { describe, expect, it } from 'vitest';
import { groupDuplicates, type Venue } from '#src/venues';
import { someVenue } from '../support/venues.ts';

const none: ReadonlySet<string> = new Set();
/** A record of a library at 2 rue du Port, by the producer that bears the id. */
function record(id: string, given: Partial<Venue> = {}): Venue {
  const updatedOn = given.updatedOn === undefined ? '2026-01-15' : given.updatedOn;
  return someVenue({
    id,
    name: 'Médiathèque du Port',
    address: '2 rue du Port',
    sources: [{ id, source: `Producteur ${id}`, updatedOn }],
    ...given,
  });
}

const idsOf = (venues: readonly Venue[], anchored = none) =>
  groupDuplicates(venues, anchored).map(({ ids }) => [...ids]);

describe('VE-50 records of one place', () => {
  it.each<readonly [string, Partial<Venue>]>([
    ['the same name, written otherwise', { name: 'MEDIATHEQUE du Port' }],
    ['most of the same words', { name: 'Bibliothèque municipale du Port' }],
    ['the same address, shortened', { name: 'Médiathèque', address: '2, R. du Port - BP 12' }],
    [
      'the same name near by',
      { address: 'Quai Nord', position: { latitude: 44.525, longitude: 3.5 } },
    ],
    ['no position', { position: null }],
  ])('are grouped: %s', (_, given) => {
    expect(idsOf([record('a'), record('b', given)])).toEqual([['a', 'b']]);
  });

  it.each<readonly [string, Partial<Venue>]>([
    ['another postcode', { postcode: '48100' }],
    ['another organisation in the house', { name: 'Mission locale' }],
    ['a kind of venue only, of another name', { name: 'Centre social' }],
    ['farther than a kilometre', { position: { latitude: 44.54, longitude: 3.5 } }],
    ['the same name elsewhere, not placed', { address: 'Quai Nord', position: null }],
    [
      'the same name elsewhere, wrongly placed',
      { address: 'Quai Nord', doubts: ['position-doubtful'] },
    ],
    [
      'the same words in another commune of the postcode, not placed',
      { communeCode: '48092', commune: 'Marvejols', position: null },
    ],
    [
      'the same where neither the commune nor the place is sure',
      { communeCode: null, commune: 'Marvejols', position: null },
    ],
    ['another house', { name: 'Médiathèque annexe', address: '4 rue du Port' }],
    ['a street without number', { name: 'Médiathèque annexe', address: 'rue du Port' }],
    ['a venue that moves', { name: 'Médiathèque du Port, bus', itinerant: true }],
    ['a test', { doubts: ['test-record'] }],
  ])('are not: %s', (_, given) => {
    expect(idsOf([record('a'), record('b', given)])).toHaveLength(2);
  });

  it('are grouped where both are France Services, whatever each calls it', () => {
    const franceServices = { programmes: ['France Services' as const] };
    const named = record('a', { name: 'Espace France Services de Mende' });
    expect(idsOf([named, record('b', { name: 'Mairie', ...franceServices })])).toHaveLength(1);
    expect(idsOf([named, record('b', { name: 'Mairie' })])).toHaveLength(2);
  });

  it('are not grouped within a producer, unless they say the same', () => {
    const same = { sources: [{ id: 'x', source: 'Un', updatedOn: null }] };
    const one = record('a', same);
    expect(idsOf([one, record('b', same)])).toHaveLength(1);
    expect(idsOf([one, record('b', { ...same, name: 'Médiathèque' })])).toHaveLength(2);
  });

  it('are not chained: each says the same as all others', () => {
    const mairie = record('a', { name: 'Mairie' });
    const both = record('b', { name: 'Mairie et bibliothèque', updatedOn: '2025-01-01' });
    const library = record('c', { name: 'Bibliothèque' });
    const groups = idsOf([mairie, both, library]);
    expect(groups.some((ids) => ids.includes('a') && ids.includes('c'))).toBe(false);
  });
});

describe('VE-51 the record that is shown', () => {
  it('is the one on which something depends, else the one that is placed, else the newest', () => {
    const old = record('a', { updatedOn: '2020-01-01', position: null });
    const placed = record('b', { updatedOn: '2021-01-01' });
    const newest = record('c', { updatedOn: '2025-01-01' });
    expect(idsOf([old, placed, newest])).toEqual([['c', 'b', 'a']]);
    expect(idsOf([old, placed, newest], new Set(['a']))).toEqual([['a', 'c', 'b']]);
  });

  it('hides none on which something depends', () => {
    expect(idsOf([record('a'), record('b')], new Set(['a', 'b']))).toHaveLength(2);
  });
});

describe('VE-52 what is shown', () => {
  it('is what the record states, and of what it is silent on, what the newest other says', () => {
    const [group] = groupDuplicates(
      [
        record('a', { updatedOn: '2026-01-01', phone: null, fees: ['paid'], position: null }),
        record('b', {
          updatedOn: '2024-01-01',
          phone: '+33465710002',
          services: [],
          fees: ['free'],
        }),
        record('c', {
          ...{ updatedOn: '2025-01-01', phone: '+33465710003', hoursText: 'Mo 09:00-12:00' },
          ...{ position: null, services: ['Aide aux démarches administratives'] },
        }),
      ],
      new Set(['a']),
    );
    expect(group?.shown).toMatchObject({
      ...{ id: 'a', updatedOn: '2026-01-01', fees: ['paid'], phone: '+33465710003' },
      ...{ hoursText: 'Mo 09:00-12:00', services: ['Aide aux démarches administratives'] },
      ...{ position: { latitude: 44.52, longitude: 3.5 }, doubts: [] },
    });
    expect(group?.shown.sources.map(({ source }) => source)).toEqual([
      ...['Producteur a', 'Producteur b', 'Producteur c'],
    ]);
  });

  it('settles a doubt only by a record that is sure', () => {
    const unsure = {
      ...{ communeCode: null, updatedOn: null },
      ...{ doubts: ['commune-doubtful', 'position-doubtful', 'date-doubtful'] as const },
    };
    const anchored = new Set(['a']);
    const [settled] = groupDuplicates([record('a', unsure), record('b')], anchored);
    expect(settled?.shown).toMatchObject({
      ...{ communeCode: '48095', updatedOn: '2026-01-15', doubts: [] },
    });
    const [still] = groupDuplicates([record('a', unsure), record('b', unsure)], anchored);
    expect(still?.shown.doubts).toEqual(unsure.doubts);
  });
});
