import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFilters, wishes } from '#src/venues';
import { keptFilters } from '../../renderer/features/orientation/kept-filters.ts';
import { openChoices } from '../../renderer/map/open-choices.ts';
import { clocksDiffer } from '../../renderer/search/clock-time.ts';
import {
  type DeskFilters,
  filtersAt,
  firstFilters,
  wider,
  withFilters,
  withOrigin,
  zoneOf,
} from '../../renderer/search/desk-filters.ts';

const filled: DeskFilters = {
  filters: {
    ...noFilters,
    services: ['Aide aux démarches administratives'],
    specialCare: ['other-languages'],
    fees: ['free'],
    itinerant: ['fixed'],
    programmes: ['France Services'],
    maxKm: 10,
    openAt: '2026-11-25T13:00:00Z',
    bookable: true,
  },
  isOpenNow: false,
  wishes: ['free', 'walk-in'],
  origin: { kind: 'point', position: { latitude: 44.5, longitude: 3.5 }, label: 'près de Mende' },
};

describe('the filters that a draft keeps', () => {
  it('are read again as they were', () => {
    const desks = fc.record<DeskFilters>({
      filters: fc.constantFrom(noFilters, filled.filters),
      isOpenNow: fc.boolean(),
      wishes: fc.subarray([...wishes]),
      origin: fc.constantFrom(null, filled.origin, { kind: 'commune', code: '48095' } as const),
    });
    fc.assert(
      fc.property(desks, (desk) => {
        expect(keptFilters.parse(JSON.parse(JSON.stringify(desk)))).toEqual(desk);
      }),
    );
  });

  it('of a call that was under way before the update are read too', () => {
    expect(
      keptFilters.parse({
        service: 'Aide aux démarches administratives',
        maxKm: 50,
        communeCode: '48095',
        wishes: ['free'],
      }),
    ).toEqual({
      ...firstFilters,
      filters: { ...noFilters, maxKm: 50, services: ['Aide aux démarches administratives'] },
      wishes: ['free'],
      origin: { kind: 'commune', code: '48095' },
    });
  });
});

describe('a venue that must be open', () => {
  it('now is open at the moment of the search', () => {
    const desk = { ...firstFilters, isOpenNow: true };
    const now = '2026-11-24T09:02:00Z';
    expect(filtersAt(desk, now).openAt).toBe(now);
    expect(filtersAt(firstFilters, now).openAt).toBeNull();
  });

  it('at a time that is chosen need not be open now', () => {
    const desk = { ...firstFilters, isOpenNow: true };
    expect(withFilters(desk, { ...desk.filters, fresh: true }).isOpenNow).toBe(true);
    expect(withFilters(desk, filled.filters).isOpenNow).toBe(false);
  });

  it('is so on the clock of the place from which the search starts', () => {
    expect(zoneOf({ ...firstFilters, origin: { kind: 'commune', code: '97411' } })).toBe(
      'Indian/Reunion',
    );
    const fortDeFrance = { latitude: 14.6, longitude: -61.07 };
    expect(
      zoneOf({ ...firstFilters, origin: { kind: 'point', position: fortDeFrance, label: '' } }),
    ).toBe('America/Martinique');
  });
});

describe('the parts of days to choose from', () => {
  /** A Sunday, 23:30 in Paris and Monday 02:30 in Réunion. */
  const sundayNight = '2026-11-22T22:30:00Z';

  it('are those to come, each weekday once, on the clock of the place', () => {
    const choices = openChoices(sundayNight, 'Indian/Reunion');
    expect(choices[0]).toEqual({
      instant: '2026-11-23T06:00:00Z',
      weekday: null,
      part: 'morning',
    });
    expect(choices).toHaveLength(14);
    expect(choices.find(({ weekday, part }) => weekday === 3 && part === 'afternoon')).toEqual({
      instant: '2026-11-25T10:00:00Z',
      weekday: 3,
      part: 'afternoon',
    });
    expect(openChoices(sundayNight, 'Europe/Paris').map(({ weekday }) => weekday)).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6,
    ]);
  });

  it('keep to the clock across a change of it', () => {
    const [, saturdayAfternoon, sundayMorning] = openChoices(
      '2026-10-23T22:30:00Z',
      'Europe/Paris',
    );
    expect(saturdayAfternoon?.instant).toBe('2026-10-24T12:00:00Z');
    expect(sundayMorning?.instant).toBe('2026-10-25T09:00:00Z');
  });

  it('say whose clock it is only where another one shows something else', () => {
    const noon = '2026-11-25T12:00:00Z';
    expect(clocksDiffer(noon, 'Europe/Paris', 'Europe/Brussels')).toBe(false);
    expect(clocksDiffer(noon, 'Europe/Paris', 'Indian/Reunion')).toBe(true);
  });
});

describe('a search that starts from elsewhere', () => {
  const toReunion = { kind: 'commune', code: '97411' } as const;

  it('keeps the time that was chosen on the clock of the new place', () => {
    const wednesday = { ...filled, origin: { kind: 'commune', code: '48095' } as const };
    expect(withOrigin(wednesday, toReunion).filters.openAt).toBe('2026-11-25T10:00:00Z');
    expect(withOrigin(withOrigin(wednesday, toReunion), wednesday.origin)).toEqual(wednesday);
    expect(withOrigin(firstFilters, toReunion)).toEqual({ ...firstFilters, origin: toReunion });
  });
});

describe('a search that found nothing', () => {
  it('is widened step by step until there is no farther', () => {
    expect([5, 20, 100, null].map(wider)).toEqual([10, 50, null, null]);
  });
});
