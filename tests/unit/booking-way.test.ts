import { describe, expect, it } from 'vitest';
import { bookingWayOf, newsOfRdv, offerEnd, periodElsewhere } from '#src/booking';

describe('BO-60 how an appointment is had', () => {
  it.each([
    [null, 'request'],
    ['', 'request'],
    ['Par téléphone', 'request'],
    ['mailto:lieu@exemple.invalid', 'request'],
    ['javascript:alert(1)', 'request'],
    ['https://lieu.exemple.invalid/agenda', 'own-page'],
    ['http://lieu.exemple.invalid', 'own-page'],
    ['https://rdv.anct.gouv.fr/prendre_rdv?departement=48', 'rdv-service-public'],
    ['https://www.rdv-solidarites.fr', 'rdv-service-public'],
    ['HTTPS://WWW.RDV-AIDE-NUMERIQUE.FR/', 'rdv-service-public'],
    ['https://rdv.anct.gouv.fr:443/x', 'rdv-service-public'],
    ['https://rdv.anct.gouv.fr.exemple.invalid/', 'own-page'],
    ['https://faux-rdv-solidarites.fr/', 'own-page'],
    ['https://exemple.invalid/?de=rdv.anct.gouv.fr', 'own-page'],
    ['https://rdv.anct.gouv.fr@exemple.invalid/', 'request'],
  ] as const)('at %s', (bookingUrl, way) => {
    expect(bookingWayOf({ bookingUrl }, false)).toBe(way);
    expect(bookingWayOf({ bookingUrl }, true)).toBe('diary');
  });
});

it('BO-62 an appointment elsewhere is taken to last an hour, across a change of clocks too', () => {
  expect(periodElsewhere('2026-03-29T02:30:00+02:00')).toEqual({
    start: '2026-03-29T00:30:00Z',
    end: '2026-03-29T01:30:00Z',
  });
});

it('BO-66 what RDV Service Public may come to say and is not known here says nothing', () => {
  for (const status of ['', 'waiting', 'SEEN', 'toString']) expect(newsOfRdv(status)).toBeNull();
});

describe('BO-74 the end of an offer', () => {
  it.each([
    ['in the morning', '2026-11-24T09:00', '2026-11-24T13:00'],
    ['at the last moment of a day', '2026-11-24T16:00', '2026-11-24T20:00'],
    ['in the evening', '2026-11-24T19:00', '2026-11-25T11:00'],
    ['at night', '2026-11-24T03:00', '2026-11-24T12:00'],
    ['on a Saturday evening', '2026-11-28T18:30', '2026-11-30T10:30'],
    ['on a Sunday', '2026-11-29T12:00', '2026-11-30T12:00'],
    ['over the night in which the clocks go forward', '2026-03-28T19:00', '2026-03-30T11:00'],
  ])('made %s', (_, made, ends) => {
    const offset = made < '2026-03-29' || made > '2026-10-25' ? '+01:00' : '+02:00';
    const endOffset = ends > '2026-03-29' && ends < '2026-10-25' ? '+02:00' : '+01:00';
    expect(Date.parse(offerEnd(`${made}:00${offset}`, 'Europe/Paris'))).toBe(
      Date.parse(`${ends}:00${endOffset}`),
    );
  });
});
