import { describe, expect, it } from 'vitest';
import { manualLine } from '../../main/hub/telephony/manual.ts';
import type { LineEvent, RingingCall, Telephony } from '../../main/hub/telephony/telephony.port.ts';
import { createTrainingLine } from '../../main/hub/telephony/training.ts';
import { handTimers } from '../support/hand-timers.ts';

type Bench = {
  readonly line: Telephony;
  readonly events: readonly LineEvent[];
  readonly pass: (ms: number) => void;
};

function trainingBench(): Bench {
  const events: LineEvent[] = [];
  const { timers, pass } = handTimers();
  return { line: createTrainingLine((event) => events.push(event), timers), events, pass };
}

function manualBench(): Bench {
  return { line: manualLine, events: [], pass: () => undefined };
}

const call = (over: Partial<RingingCall> = {}): RingingCall => ({
  adviserId: 'lucie',
  callId: '01890000-0000-7000-8000-000000000001',
  ringsForMs: 20_000,
  staysForMs: 60_000,
  ...over,
});
const { callId } = call();
const longTime = 3_600_000;

describe.each([
  ['training', trainingBench],
  ['manual', manualBench],
] as const)('a %s line', (_name, open) => {
  it('TE-1 tells at most one thing of a call', async () => {
    const { line, events, pass } = open();
    await line.ring(call());
    await line.answer(callId);
    pass(longTime);
    await line.hangUp(callId);
    pass(longTime);
    expect(events.length).toBeLessThanOrEqual(1);
  });

  it('TE-2 is silent once the hub hung up, ringing or live', async () => {
    const { line, events, pass } = open();
    await line.ring(call());
    await line.hangUp(callId);
    pass(longTime);
    await line.ring(call());
    await line.answer(callId);
    await line.hangUp(callId);
    pass(longTime);
    expect(events).toEqual([]);
  });

  it('TE-2 is silent once it is closed', async () => {
    const { line, events, pass } = open();
    await line.ring(call());
    await line.close();
    pass(longTime);
    expect(events).toEqual([]);
  });

  it('TE-3 does nothing for a call that it does not have', async () => {
    const { line, events, pass } = open();
    await line.answer(callId);
    await line.hangUp(callId);
    pass(longTime);
    expect(events).toEqual([]);
  });

  it('TE-3 takes a command twice as once', async () => {
    const once = open();
    const twice = open();
    for (const { line } of [once, twice]) {
      await line.ring(call());
      await line.answer(callId);
    }
    await twice.line.ring(call());
    await twice.line.answer(callId);
    for (const { pass } of [once, twice]) pass(longTime);
    expect(twice.events).toEqual(once.events);
  });
});

describe('the clock of the training line', () => {
  it('rings out when nobody answers in time, not before', async () => {
    const { line, events, pass } = trainingBench();
    await line.ring(call());
    pass(19_999);
    expect(events).toEqual([]);
    pass(1);
    expect(events).toEqual([{ callId, kind: 'rang-out' }]);
  });

  it('has the caller leave after the time that they stay', async () => {
    const { line, events, pass } = trainingBench();
    await line.ring(call());
    pass(10_000);
    await line.answer(callId);
    pass(59_999);
    expect(events).toEqual([]);
    pass(1);
    expect(events).toEqual([{ callId, kind: 'caller-left' }]);
  });

  it('keeps a patient caller on the line until the adviser hangs up', async () => {
    const { line, events, pass } = trainingBench();
    await line.ring(call({ staysForMs: null }));
    await line.answer(callId);
    pass(longTime);
    expect(events).toEqual([]);
  });

  it('TE-1 has a caller who is called back leave again', async () => {
    const { line, events, pass } = trainingBench();
    for (const time of [1, 2]) {
      await line.ring(call());
      await line.answer(callId);
      pass(60_000);
      expect(events).toHaveLength(time);
    }
  });

  it('keeps calls apart', async () => {
    const { line, events, pass } = trainingBench();
    const other = '01890000-0000-7000-8000-000000000002';
    await line.ring(call());
    await line.ring(call({ callId: other, ringsForMs: 5_000 }));
    await line.hangUp(callId);
    pass(longTime);
    expect(events).toEqual([{ callId: other, kind: 'rang-out' }]);
  });
});
