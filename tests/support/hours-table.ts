import { hoursPlaceOf, nextOpening, openAt, readHours } from '#src/hours';

/**
 * Texts at instants at which some zone of the world changes its clocks, or its day: run as a program, it
 * prints what they give, which must not hang on the zone that it runs in.
 */
const texts = [
  'Mo-Su 00:30-03:30,09:00-12:00; PH off',
  'week 1-53 Mo-Su 00:30-03:30,09:00-12:00; PH off',
  'Mar-Apr,Aug-Nov Mo-Su 02:15-02:45,23:30-24:00; PH off',
  'week 1-53/2 Mo-Su 20:00-26:00; PH off',
];
const instants = [
  // Europe/Paris
  '2026-03-29T00:45:00Z',
  '2026-03-29T01:15:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  // America/New_York
  '2026-03-08T01:30:00Z',
  '2026-03-08T07:30:00Z',
  '2026-11-01T00:30:00Z',
  // America/Santiago changes at midnight.
  '2026-04-04T22:45:00Z',
  '2026-09-05T22:45:00Z',
  '2026-09-06T00:45:00Z',
  // Pacific/Auckland
  '2026-04-05T00:30:00Z',
  '2026-09-27T00:20:00Z',
  '2026-07-14T08:00:00Z',
];
const communes = ['33063', '97502', '98818'];

const answers = texts.flatMap((text) =>
  communes.flatMap((commune) =>
    instants.map((instant) => {
      const hours = readHours(text);
      const place = hoursPlaceOf(commune, '');
      const { open, reason } = openAt(hours, place, instant, 'to-check');
      const next = nextOpening(hours, place, instant, 'to-check');
      return { text, commune, instant, open, reason, next };
    }),
  ),
);
process.stdout.write(JSON.stringify(answers));
