import { describe, expect, it } from 'vitest';
import { travelLimit, travelRequest } from '#src/contract';
import { en } from '../../renderer/i18n/en.ts';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { waysAsked } from '../../renderer/map/use-ways.ts';
import { wayLine } from '../../renderer/map/venue-words.ts';
import { someVenue } from '../support/venues.ts';

const mende = { latitude: 44.5179, longitude: 3.4991 };
const match = (id: string, position: typeof mende | null) => ({
  venue: someVenue({ id, position }),
  distanceKm: 1,
  opening: null,
  freeFrom: null,
  costKm: 1,
  reasons: [],
});
const from = { commune: null, position: mende };

describe('what a desk asks about roads', () => {
  it('GE-41 starts from about where the person is, never from where exactly', () => {
    const asked = waysAsked({ from, matches: [match('a', mende)] });
    expect(asked).toEqual({
      ids: ['a'],
      body: { from: { latitude: 44.52, longitude: 3.5 }, to: [mende] },
    });
    expect(travelRequest.safeParse(asked?.body).success).toBe(true);
  });

  it('GE-40 goes to the first venues that have a position', () => {
    const many = Array.from({ length: travelLimit + 5 }, (_, place) => match(`v${place}`, mende));
    const asked = waysAsked({ from, matches: [match('nowhere', null), ...many] });
    expect(asked?.ids).toEqual(many.slice(0, travelLimit).map(({ venue }) => venue.id));
    expect(asked?.body.to).toHaveLength(travelLimit);
  });

  it('is nothing without a start, or without a place to go to', () => {
    expect(waysAsked(null)).toBeNull();
    expect(waysAsked({ from: null, matches: [match('a', mende)] })).toBeNull();
    expect(
      waysAsked({ from: { ...from, position: null }, matches: [match('a', mende)] }),
    ).toBeNull();
    expect(waysAsked({ from, matches: [match('nowhere', null)] })).toBeNull();
  });
});

describe('the way by road, in words', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  it.each([
    [5, 'Par la route : 3,2 km, environ 5 min.', 'By road: 3.2 km, about 5 min.'],
    [60, 'Par la route : 3,2 km, environ 1 h.', 'By road: 3.2 km, about 1 h.'],
    [65, 'Par la route : 3,2 km, environ 1 h 05.', 'By road: 3.2 km, about 1 h 5 min.'],
  ])('of %s minutes', (minutes, french, english) => {
    const said = (venues: typeof fr.venues, locale: 'fr-FR' | 'en-GB') =>
      plain(wayLine({ km: 3.2, minutes }, { venues, format: formatFor(locale) }).text);
    expect(said(fr.venues, 'fr-FR')).toBe(french);
    expect(said(en.venues, 'en-GB')).toBe(english);
  });
});
