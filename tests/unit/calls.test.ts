import { describe, expect, it } from 'vitest';
import { advanceCall, type CallEvent, type CallOrigin, firstState } from '#src/calls';
import { err, ok } from '#src/kernel';

/** Where a list of events leads a call, all of them allowed. */
function stateAfter(origin: CallOrigin, events: readonly CallEvent[]) {
  let state = firstState(origin);
  for (const event of events) {
    const next = advanceCall(state, event);
    if (!next.ok) return next.error;
    state = next.value;
  }
  return state;
}

const answer = { type: 'answer' } as const;
const close = { type: 'close' } as const;
const ringOut = { type: 'ring-out' } as const;
const hangUp = (by: 'caller' | 'adviser') => ({ type: 'hang-up', by }) as const;
const callBack = { type: 'call-back' } as const;
const resume = { type: 'resume' } as const;
const noAnswer = (wasResumed: boolean) => ({ type: 'no-answer', wasResumed }) as const;
const leave = (passedOn: boolean) => ({ type: 'leave', passedOn }) as const;

describe('the life of a call', () => {
  it('CA-1 begins as the line says', () => {
    expect(firstState('rings')).toBe('ringing');
    expect(firstState('live')).toBe('live');
    expect(firstState('afterwards')).toBe('wrap-up');
  });

  it('goes from ringing to closed', () => {
    expect(stateAfter('rings', [answer, hangUp('caller'), close])).toBe('closed');
    expect(stateAfter('rings', [answer, hangUp('adviser'), close])).toBe('closed');
  });

  it('CA-2 is missed when it rings out, when the caller gives up, when nobody else takes it', () => {
    expect(stateAfter('rings', [ringOut])).toBe('missed');
    expect(stateAfter('rings', [hangUp('caller')])).toBe('missed');
    expect(stateAfter('rings', [leave(false)])).toBe('missed');
    expect(stateAfter('rings', [leave(true)])).toBe('ringing');
    expect(advanceCall('ringing', hangUp('adviser'))).toEqual(err('call-not-live'));
  });

  it('CA-3 can be hung up by both sides at once', () => {
    expect(stateAfter('live', [hangUp('caller'), hangUp('adviser')])).toBe('wrap-up');
  });

  it('CA-4 is over in one step when it is closed while live', () => {
    expect(advanceCall('live', close)).toEqual(ok('closed'));
  });

  it('CA-5 says why an event came too late or too early', () => {
    expect(advanceCall('live', answer)).toEqual(err('call-taken'));
    expect(advanceCall('wrap-up', ringOut)).toEqual(err('call-taken'));
    expect(advanceCall('ringing', close)).toEqual(err('call-not-live'));
  });

  it('CA-6 waits again for words that are told of once it was missed, and never once it is closed', () => {
    const wordsLeft = { type: 'words-left' } as const;
    expect(stateAfter('rings', [ringOut, wordsLeft])).toBe('waiting');
    expect(stateAfter('live', [close, wordsLeft])).toBe('call-over');
  });

  it('CA-11 CA-13 waits to be called back, and is resumed', () => {
    expect(stateAfter('live', [callBack])).toBe('call-back');
    expect(stateAfter('afterwards', [callBack, callBack])).toBe('call-back');
    expect(stateAfter('live', [callBack, resume, resume])).toBe('live');
    expect(stateAfter('live', [callBack, resume, hangUp('caller'), callBack])).toBe('call-back');
    expect(stateAfter('live', [callBack, hangUp('adviser')])).toBe('call-back');
    expect(stateAfter('live', [callBack, close])).toBe('closed');
    expect(advanceCall('ringing', callBack)).toEqual(err('call-not-live'));
    expect(advanceCall('wrap-up', resume)).toEqual(err('call-not-waiting'));
    expect(advanceCall('closed', resume)).toEqual(err('call-over'));
  });

  it('CA-15 waits on where nobody answered', () => {
    expect(stateAfter('live', [callBack, noAnswer(false)])).toBe('call-back');
    expect(stateAfter('live', [callBack, resume, noAnswer(true)])).toBe('call-back');
    expect(advanceCall('live', noAnswer(false))).toEqual(err('call-not-waiting'));
    expect(stateAfter('afterwards', [noAnswer(true)])).toBe('call-back');
    expect(advanceCall('wrap-up', noAnswer(false))).toEqual(err('call-not-waiting'));
  });
});
