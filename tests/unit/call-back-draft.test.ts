import { expect, test } from 'vitest';
import { err, ok } from '#src/kernel';
import {
  readCallBackNumber,
  readOwnTime,
} from '../../renderer/features/call/call-back/call-back-draft.ts';
import { placeOfCall } from '../../renderer/features/call/call-back/place-of-call.ts';

const now = '2026-11-24T08:10:00.000Z';
const paris = 'Europe/Paris';

test('a day and a part of it, or a time, are read on the caller’s clock', () => {
  const draft = { day: '2026-12-01', part: 'afternoon', time: '' } as const;
  expect(readOwnTime(draft, paris, now)).toEqual(ok('2026-12-01T13:00:00Z'));
  expect(readOwnTime({ ...draft, part: 'morning' }, 'Indian/Reunion', now)).toEqual(
    ok('2026-12-01T05:00:00Z'),
  );
  expect(readOwnTime({ ...draft, part: 'time', time: '17:45' }, paris, now)).toEqual(
    ok('2026-12-01T16:45:00Z'),
  );
});

test('a time that is past or not given is asked for again', () => {
  const draft = { day: '2026-11-24', part: 'morning', time: '' } as const;
  expect(readOwnTime(draft, paris, now)).toEqual(err('not-to-come'));
  expect(readOwnTime({ ...draft, day: '' }, paris, now)).toEqual(err('not-to-come'));
  expect(readOwnTime({ ...draft, part: 'time' }, paris, now)).toEqual(err('not-to-come'));
});

test.each(['12026-12-01', '9999-12-31', '2062-12-01'])(
  'a mistyped year is asked for again: %s',
  (day) => {
    const draft = { day, part: 'morning', time: '' } as const;
    expect(readOwnTime(draft, 'America/Martinique', now)).toEqual(err('not-to-come'));
  },
);

test('CA-12 a number is needed only where none is known', () => {
  const known = '+33465712814';
  expect(readCallBackNumber(' ', known, 'FR')).toEqual(ok(null));
  expect(readCallBackNumber('', null, 'FR')).toEqual(err('missing'));
  expect(readCallBackNumber('06 39 98 04 12', known, 'FR')).toEqual(ok('+33639980412'));
  expect(readCallBackNumber('06 39 98 04', null, 'FR')).toEqual(err('not-a-phone-number'));
  expect(readCallBackNumber('3939', null, 'FR')).toEqual(err('short-code'));
});

test('the clock is that of the commune, else of the line’s territory', () => {
  const territories = [
    { id: 'lozere', name: 'Lozère', departements: ['48'] },
    { id: 'reunion', name: 'La Réunion', departements: ['974'] },
  ];
  const zoneOf = (communeCode: string | null, territoryId: string) =>
    placeOfCall(communeCode, { territoryId }, territories).zone;
  expect(zoneOf(null, 'lozere')).toBe(paris);
  expect(zoneOf(null, 'reunion')).toBe('Indian/Reunion');
  expect(zoneOf('97411', 'lozere')).toBe('Indian/Reunion');
  expect(placeOfCall(null, null, territories).zone).toBe(paris);
});
