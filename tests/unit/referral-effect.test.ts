import { describe, expect, it } from 'vitest';
import type { Operation, ReferralView } from '#src/contract';
import { effectOf } from '#src/sync';
import { desk, uuidOf } from '../support/desk-operations.ts';
import { referral } from '../support/referral.ts';

const referralId = uuidOf('referral');
const at = '2026-11-25T10:00:00.000Z';
const booked = referral(referralId, {
  state: 'accepted',
  decidedAt: '2026-11-24T10:00:00.000Z',
  appointment: {
    bookingId: uuidOf('booking'),
    start: '2026-11-25T10:00:00.000Z',
    end: '2026-11-25T11:00:00.000Z',
    zone: 'Europe/Paris',
    where: 'venue',
    kindName: 'Accompagnement individuel',
  },
});

const stamp = { id: uuidOf('said'), at };

/** The referral as the desk shows it once that was said there. */
function shown(view: ReferralView, operation: Operation): unknown {
  const effect = effectOf(operation, desk);
  return effect?.entity === 'referral' ? effect.apply(view) : 'no effect';
}

describe('BO-26 a desk shows at once', () => {
  it('that the person came, and what it came to', () => {
    const came = { ...booked, state: 'attended' as const, attendanceAt: at };
    expect(shown(booked, { ...stamp, kind: 'referral.attend', payload: { referralId } })).toEqual(
      came,
    );
    const solved = { referralId, result: 'solved' } as const;
    expect(shown(came, { ...stamp, kind: 'referral.result', payload: solved })).toEqual({
      ...came,
      result: 'solved',
      resultAt: at,
    });
  });

  it('that the person did not come, or that it is cancelled, and why', () => {
    const miss = { ...stamp, kind: 'referral.miss', payload: { referralId } } as const;
    expect(shown(booked, miss)).toMatchObject({ state: 'missed', attendanceAt: at });
    const why = { by: 'person', reason: 'cannot-come' } as const;
    expect(
      shown(booked, { ...stamp, kind: 'referral.cancel', payload: { referralId, ...why } }),
    ).toMatchObject({ state: 'cancelled', cancellation: { ...why, at } });
  });

  it('the venue’s answer, once', () => {
    const sent = { ...booked, state: 'sent' as const, decidedAt: null };
    const refuse = {
      ...stamp,
      kind: 'referral.refuse',
      payload: { referralId, reason: 'full', note: 'Lundi ?' },
    } as const;
    expect(shown(sent, refuse)).toEqual({
      ...sent,
      state: 'refused',
      decidedAt: at,
      refusal: { reason: 'full', note: 'Lundi ?' },
    });
    expect(shown(booked, refuse)).toBe(booked);
  });

  it('the times that a venue proposes, and the one that is chosen in place of the former', () => {
    const times = ['one', 'two'].map((name, index) => ({
      id: uuidOf(name),
      start: `2026-11-2${7 + index}T10:00:00.000Z`,
      end: `2026-11-2${7 + index}T11:00:00.000Z`,
    }));
    const early = { ...stamp, at: '2026-11-24T12:00:00.000Z' };
    const propose = { referralId, diaryId: null, times, note: 'Le matin' };
    const view = {
      ...booked,
      state: 'proposed' as const,
      decidedAt: null,
      awaitedSince: early.at,
      proposal: { times, note: 'Le matin' },
    };
    expect(shown(booked, { ...early, kind: 'referral.propose', payload: propose })).toEqual(view);
    const choose = { referralId, timeId: uuidOf('two') };
    expect(
      shown(view, { ...early, kind: 'referral.choose-proposal', payload: choose }),
    ).toMatchObject({
      state: 'accepted',
      proposal: null,
      appointment: { start: times[1]?.start, end: times[1]?.end, zone: 'Europe/Paris' },
      move: { by: 'venue', at: early.at, from: { start: booked.appointment?.start }, count: 1 },
    });
    const decline = {
      ...early,
      kind: 'referral.decline-proposal',
      payload: { referralId },
    } as const;
    expect(shown(view, decline)).toMatchObject({
      state: 'received',
      proposal: null,
      appointment: booked.appointment,
    });
  });

  it('that an appointment was moved, from when, and by whom', () => {
    const early = { ...stamp, at: '2026-11-24T12:00:00.000Z' };
    const to = {
      bookingId: uuidOf('other'),
      diaryId: null,
      start: '2026-11-26T10:00:00.000Z',
      end: '2026-11-26T11:00:00.000Z',
    };
    const move = { referralId, by: 'person', reason: 'cannot-come', to } as const;
    expect(shown(booked, { ...early, kind: 'referral.move', payload: move })).toMatchObject({
      state: 'accepted',
      appointment: { start: to.start, end: to.end },
      move: {
        by: 'person',
        reason: 'cannot-come',
        at: early.at,
        from: { start: booked.appointment?.start },
        count: 1,
      },
    });
    expect(shown(booked, { ...stamp, kind: 'referral.move', payload: move })).toBe(booked);
  });

  it('nothing of what the hub would refuse', () => {
    const attend = { ...stamp, kind: 'referral.attend', payload: { referralId } } as const;
    expect(shown(booked, { ...attend, at: '2026-11-25T09:59:59.000Z' })).toBe(booked);
  });
});
