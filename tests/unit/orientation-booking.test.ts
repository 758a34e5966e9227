import { describe, expect, it } from 'vitest';
import type { BookingView, RefusalCode } from '#src/contract';
import { type HoldRecord, holdStatus } from '../../renderer/features/orientation/hold.ts';
import { reachableAt, readPeople } from '../../renderer/features/orientation/person.ts';
import { slotsByDay } from '../../renderer/features/orientation/slots-by-day.ts';

const now = '2026-01-12T08:00:00Z';
const diary = {
  zone: 'Europe/Paris',
  slotMinutes: 60,
  ranges: [{ weekday: 1, from: '10:00', to: '12:00' }],
};
const booking: BookingView = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  diaryId: '0199aaaa-0000-7000-8000-000000000002',
  start: '2026-01-12T09:00:00Z',
  end: '2026-01-12T10:00:00Z',
  state: 'held',
  holdExpiresAt: '2026-01-12T08:05:00Z',
  adviserId: 'lucie',
};
type Act = HoldRecord['acts'][number];
const hold: Act = { kind: 'slot.hold', state: 'applied', code: null };
const refused = (kind: Act['kind'], code: RefusalCode): Act => ({ kind, state: 'refused', code });

describe('slots by day', () => {
  it('keeps a day whose every slot is booked, so that it can be said to be full', () => {
    const booked = { ...booking, state: 'booked' as const, holdExpiresAt: null };
    const rest = { ...booked, id: 'b', start: booked.end, end: '2026-01-12T11:00:00Z' };
    const [first, second] = slotsByDay(diary, [booked, rest], now);
    expect(first).toEqual({ day: '2026-01-12', slots: [] });
    expect(second?.slots.map(({ state }) => state)).toEqual(['free', 'free']);
  });

  it('shows a slot that another desk holds', () => {
    const [first] = slotsByDay(diary, [booking], now);
    expect(first?.slots.map(({ state }) => state)).toEqual(['held', 'free']);
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
});
