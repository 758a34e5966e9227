import { describe, expect, it } from 'vitest';
import type { BookingView, DiaryView, RefusalCode } from '#src/contract';
import { present } from '#src/kernel';
import { type HoldRecord, holdStatus } from '../../renderer/features/orientation/hold.ts';
import {
  chosenKind,
  chosenMediator,
  chosenPlace,
  kindChoices,
  mediatorChoices,
  offersByDay,
  offersOf,
  placeWished,
  withMediator,
} from '../../renderer/features/orientation/offers.ts';
import { reachableAt, readPeople } from '../../renderer/features/orientation/person.ts';
import { aloneKind, rulesFor, weekly } from '../support/diaries.ts';

const now = '2026-01-12T08:00:00Z';
const diary: DiaryView = {
  ...rulesFor(60, [weekly(1, '10:00', '12:00')]),
  id: '0199aaaa-0000-7000-8000-000000000002',
  venueId: 'mende',
  mediator: null,
  zone: 'Europe/Paris',
  territory: 'mainland',
};
const booking: BookingView = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  diaryId: diary.id,
  kindId: aloneKind.id,
  where: 'venue',
  start: '2026-01-12T09:00:00Z',
  end: '2026-01-12T10:00:00Z',
  restUntil: '2026-01-12T10:00:00Z',
  isShared: false,
  state: 'held',
  holdExpiresAt: '2026-01-12T08:05:00Z',
  adviserId: 'lucie',
  adviserName: 'Lucie Rey',
};
type Act = HoldRecord['acts'][number];
const hold: Act = { kind: 'slot.hold', state: 'applied', code: null };
const refused = (kind: Act['kind'], code: RefusalCode): Act => ({ kind, state: 'refused', code });

const choiceOf = (diaries: readonly DiaryView[]) =>
  present(kindChoices(diaries)[0] ?? null, 'a diary has a kind of appointment');

describe('the times of a venue', () => {
  const inga: DiaryView = {
    ...diary,
    id: '0199aaaa-0000-7000-8000-000000000003',
    mediator: { id: 'inga', name: 'Inga Rieu' },
  };
  const byPhone: DiaryView = {
    ...inga,
    kinds: [{ ...aloneKind, id: '0199aaaa-0000-7000-8000-000000000004', where: ['phone', 'home'] }],
  };
  const states = (diaries: readonly DiaryView[], bookings: readonly BookingView[]) =>
    offersOf(choiceOf(diaries), 'venue', bookings, now).slice(0, 2);

  it('keep a day whose every slot is booked, so that it can be said to be full', () => {
    const booked = { ...booking, state: 'booked' as const, holdExpiresAt: null };
    const end = '2026-01-12T11:00:00Z';
    const rest = { ...booked, id: 'b', start: booked.end, end, restUntil: end };
    const [first, second] = offersByDay(offersOf(choiceOf([diary]), 'venue', [booked, rest], now));
    expect(first).toEqual({ day: '2026-01-12', offers: [] });
    expect(second?.offers.map(({ state }) => state)).toEqual(['free', 'free']);
  });

  it('show a slot that another desk holds', () => {
    expect(states([diary], [booking]).map(({ state }) => state)).toEqual(['held', 'free']);
  });

  it('BO-35 are those of all its diaries: one is free as long as it is in one of them', () => {
    const [first] = states([diary, inga], [booking]);
    expect(first).toMatchObject({ start: booking.start, state: 'free', diary: { id: inga.id } });
    expect(states([diary, inga], [booking, { ...booking, diaryId: inga.id }])).toMatchObject([
      { start: booking.start, state: 'held' },
      { start: booking.end, state: 'free' },
    ]);
  });

  it('are of one kind, in the diaries that have it at that place', () => {
    const [same, ...others] = kindChoices([diary, byPhone]);
    expect(others).toEqual([]);
    expect(same?.where).toEqual(['venue', 'phone', 'home']);
    const at = (place: 'venue' | 'phone' | 'home') =>
      offersOf(choiceOf([diary, byPhone]), place, [], now).map((offer) => offer.diary.id);
    expect(new Set(at('venue'))).toEqual(new Set([diary.id]));
    expect(new Set(at('home'))).toEqual(new Set([byPhone.id]));
  });

  it('BO-40 are those of the mediator chosen, where several have the kind at that place', () => {
    const ines: DiaryView = {
      ...diary,
      id: '0199aaaa-0000-7000-8000-000000000005',
      mediator: { id: 'ines', name: 'Inès Cazal' },
    };
    const choice = choiceOf([diary, inga, ines, byPhone]);
    const mediators = mediatorChoices(choice, 'venue');
    expect(mediators.map(({ name }) => name)).toEqual(['Inès Cazal', 'Inga Rieu']);
    // By telephone Inga has two diaries, and at home nobody else goes.
    expect(mediatorChoices(choice, 'phone')).toEqual(mediators);
    expect(mediatorChoices(choice, 'home')).toEqual([]);
    expect(mediatorChoices(choiceOf([diary, inga]), 'venue')).toEqual([]);

    const whose = (id: string | null) => {
      const chosen = withMediator(choice, chosenMediator(mediators, id));
      const offers = offersOf(chosen, 'venue', [{ ...booking, diaryId: ines.id }], now);
      return offers.slice(0, 2).map((offer) => [offer.diary.id, offer.state]);
    };
    expect(whose('inga')).toEqual([
      [inga.id, 'free'],
      [inga.id, 'free'],
    ]);
    expect(whose('ines')).toEqual([
      [ines.id, 'held'],
      [ines.id, 'free'],
    ]);
    for (const any of [null, 'gone']) {
      expect(whose(any)).toEqual([
        [diary.id, 'free'],
        [diary.id, 'free'],
      ]);
    }
  });

  it('begin where the person can be met, by what the call found', () => {
    expect(placeWished([])).toBe('venue');
    expect(placeWished(['remote'])).toBe('phone');
    expect(placeWished(['remote', 'comes-to-you'])).toBe('home');
    const workshop = { ...aloneKind, name: 'Atelier', places: 6, where: ['venue'] as const };
    const choices = kindChoices([{ ...diary, kinds: [workshop, aloneKind] }]);
    expect(chosenKind(choices, null, 'phone')?.kind).toEqual(aloneKind);
    expect(chosenKind(choices, choices[0]?.key ?? null, 'phone')?.kind).toEqual(workshop);
    expect(chosenPlace(choiceOf([diary]), 'home')).toBe('venue');
  });
});

describe('the slot chosen at a desk', () => {
  it('is found again after a reload, with the time that is left', () => {
    expect(holdStatus({ booking, acts: [hold] }, now)).toEqual({
      state: 'held',
      until: '2026-01-12T08:05:00Z',
      problem: null,
    });
  });

  it('BO-6 is lost at the instant at which the hold ends', () => {
    expect(holdStatus({ booking, acts: [hold] }, '2026-01-12T08:05:00Z')).toEqual({
      state: 'lost',
      because: null,
    });
  });

  it('BO-7 is lost where another desk was faster', () => {
    const record = { booking: null, acts: [refused('slot.hold', 'slot-taken')] };
    expect(holdStatus(record, now)).toEqual({ state: 'lost', because: 'slot-taken' });
  });

  it('is being confirmed while the hub has not answered, and never both held and confirmed', () => {
    const waiting: Act = { kind: 'referral.book', state: 'waiting', code: null };
    expect(holdStatus({ booking, acts: [hold, waiting] }, now)).toEqual({ state: 'confirming' });
  });

  it('stays held where something else than the slot was missing, and says what', () => {
    const record = { booking, acts: [hold, refused('referral.book', 'beneficiary-missing')] };
    expect(holdStatus(record, now)).toMatchObject({
      state: 'held',
      problem: 'beneficiary-missing',
    });
  });

  it('is lost where the hub says that it expired, whatever this clock says', () => {
    const record = { booking, acts: [hold, refused('referral.book', 'hold-expired')] };
    expect(holdStatus(record, now)).toEqual({ state: 'lost', because: 'hold-expired' });
  });
});

describe('the person typed beside a booking', () => {
  const ids = ['0199aaaa-0000-7000-8000-00000000000a', '0199aaaa-0000-7000-8000-00000000000b'];
  const about = { isForOther: false, number: '+33465710012', region: 'FR' as const };
  const read = (draft: Parameters<typeof readPeople>[0], isForOther: boolean) => {
    let next = 0;
    return readPeople(draft, { ...about, isForOther, newId: () => ids[next++] ?? '' });
  };

  it('is the caller, reached at the number that phones', () => {
    const people = read({ name: 'Jeanne Vernhet', callerName: '', phone: null }, false);
    expect(people).toMatchObject({
      ok: true,
      value: { caller: { name: 'Jeanne Vernhet', phone: '+33465710012' }, beneficiary: null },
    });
  });

  it('is not reached at the number of the daughter who phones for her', () => {
    const draft = { name: 'Jeanne Vernhet', callerName: 'Anne Vernhet', phone: null };
    expect(read(draft, true)).toMatchObject({
      ok: true,
      value: {
        caller: { name: 'Anne Vernhet', phone: '+33465710012' },
        beneficiary: { name: 'Jeanne Vernhet', phone: null },
      },
    });
  });

  it('keeps what is wrong apart by field', () => {
    expect(read({ name: ' ', callerName: '', phone: '12' }, true)).toEqual({
      ok: false,
      error: { name: 'missing', callerName: 'missing', phone: 'short-code' },
    });
  });

  it('can be reached at the number typed, or at none', () => {
    const nobody = { caller: null, beneficiary: null };
    expect(reachableAt(nobody, { phone: '06 39 98 12 34' }, about)).toBe('+33639981234');
    expect(reachableAt(nobody, { phone: '' }, about)).toBeNull();
  });

  it('ME-20 can be reached at the number that phoned only where they phoned themselves', () => {
    const named = (phone: string | null) => ({
      personId: '0199aaaa-0000-7000-8000-000000000003',
      name: 'Jeanne Vernhet',
      phone,
      email: null,
      address: null,
    });
    const at = (caller: string | null, beneficiary?: string | null) =>
      reachableAt(
        {
          caller: named(caller),
          beneficiary: beneficiary === undefined ? null : named(beneficiary),
        },
        { phone: null },
        { ...about, isForOther: beneficiary !== undefined },
      );
    expect(at(null)).toBe(about.number);
    expect(at('+33639980012')).toBe('+33639980012');
    expect(at(null, null)).toBeNull();
    expect(at('+33639980012', null)).toBe('+33639980012');
    expect(at('+33639980012', '+33639980013')).toBe('+33639980013');
  });
});
