import { describe, expect, test } from 'vitest';
import type { RecordingAct } from '#src/calls';
import type { CallView, Operation } from '#src/contract';
import { type DeskContext, effectOf } from '#src/sync';
import { barState } from '../../renderer/features/call/voices/bar-state.ts';
import { desk as other } from '../support/desk-operations.ts';

const lineId = '01890000-0000-7000-8000-0000000000aa';
const callId = '01890000-0000-7000-8000-000000000001';
const partyId = '01890000-0000-7000-8000-000000000002';
const at = '2026-01-12T08:01:00.000Z';
const script = { id: 'court', version: '1.0.0', hash: 'a'.repeat(64) };
const [known] = other.lines;

/** A desk whose line a network carries. */
const desk: DeskContext = {
  ...other,
  lines: known === undefined ? [] : [{ ...known, id: lineId, kind: 'twilio' }],
};

const live: CallView = {
  ...{ id: callId, lineId, sponsorId: lineId, territoryId: lineId, state: 'live' },
  ...{ adviserId: other.accountId, offerExpiresAt: null, number: null, personaId: null },
  ...{ mode: 'live', script, openedAt: at, answeredAt: at, resumedAt: null, endedAt: null },
  ...{
    endedBy: null,
    spokenBeforeS: 0,
    callBackAt: null,
    callBackNumber: null,
    attempts: 0,
    askedBackAt: null,
  },
  ...{
    closedAt: null,
    heldSince: null,
    recording: null,
    listenedBy: null,
    parties: [],
    recordings: [],
  },
  ...{ facts: null, earlier: [], record: null },
};

function shown(call: CallView, operation: Pick<Operation, 'kind' | 'payload'>): CallView | null {
  const effect = effectOf({ id: partyId, at, ...operation } as unknown as Operation, desk);
  if (effect?.entity !== 'call') throw new Error('It is about a call.');
  return effect.apply(call);
}

describe('SY-18 what is done to the voices shows at once', () => {
  test('TE-30 held since the first time it was asked', () => {
    const held = shown(live, { kind: 'call.hold', payload: { callId, isHeld: true } });
    expect(held?.heldSince).toBe(at);
    const since = '2026-01-12T08:00:30.000Z';
    const again = { ...live, heldSince: since };
    expect(shown(again, { kind: 'call.hold', payload: { callId, isHeld: true } })?.heldSince).toBe(
      since,
    );
    expect(
      shown(again, { kind: 'call.hold', payload: { callId, isHeld: false } })?.heldSince,
    ).toBeNull();
  });

  test('TE-31 somebody who is brought in rings, once however often it is replayed', () => {
    const add = {
      kind: 'call.add-party',
      payload: { callId, partyId, party: { number: '+33536490012' } },
    } as const;
    const ringing = shown(live, add);
    expect(ringing?.parties).toMatchObject([{ id: partyId, state: 'ringing', since: at }]);
    expect(ringing === null ? null : shown(ringing, add)).toEqual(ringing);
    const remove = { kind: 'call.remove-party', payload: { callId, partyId } } as const;
    expect(ringing === null ? null : shown(ringing, remove)?.parties).toEqual([]);
  });

  test('TE-34 what is handed to a colleague is gone, what is left to a number is to be closed', () => {
    const party = { id: partyId, name: null, number: null, adviserId: 'karim' };
    const known = { ...party, state: 'joined', since: at, askedBy: 'Lucie' } as const;
    const pass = { kind: 'call.transfer', payload: { callId, to: { partyId } } } as const;
    expect(shown({ ...live, parties: [known] }, pass)).toBeNull();
    const toDesk = { callId, to: { adviserId: 'karim' } };
    expect(shown(live, { kind: 'call.transfer', payload: toDesk })).toBeNull();
    const service = { ...known, adviserId: null, number: '+33536490012' };
    expect(shown({ ...live, parties: [service] }, pass)).toMatchObject({
      ...{ state: 'wrap-up', endedAt: at, endedBy: 'adviser' },
    });
    expect(shown(live, pass)).toBe(live);
  });

  test('TE-36 recording goes on, pauses, and stops for good where the caller refuses', () => {
    const recorded = (before: CallView['recording'], act: RecordingAct) =>
      shown({ ...live, recording: before }, { kind: 'call.recording', payload: { callId, act } })
        ?.recording;
    expect([
      recorded(null, 'start'),
      recorded('on', 'pause'),
      recorded('paused', 'resume'),
    ]).toEqual(['on', 'paused', 'on']);
    // Who refuses is not recorded again in this call.
    for (const act of ['stop', 'erase'] as const) {
      expect(recorded('on', act)).toBe('stopped');
      expect(recorded(null, act)).toBe('stopped');
    }
    expect(recorded('stopped', 'start')).toBe('stopped');
    expect(recorded(null, 'resume')).toBeNull();
  });

  test('nothing, where nobody speaks any more', () => {
    const over: CallView = { ...live, state: 'wrap-up' };
    expect(shown(over, { kind: 'call.hold', payload: { callId, isHeld: true } })).toBe(over);
  });

  test('RO-45 answering on a network leaves the call ringing, with the script that it had', () => {
    const newer = { ...script, version: '2.0.0' };
    const ringing: CallView = { ...live, state: 'ringing' };
    const answer = { kind: 'call.answer', payload: { callId, script: newer } } as const;
    expect(shown(ringing, answer)).toMatchObject({ state: 'ringing', script });
    expect(shown({ ...ringing, script: null }, answer)).toMatchObject({
      ...{ state: 'ringing', script: newer },
    });
  });
});

describe('the bar says', () => {
  const call = { state: 'live', heldSince: null, endedBy: null } as const;

  test('that a call is on its way once it was answered here', () => {
    const ringing = { ...call, state: 'ringing' } as const;
    expect(barState(ringing, null)).toBe('ringing');
    expect(barState(ringing, { state: 'ringing' })).toBe('ringing');
    expect(barState(ringing, { state: 'connecting' })).toBe('joining');
    expect(barState(ringing, { state: 'open' })).toBe('joining');
  });

  test('what the voices are, a lost network first', () => {
    const held = { ...call, heldSince: at };
    expect(barState(call, { state: 'open' })).toBe('live');
    expect(barState(held, { state: 'open' })).toBe('held');
    expect(barState(held, { state: 'reconnecting' })).toBe('reconnecting');
  });

  test('who ended it', () => {
    expect(barState({ ...call, state: 'wrap-up', endedBy: 'caller' }, null)).toBe('lost');
    expect(barState({ ...call, state: 'wrap-up', endedBy: 'adviser' }, null)).toBe('over');
  });
});
