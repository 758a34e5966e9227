import { describe, expect, it } from 'vitest';
import {
  type AdviserState,
  advance,
  outlookOf,
  type QueuedCall,
  type RoutingEvent,
  type RoutingState,
  serviceLevel,
  usualLineRules,
  wakeAt,
} from '#src/routing';

const start = 0;
const second = 1000;

const call = (callId: string, over: Partial<QueuedCall> = {}): QueuedCall => ({
  callId,
  lineId: 'line',
  territoryId: 'lozere',
  rules: { ...usualLineRules, widening: [{ afterS: 30, territories: 'all' }], offerS: 20 },
  since: start,
  priority: 0,
  skills: [],
  language: null,
  requestedBy: null,
  leftBy: [],
  callsBack: false,
  isOverflowed: false,
  offer: null,
  ...over,
});

const adviser = (id: string, over: Partial<AdviserState> = {}): AdviserState => ({
  id,
  territories: ['lozere'],
  skills: [],
  languages: ['fr'],
  presence: 'available',
  next: null,
  until: null,
  deskUntil: Number.POSITIVE_INFINITY,
  callId: null,
  idleSince: start,
  ...over,
});

/** A queue, as it becomes by what happens at the seconds given. */
function tell(
  state: RoutingState,
  ...happened: readonly (readonly [atS: number, event: RoutingEvent])[]
) {
  return happened.reduce((before, [atS, event]) => advance(before.state, event, atS * second), {
    state,
    commands: [],
  } as ReturnType<typeof advance>);
}

const came = (queued: QueuedCall): RoutingEvent => ({ kind: 'call-came', call: queued });
const passes: RoutingEvent = { kind: 'time-passed' };
const ofDesk = (
  kind: 'call-requested' | 'offer-left' | 'offer-missed' | 'adviser-joined',
  callId: string,
  adviserId: string,
): RoutingEvent => ({ kind, callId, adviserId });

describe('a call in the queue', () => {
  it('RO-11 rings at one desk, and is theirs once they join', () => {
    const rung = tell({ calls: [], advisers: [adviser('a'), adviser('b')] }, [0, came(call('1'))]);
    expect(rung.commands).toEqual([{ kind: 'ring', callId: '1', adviserId: 'a', until: 20_000 }]);
    const joined = tell(rung.state, [3, ofDesk('adviser-joined', '1', 'a')]);
    expect(joined.state.calls).toEqual([]);
    expect(joined.state.advisers[0]?.callId).toBe('1');
    expect(joined.commands).toEqual([]);
  });

  it('RO-11 has one winner: whoever joins first, even after their ring had ended', () => {
    const both = { calls: [call('1')], advisers: [adviser('a'), adviser('b')] };
    const atB = tell(both, [0, passes], [20, passes]);
    expect(atB.commands).toEqual([
      { kind: 'stop-ringing', callId: '1', adviserId: 'a' },
      { kind: 'ring', callId: '1', adviserId: 'b', until: 40_000 },
    ]);
    const late = tell(atB.state, [21, ofDesk('adviser-joined', '1', 'a')]);
    expect(late.commands).toEqual([{ kind: 'stop-ringing', callId: '1', adviserId: 'b' }]);
    const second = tell(late.state, [22, ofDesk('adviser-joined', '1', 'b')]);
    expect(second.commands).toEqual([{ kind: 'let-go', callId: '1', adviserId: 'b' }]);
    expect(second.state.advisers.map(({ callId }) => callId)).toEqual(['1', null]);
  });

  it('RO-11 who joins while they speak on another call is let go', () => {
    const speaking = { calls: [call('1')], advisers: [adviser('a', { callId: '0' })] };
    const joined = tell(speaking, [1, ofDesk('adviser-joined', '1', 'a')]);
    expect(joined.commands).toEqual([{ kind: 'let-go', callId: '1', adviserId: 'a' }]);
    expect(joined.state).toEqual(speaking);
  });

  it('RO-12 RO-13 waits for who knows what it takes, then for those of elsewhere', () => {
    const advisers = [
      adviser('unskilled'),
      adviser('elsewhere', { territories: ['gard'], skills: ['caf'], languages: ['fr', 'ar'] }),
      adviser('monolingual', { skills: ['caf'] }),
    ];
    const asks = call('1', { skills: ['caf'], language: 'ar' });
    const waits = tell({ calls: [], advisers }, [0, came(asks)], [29, passes]);
    expect(waits.commands).toEqual([]);
    expect(wakeAt(waits.state, 29_000)).toBe(30_000);
    expect(tell(waits.state, [30, passes]).commands).toMatchObject([{ adviserId: 'elsewhere' }]);
  });

  it('RO-14 comes back to the only desk there is, once it has rested', () => {
    const alone = { calls: [call('1')], advisers: [adviser('a')] };
    const missed = tell(alone, [0, passes], [5, ofDesk('offer-missed', '1', 'a')]);
    expect(missed.commands).toEqual([{ kind: 'stop-ringing', callId: '1', adviserId: 'a' }]);
    expect(missed.state.advisers[0]).toMatchObject({ presence: 'available', until: 25_000 });
    expect(tell(missed.state, [24, passes]).commands).toEqual([]);
    expect(tell(missed.state, [25, passes]).commands).toMatchObject([{ kind: 'ring' }]);
  });

  it('RO-6 does not come back to who left it, and keeps its place before a later one', () => {
    const calls = [call('2', { since: 1 }), call('1')];
    const left = tell(
      { calls, advisers: [adviser('a')] },
      [1, passes],
      [2, ofDesk('offer-left', '1', 'a')],
    );
    expect(left.commands).toMatchObject([{ kind: 'stop-ringing' }, { kind: 'ring', callId: '2' }]);
    const other: RoutingState = { ...left.state, advisers: [...left.state.advisers, adviser('b')] };
    expect(tell(other, [3, passes]).commands).toMatchObject([{ callId: '1', adviserId: 'b' }]);
  });

  it('RO-17 keeps its place when the caller hangs up, and is called at its turn', () => {
    const queued = { calls: [call('1'), call('2', { since: 1 })], advisers: [] };
    const asked = tell(queued, [9, { kind: 'call-back-asked', callId: '1' }]);
    const taken = tell({ ...asked.state, advisers: [adviser('a')] }, [10, passes]);
    expect(taken.commands).toMatchObject([{ kind: 'call-out', callId: '1', adviserId: 'a' }]);
  });

  it('RO-17 rings no longer for a caller who has just hung up: they are called instead', () => {
    const ringing = tell({ calls: [call('1')], advisers: [adviser('a')] }, [0, passes]);
    const asked = tell(ringing.state, [2, { kind: 'call-back-asked', callId: '1' }]);
    expect(asked.commands.map(({ kind }) => kind)).toEqual(['stop-ringing', 'call-out']);
  });

  it('RO-18 is offered something else once it has waited too long', () => {
    const waits = { calls: [call('1')], advisers: [] };
    expect(tell(waits, [299, passes]).commands).toEqual([]);
    const over = tell(waits, [300, passes]);
    expect(over.commands).toEqual([{ kind: 'offer-otherwise', callId: '1', way: 'call-back' }]);
    expect(tell(over.state, [301, passes]).commands).toEqual([]);
    expect(wakeAt(over.state, 300_000)).toBeNull();
  });

  it('RO-19 goes out of turn to the desk that asks for it, even in a pause', () => {
    const calls = [call('1'), call('2', { since: 1, leftBy: ['b'] })];
    const queued = { calls, advisers: [adviser('b', { presence: 'pause' })] };
    const asked = tell(queued, [2, ofDesk('call-requested', '2', 'b')]);
    expect(asked.commands).toMatchObject([{ kind: 'ring', callId: '2', adviserId: 'b' }]);
    const elsewhere = { calls, advisers: [adviser('c', { territories: ['gard'] })] };
    expect(tell(elsewhere, [2, ofDesk('call-requested', '2', 'c')]).state).toEqual(elsewhere);
  });

  it('RO-51 passes over a desk of which nothing is heard, and goes there once it is', () => {
    const advisers = [adviser('a', { deskUntil: null }), adviser('b', { idleSince: 5 })];
    const rung = tell({ calls: [], advisers }, [1, came(call('1'))]);
    expect(rung.commands).toMatchObject([{ kind: 'ring', adviserId: 'b' }]);
    const waits = { calls: [call('1')], advisers: [adviser('a', { deskUntil: null })] };
    expect(tell(waits, [9, passes]).commands).toEqual([]);
    const seen = { kind: 'desk-seen', adviserId: 'a', until: 54_000 } as const;
    const back = tell(waits, [9, seen]);
    expect(back.commands).toMatchObject([{ kind: 'ring', adviserId: 'a' }]);
    expect(back.state.advisers[0]).toMatchObject({ presence: 'available', idleSince: 9_000 });
  });

  it('RO-51 leaves a desk that closes while it rings, which then has missed nothing', () => {
    const advisers = [adviser('a', { deskUntil: 10_000 }), adviser('b', { idleSince: 5 })];
    const rung = tell({ calls: [], advisers }, [1, came(call('1'))]);
    expect(wakeAt(rung.state, 1_000)).toBe(10_000);
    const closed = tell(rung.state, [10, passes]);
    expect(closed.commands).toMatchObject([
      { kind: 'stop-ringing', adviserId: 'a' },
      { kind: 'ring', adviserId: 'b' },
    ]);
    expect(closed.state.advisers[0]).toMatchObject({ deskUntil: null, until: null, callId: null });
  });

  it('RO-49 goes first once it is put first', () => {
    const queued = { calls: [call('1'), call('2', { since: 1 })], advisers: [] };
    const set = tell(queued, [2, { kind: 'call-put-first', callId: '2' }]);
    const taken = tell({ ...set.state, advisers: [adviser('a')] }, [3, passes]);
    expect(taken.commands).toMatchObject([{ callId: '2' }]);
  });
});

describe('an adviser in the queue', () => {
  const spoken = { calls: [], advisers: [adviser('a', { callId: '1' })] };
  const over = (wrapUpS: number): RoutingEvent => ({
    kind: 'conversation-over',
    callId: '1',
    adviserId: 'a',
    wrapUpS,
  });
  const chosen = (presence: 'available' | 'pause' | 'off'): RoutingEvent => ({
    kind: 'presence-chosen',
    adviserId: 'a',
    presence,
  });

  it('RO-16 writes up until the time is over, then is available as before', () => {
    const writing = tell(spoken, [10, over(120)]);
    expect(writing.state.advisers[0]).toMatchObject({ presence: 'wrap-up', until: 130_000 });
    expect(tell(writing.state, [129, passes]).state).toEqual(writing.state);
    const after = tell(writing.state, [130, passes]).state.advisers[0];
    expect(after).toMatchObject({ presence: 'available', until: null, idleSince: 130_000 });
  });

  it('RO-16 writes up longer where they ask for it, and no longer once they say so', () => {
    const extended = tell(
      spoken,
      [10, over(60)],
      [69, { kind: 'wrap-up-extended', adviserId: 'a', extensionS: 60 }],
    );
    expect(extended.state.advisers[0]?.until).toBe(130_000);
    const done = tell(extended.state, [80, { kind: 'wrap-up-over', adviserId: 'a' }]);
    expect(done.state.advisers[0]).toMatchObject({ presence: 'available', until: null });
  });

  it('RO-15 is what they chose in mid-call, and never made available instead', () => {
    const paused = tell(spoken, [5, chosen('pause')], [10, over(60)], [70, passes]);
    expect(paused.state.advisers[0]).toMatchObject({ presence: 'pause', next: null });
    const off = tell(spoken, [10, over(60)], [20, chosen('off')], [70, passes]);
    expect(off.state.advisers[0]?.presence).toBe('off');
    const unspoken = adviser('a', { presence: 'wrap-up', until: 5000 });
    const unsure = tell({ calls: [], advisers: [unspoken] }, [5, passes]);
    expect(unsure.state.advisers[0]?.presence).toBe('pause');
  });

  it('RO-15 who pauses while it rings sends the call on', () => {
    const advisers = [adviser('a'), adviser('b', { idleSince: 1 })];
    const paused = tell({ calls: [call('1')], advisers }, [0, passes], [3, chosen('pause')]);
    expect(paused.commands).toMatchObject([
      { kind: 'stop-ringing', adviserId: 'a' },
      { kind: 'ring', adviserId: 'b' },
    ]);
    expect(paused.state.advisers[0]?.presence).toBe('pause');
  });

  it('RO-14 who says that they are there rests no longer', () => {
    const resting = { calls: [call('1')], advisers: [adviser('a', { until: 60_000 })] };
    expect(tell(resting, [1, chosen('available')]).commands).toMatchObject([{ kind: 'ring' }]);
  });

  it('RO-16 only the conversation that they are in ends', () => {
    const other = { ...over(60), callId: '0' };
    expect(tell(spoken, [1, other]).state).toEqual(spoken);
  });
});

describe('what a caller has to expect', () => {
  const busy = adviser('a', { callId: '0' });

  it('RO-21 counts who is served before them by the same advisers', () => {
    const calls = [
      call('1'),
      call('elsewhere', { territoryId: 'gard', since: 1 }),
      call('2', { since: 2 }),
    ];
    const state = { calls, advisers: [busy, adviser('b', { presence: 'wrap-up', next: 'pause' })] };
    expect(outlookOf(state, '2', 300, 10_000)).toEqual({ place: 2, waitS: 600 });
    expect(outlookOf(state, '2', 300, 40_000)).toEqual({ place: 3, waitS: 900 });
  });

  it('RO-21 says no wait where nobody takes calls, and nothing of one that rings', () => {
    const alone = { calls: [call('1')], advisers: [adviser('a', { presence: 'off' })] };
    expect(outlookOf(alone, '1', 300, 0)).toEqual({ place: 1, waitS: null });
    const offer = { adviserId: 'a', until: 1 };
    expect(outlookOf({ ...alone, calls: [call('1', { offer })] }, '1', 300, 0)).toBeNull();
  });
});

describe('the service level', () => {
  it('RO-22 leaves out who hung up at once and who is called back', () => {
    const level = serviceLevel(
      [
        { end: 'answered', waitedS: 80 },
        { end: 'answered', waitedS: 81 },
        { end: 'abandoned', waitedS: 5 },
        { end: 'abandoned', waitedS: 6 },
        { end: 'call-back', waitedS: 300 },
      ],
      80,
    );
    expect(level).toEqual({ withinS: 80, answeredWithin: 1, counted: 3, share: 1 / 3 });
    expect(serviceLevel([], 80).share).toBeNull();
  });
});
