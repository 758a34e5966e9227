import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dayHours,
  hoursPlaceOf,
  nextOpening,
  openAt,
  readFrenchHours,
  readHours,
  wallClock,
  weekOf,
} from '#src/hours';
import { askLibrary } from '../support/opening-hours-library.ts';

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const frenchNames = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
] as const;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Ranges in order that neither touch nor overlap. */
const ranges = fc
  .uniqueArray(fc.integer({ min: 1, max: 1439 }), { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map((times) =>
    times.flatMap((from, place) => {
      const to = times[place + 1];
      return place % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );

const days = fc.subarray([...dayNames], { minLength: 1 }).map((names) => names.join(','));
const spans = fc
  .tuple(fc.constantFrom(...dayNames), fc.constantFrom(...dayNames))
  .map(([from, to]) => `${from}-${to}`);
const openRule = fc
  .tuple(fc.oneof(days, spans), ranges)
  .map(
    ([named, times]) =>
      `${named} ${times.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(',')}`,
  );
const offRule = days.map((named) => `${named} off`);
const plainText = fc
  .tuple(openRule, fc.array(fc.oneof(openRule, offRule), { maxLength: 4 }))
  .map(([first, others]) => [first, ...others, 'PH off'].join('; '));

/** Communes in zones of both signs, with and without summer time. */
const commune = fc.constantFrom(
  '33063',
  '67482',
  '97209',
  '97302',
  '97411',
  '97502',
  '97608',
  '98818',
);
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 11, 31) })
  .map((epoch) => Temporal.Instant.fromEpochMilliseconds(epoch).toString());

describe('hours', () => {
  test('HO-1 HO-12 HO-21 a plain text is open when the library says so of the wall clock there', () => {
    fc.assert(
      fc.property(plainText, commune, instant, (text, code, at) => {
        const place = hoursPlaceOf(code, '');
        const wall = wallClock(at, place.zone);
        const ours = openAt(readHours(text), place, at, 'holiday');
        const theirs = askLibrary(text, place.territory).openOn(wall.day);
        expect(ours.open).toBe(
          theirs.some(([from, to]) => from <= wall.minutes && wall.minutes < to),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('HO-13 the next opening is later, open, and the first', () => {
    fc.assert(
      fc.property(plainText, commune, instant, (text, code, at) => {
        const hours = readHours(text);
        const place = hoursPlaceOf(code, '');
        const next = nextOpening(hours, place, at, 'to-check');
        if (next === null) return;
        const wait = Temporal.Instant.from(at).until(Temporal.Instant.from(next));
        expect(wait.sign).toBe(1);
        expect(openAt(hours, place, next, 'to-check').open).toBe(true);
        const before = Temporal.Instant.from(next).subtract({ minutes: 1 }).toString();
        // The minute before is shut, unless the clocks went forward over it.
        const offset = (moment: string) => wallClock(moment, place.zone).minutes;
        const isNextMinute = (offset(next) - offset(before) + 1440) % 1440 === 1;
        if (isNextMinute) expect(openAt(hours, place, before, 'to-check').open).not.toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('HO-2 readHours never fails', () => {
    const word = fc.constantFrom(
      'Mo-Fr',
      '09:00-12:00',
      'off',
      ';',
      ',',
      'PH',
      'SH',
      'week 1-53/2',
      'Jul 14',
      '"',
      '||',
      '[1]',
      '+1 day',
      'easter',
      '24:00',
      '-',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const hours = readHours(text);
          const opening = openAt(
            hours,
            hoursPlaceOf('33063', ''),
            '2026-07-14T10:00:00Z',
            'to-check',
          );
          if (!hours.trusted) expect(opening.open).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  test('HO-6 a week has days in order and ranges that end after they begin', () => {
    const days = fc.constantFrom('Mo', 'Tu-Th', 'Fr,Sa', 'Su-Tu', 'PH', 'Mo-Fr,PH', '');
    const time = fc.constantFrom('00:00', '08:30', '9', '12:00', '14:00', '24:00', '25:00');
    const range = fc.tuple(time, time).map((ends) => ends.join('-'));
    const ranges = fc.oneof(
      fc.constant('off'),
      fc.array(range, { minLength: 1, maxLength: 3 }).map((list) => list.join(',')),
    );
    const text = fc
      .array(
        fc.tuple(days, ranges).map((rule) => rule.join(' ').trim()),
        { maxLength: 4 },
      )
      .map((rules) => rules.join('; '));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (hours) => {
        const read = weekOf(readHours(hours));
        if (!read.understood) {
          expect(read.text).toBe(hours);
          return;
        }
        const named = read.week.flatMap((entry) => entry.days);
        expect(new Set(named).size).toBe(named.length);
        for (const { ranges: open } of read.week) {
          const ends = open.flatMap(({ from, to }) => [from, to]);
          expect(ends).toEqual([...new Set(ends)].toSorted());
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readFrenchHours', () => {
  const place = hoursPlaceOf('33063', '');
  const week = ['13', '14', '15', '16', '17', '18', '19'].map((day) => `2026-09-${day}`);
  const openOn = (osm: string, day: string) => {
    const opening = dayHours(readHours(osm), place, day, 'to-check');
    return opening.known ? opening.periods.map(({ from, to }) => [from, to]) : null;
  };

  const frenchTime = (minutes: number, style: number) => {
    const [hour = '', minute = ''] = clock(minutes).split(':');
    const short = minute === '00' ? `${Number(hour)}h` : `${Number(hour)}h${minute}`;
    return (
      [short, `${hour}h${minute}`, `${hour}:${minute}`, `${Number(hour)} h ${minute}`][style] ??
      short
    );
  };
  const schedule = fc.record({
    days: fc.array(ranges, { minLength: 7, maxLength: 7 }),
    style: fc.integer({ min: 0, max: 3 }),
    between: fc.constantFrom('-', ' - ', ' à ', '–'),
    join: fc.constantFrom(', ', ' / ', ' et ', ' et de '),
    colon: fc.constantFrom(' ', ' : ', ': ', ' de '),
    end: fc.constantFrom('; ', '\n', '. ', ', ', ' '),
  });

  test('HO-30 what is said of each day is what is read', () => {
    fc.assert(
      fc.property(schedule, (said) => {
        const text = said.days
          .map((day, index) => {
            const times = day.map(
              ({ from, to }) =>
                frenchTime(from, said.style) + said.between + frenchTime(to, said.style),
            );
            return `${frenchNames[index]}${said.colon}${times.join(said.join)}`;
          })
          .join(said.end);
        const osm = readFrenchHours(text);
        expect(osm, text).not.toBeNull();
        for (const [index, day] of week.entries()) {
          // 13 September 2026 is a Sunday.
          const expected = said.days[(index + 6) % 7]?.map(({ from, to }) => [from, to]);
          expect(openOn(osm ?? '', day), `${text} → ${osm}`).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('HO-30 whatever it gives, the library takes without a warning and means the same by', () => {
    const word = fc.constantFrom(
      ...frenchNames,
      'du',
      'au',
      'à',
      '-',
      '/',
      'et',
      ',',
      ';',
      '9h',
      '12h',
      '14h30',
      '17h',
      '9h-12h',
      '14h-17h',
      '14h30-16h',
      'fermé',
      'sauf',
      'tous les jours',
      'jours fériés',
      'sur rendez-vous',
      'matin',
      'après-midi',
      ':',
      '\n',
      'le week-end',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const osm = readFrenchHours(words.join(' '));
        if (osm === null) return;
        const library = askLibrary(osm);
        expect([osm, library.warnings]).toEqual([osm, []]);
        for (const day of week) {
          const ours = openOn(osm, day);
          if (ours !== null) expect([osm, day, ours]).toEqual([osm, day, library.openOn(day)]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
