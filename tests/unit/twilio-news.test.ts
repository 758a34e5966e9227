import { describe, expect, it } from 'vitest';
import { type LegOwner, legLabel } from '../../main/hub/telephony/twilio/leg-label.ts';
import { conferenceNews, type Envelope, statusNews } from '../../main/hub/telephony/twilio/news.ts';
import { toTell } from '../../main/hub/telephony/twilio/tell.ts';

const callId = '01890000-0000-7000-8000-000000000001';
const accountId = '01890000-0000-7000-8000-0000000000a1';
const partyId = '01890000-0000-7000-8000-0000000000b1';
const legId = `CA${'1'.repeat(32)}`;
const adviser: LegOwner = { role: 'adviser', accountId };
const receivedAt = '2026-01-12T09:00:09.000Z';
const at = '2026-01-12T09:00:05.000Z';
const told = { CallSid: legId, Timestamp: 'Mon, 12 Jan 2026 09:00:05 +0000' };

const envelope = (query: Readonly<Record<string, string>> = {}): Envelope => ({
  query: new URLSearchParams({ call: callId, ...query }),
  idempotencyToken: undefined,
  receivedAt,
});
const ringing = { state: 'ringing', joinedAt: null, endedAt: null } as const;

describe('what an end does', () => {
  const read = (more: Readonly<Record<string, string>>, from = envelope()) =>
    statusNews({ ...told, SequenceNumber: '2', ...more }, from);

  it('says whose end it is by the address that it is told to', () => {
    const from = envelope({ leg: legLabel(adviser) });
    expect(read({ CallStatus: 'ringing' }, from)).toMatchObject({
      legId,
      end: { callId, owner: adviser },
      sequence: 2,
      at,
    });
    expect(read({ CallStatus: 'completed' })?.end).toBeNull();
  });

  it('TW-5 is the same when it is told again, and another when it says something else', () => {
    const key = read({ CallStatus: 'ringing' })?.key;
    expect(read({ CallStatus: 'ringing' })?.key).toBe(key);
    expect(read({ CallStatus: 'completed' })?.key).not.toBe(key);
    expect(read({ CallStatus: 'ringing', SequenceNumber: '3' })?.key).not.toBe(key);
    const marked = { ...envelope(), idempotencyToken: 'b1f2' };
    expect(read({ CallStatus: 'ringing' }, marked)?.key).toBe('token b1f2');
  });

  it('TW-4 has not joined because it was answered', () => {
    expect(read({ CallStatus: 'in-progress' })?.progress).toEqual(ringing);
  });

  it('TW-7 had joined where it lasted', () => {
    const over = { CallStatus: 'completed', CallDuration: '65' };
    expect(read(over)?.progress).toEqual({
      state: 'ended',
      joinedAt: '2026-01-12T08:59:00.000Z',
      endedAt: at,
    });
    expect(read({ ...over, CallDuration: '0' })?.progress.joinedAt).toBeNull();
  });

  it('TW-8 could not be reached where nobody answered, at once or after the ring', () => {
    for (const CallStatus of ['no-answer', 'busy', 'failed']) {
      expect(read({ CallStatus })?.cause).toBe('unreachable');
    }
    expect(read({ CallStatus: 'canceled' })?.cause).toBe('taken-out');
  });

  it('takes the time at which it came where it says none, and nothing of what it does not know', () => {
    expect(statusNews({ CallSid: legId, CallStatus: 'busy' }, envelope())?.at).toBe(receivedAt);
    expect(read({ CallStatus: 'dreaming' })).toBeNull();
    expect(read({ CallStatus: 'busy', CallSid: 'CA1' })).toBeNull();
  });
});

describe('who joins and leaves', () => {
  const read = (more: Readonly<Record<string, string>>, owner: LegOwner = adviser) =>
    conferenceNews(
      {
        ...told,
        ConferenceSid: `CF${'1'.repeat(32)}`,
        SequenceNumber: '4',
        ParticipantLabel: legLabel(owner),
        ...more,
      },
      envelope(),
    );
  const left = (reason: string, more: Readonly<Record<string, string>> = {}) =>
    read({ StatusCallbackEvent: 'participant-leave', ReasonParticipantLeft: reason, ...more });

  it('has joined, or left by a cause', () => {
    expect(read({ StatusCallbackEvent: 'participant-join' })?.progress).toEqual({
      state: 'joined',
      joinedAt: at,
      endedAt: null,
    });
    expect(left('participant_hung_up')).toMatchObject({ cause: 'hung-up' });
    expect(left('moderator_ended_conference')).toMatchObject({ cause: 'taken-out' });
    expect(left('participant_updated_via_api')).toMatchObject({ cause: 'taken-out' });
    expect(left('a-new-reason')).toMatchObject({ cause: 'unknown' });
  });

  it('never joined where it could not be added', () => {
    const failed = left('participant_add_failed', { ParticipantCallStatus: 'busy' });
    expect(failed).toMatchObject({ progress: { joinedAt: null }, cause: 'unreachable' });
    const unanswered = left('participant_add_failed', { ParticipantCallStatus: 'no-answer' });
    expect(unanswered).toMatchObject({ progress: { state: 'ended' }, cause: 'unreachable' });
  });

  it('TW-11 leaves a caller’s own end as it was: they may hear a question outside, and come back', () => {
    const caller = read({ StatusCallbackEvent: 'participant-leave' }, { role: 'caller' });
    expect(caller?.progress.state).toBe('joined');
  });

  it('TW-19 is there who is held, or no longer', () => {
    for (const StatusCallbackEvent of ['participant-hold', 'participant-unhold']) {
      const held = read({ StatusCallbackEvent }, { role: 'caller' });
      expect(held).toMatchObject({ status: StatusCallbackEvent, progress: { state: 'joined' } });
    }
  });

  it('says nothing of what is no end of ours', () => {
    expect(read({ StatusCallbackEvent: 'conference-end' })).toBeNull();
    expect(read({ StatusCallbackEvent: 'participant-join', ParticipantLabel: 'x' })).toBeNull();
  });
});

describe('TW-8 what the queue is told', () => {
  const joined = { state: 'joined', joinedAt: at, endedAt: null } as const;
  const gone = { state: 'ended', joinedAt: at, endedAt: at } as const;
  const never = { state: 'ended', joinedAt: null, endedAt: at } as const;
  const colleague: LegOwner = { role: 'party', partyId, accountId };
  const caller: LegOwner = { role: 'caller' };
  const listener: LegOwner = { role: 'listener', accountId };
  const holder = 'somebody else';

  it.each([
    ['a caller who hangs up', caller, joined, gone, 'unknown', holder, ['caller-left']],
    ['a caller who is gone already', caller, gone, gone, 'unknown', holder, []],
    ['an adviser who joins', adviser, ringing, joined, 'unknown', holder, ['adviser-joined']],
    ['an adviser who is there', adviser, joined, joined, 'unknown', holder, []],
    ['an adviser who hangs up', adviser, joined, gone, 'hung-up', holder, ['adviser-left']],
    ['an adviser who is taken out', adviser, joined, gone, 'taken-out', holder, []],
    [
      'an adviser of whom only the end is heard',
      adviser,
      ringing,
      gone,
      'hung-up',
      holder,
      ['adviser-joined', 'adviser-left'],
    ],
    [
      'a desk that cannot be reached',
      adviser,
      ringing,
      never,
      'unreachable',
      holder,
      ['adviser-unreachable'],
    ],
    ['a desk that the hub let go of', adviser, ringing, never, 'taken-out', holder, []],
    ['a third party who joins', colleague, ringing, joined, 'unknown', holder, ['party-joined']],
    ['a third party who leaves', colleague, joined, gone, 'taken-out', holder, ['party-left']],
    [
      'a colleague who holds the call by now',
      colleague,
      joined,
      gone,
      'hung-up',
      accountId,
      ['adviser-left'],
    ],
    ['a listener who hears', listener, ringing, joined, 'unknown', holder, ['listener-joined']],
    ['a listener who leaves', listener, joined, gone, 'hung-up', holder, ['listener-left']],
    ['a listener who is taken out', listener, joined, gone, 'taken-out', holder, ['listener-left']],
    ['a listener who never came', listener, ringing, never, 'unknown', holder, ['listener-left']],
  ] as const)('of %s', (_who, owner, before, after, cause, holderId, kinds) => {
    const events = toTell({ callId, owner, before, after, cause }, holderId);
    expect(events.map(({ kind }) => kind)).toEqual(kinds);
    for (const event of events) expect(event.callId).toBe(callId);
  });
});
