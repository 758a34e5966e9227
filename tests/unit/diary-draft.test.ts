import { describe, expect, test } from 'vitest';
import { usualRules } from '#src/booking';
import { type DiaryView, diaryRules } from '#src/contract';
import {
  draftOf,
  isWhole,
  newKind,
  rulesOf,
  withoutKind,
} from '../../renderer/features/referrals/diary-draft.ts';
import { uuidOf } from '../support/desk-operations.ts';

let made = 0;
const newId = () => uuidOf(`draft-${++made}`);
const name = 'Accompagnement individuel';

const workshop = { ...newKind('Atelier', newId), minutes: 90, places: 6 };
const diary: DiaryView = {
  ...usualRules,
  id: 'diary',
  venueId: 'venue',
  mediator: null,
  zone: 'Europe/Paris',
  territory: 'mainland',
  kinds: [newKind(name, newId), workshop],
  ranges: [
    { weekday: 2, from: '14:00', to: '16:00', since: null, until: null, kindId: workshop.id },
    { weekday: 1, from: '09:00', to: '12:00', since: null, until: null, kindId: null },
  ],
  exceptions: [
    { type: 'open', day: '2026-12-05', from: '09:00', to: '12:00', kindId: workshop.id },
    { type: 'closed', day: '2026-12-07', from: '09:00', to: '10:00' },
  ],
  absences: [{ from: '2026-12-21', until: '2026-12-31' }],
};

describe('a diary that is edited', () => {
  test('comes out as it went in, in the order of the week', () => {
    const draft = draftOf(diary, name, newId);
    expect(isWhole(draft)).toBe(true);
    const { id: _id, venueId: _venueId, mediator: _mediator, zone: _zone, ...rest } = diary;
    const { territory: _territory, ...rules } = rest;
    expect(rulesOf(draft)).toEqual({ ...rules, ranges: [...diary.ranges].reverse() });
  });

  test('begins with an hour at the venue where there is none yet', () => {
    const rules = rulesOf(draftOf(null, name, newId));
    expect(rules.kinds).toMatchObject([{ name, minutes: 60, where: ['venue'] }]);
    expect(diaryRules.safeParse(rules).success).toBe(true);
  });

  test('what was kept for a kind that goes is open to any', () => {
    const rules = rulesOf(withoutKind(draftOf(diary, name, newId), workshop.id));
    expect(rules.kinds).toHaveLength(1);
    expect(rules.ranges.map(({ kindId }) => kindId)).toEqual([null, null]);
    expect(rules.exceptions[0]).toMatchObject({ type: 'open', kindId: null });
  });

  test.each([
    ['a kind without a name', { kinds: [{ ...workshop, name: ' ' }] }],
    ['a kind that takes place nowhere', { kinds: [{ ...workshop, where: [] }] }],
    ['no kind', { kinds: [] }],
    ['an absence without its end', { absences: [{ key: 'a', from: '2026-12-21', until: '' }] }],
    [
      'an absence that ends before it begins',
      { absences: [{ key: 'a', from: '2026-12-21', until: '2026-12-20' }] },
    ],
    [
      'a day apart without its day',
      {
        exceptions: [
          { key: 'e', type: 'closed' as const, day: '', from: '09:00', to: '10:00', kindId: null },
        ],
      },
    ],
  ])('%s cannot be saved', (_name, wrong) => {
    expect(isWhole({ ...draftOf(diary, name, newId), ...wrong })).toBe(false);
  });

  test('what is still incomplete takes no time away meanwhile', () => {
    const draft = draftOf(diary, name, newId);
    const typing = { ...draft, absences: [{ key: 'a', from: '2026-12-21', until: '' }] };
    expect(rulesOf(typing).absences).toEqual([]);
  });
});
