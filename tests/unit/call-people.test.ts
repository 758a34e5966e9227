import { describe, expect, test } from 'vitest';
import { type PersonDetails, readPerson } from '#src/contract';
import {
  draftOf,
  maybeHelped,
  maybePeople,
} from '../../renderer/features/call/people/person-draft.ts';

const odile: PersonDetails = {
  personId: '01890000-0000-7000-8000-000000000001',
  name: 'Odile Vernhet',
  phone: '+33465712814',
  email: null,
  address: null,
};
const { personId } = odile;

describe('a person as typed', () => {
  test('reads back what is known', () => {
    expect(readPerson(draftOf(odile, personId, null), 'FR')).toEqual({ ok: true, value: odile });
  });

  test('starts from the number that phones, as people write it', () => {
    expect(draftOf(null, personId, '+33465712814').phone).toBe('04 65 71 28 14');
  });

  test('takes a number without a country code on the line’s own plan', () => {
    const draft = { ...draftOf(null, personId, null), name: 'M. Payet', phone: '0639 98 25 07' };
    expect(readPerson(draft, 'FR')).toMatchObject({ value: { phone: '+33639982507' } });
  });

  test('says everything that is wrong at once', () => {
    const draft = { personId, name: ' ', phone: '12', email: 'odile@', address: '' };
    expect(readPerson(draft, 'FR')).toEqual({
      ok: false,
      error: { name: 'missing', phone: 'short-code', email: 'not-an-email' },
    });
  });
});

test('those who called before are named once, newest first; calls without a name say nothing', () => {
  const claire = { ...odile, personId: '01890000-0000-7000-8000-000000000002', name: 'Claire' };
  const earlier = [{ person: null }, { person: odile }, { person: claire }, { person: odile }];
  expect(maybePeople(earlier).map(({ name }) => name)).toEqual(['Odile Vernhet', 'Claire']);
});

test('a call is for whom an earlier one was for, with who phoned then, the newest of each', () => {
  const claire = { ...odile, personId: '01890000-0000-7000-8000-000000000002', name: 'Claire' };
  const neighbour = { ...odile, personId: '01890000-0000-7000-8000-000000000003', name: 'Paul' };
  const earlier = [
    { person: claire, beneficiary: null },
    { person: claire, beneficiary: odile },
    { person: neighbour, beneficiary: odile },
    { person: null, beneficiary: null },
  ];
  expect(maybeHelped(earlier, true)).toEqual([{ caller: claire, beneficiary: odile }]);
  expect(maybeHelped(earlier, false)).toEqual([
    { caller: claire, beneficiary: null },
    { caller: neighbour, beneficiary: null },
    { caller: odile, beneficiary: null },
  ]);
});
