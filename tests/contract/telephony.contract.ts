import { afterEach, describe, expect, it } from 'vitest';
import { manualLine } from '../../main/hub/telephony/manual.ts';
import { header } from '../../main/hub/telephony/sip/message.ts';
import type { LineEvent, RingingCall, Telephony } from '../../main/hub/telephony/telephony.port.ts';
import { createTrainingLine } from '../../main/hub/telephony/training.ts';
import { twilioPaths } from '../../main/hub/telephony/twilio/addresses.ts';
import type { LegProgress } from '../../main/hub/telephony/twilio/leg.ts';
import { createTwilioLine } from '../../main/hub/telephony/twilio/line.ts';
import { conferenceNews, statusNews } from '../../main/hub/telephony/twilio/news.ts';
import { readForm } from '../../main/hub/telephony/twilio/signature.ts';
import { toTell } from '../../main/hub/telephony/twilio/tell.ts';
import { joinDocument } from '../../main/hub/telephony/twilio/twiml.ts';
import { handTimers } from '../support/hand-timers.ts';
import { callerLeg, openLineBench } from '../support/sip/line-bench.ts';
import { ringingGateway } from '../support/twilio/ringing-gateway.ts';
import { openStandIn } from '../support/twilio/stand-in.ts';

type Bench = {
  readonly line: Telephony;
  readonly events: readonly LineEvent[];
  /** Lets time pass, and what was told arrive. */
  readonly pass: (ms: number) => Promise<void>;
  /** Whoever rings or speaks on the line, where it is a network. */
  readonly ends: () => readonly string[];
};

function trainingBench(): Bench {
  const events: LineEvent[] = [];
  const { timers, pass } = handTimers();
  const line = createTrainingLine((event) => events.push(event), timers);
  return { line, events, pass: async (ms) => pass(ms), ends: () => [] };
}

function manualBench(): Bench {
  return { line: manualLine, events: [], pass: async () => undefined, ends: () => [] };
}

const lineNumber = '+33199000010';
const publicUrl = 'https://aide.exemple.invalid';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A line at the stand-in of Twilio, where a caller waits and every softphone is registered. */
async function twilioBench(): Promise<Bench> {
  const gateway = ringingGateway();
  const events: LineEvent[] = [];
  const standIn = await openStandIn({ publicUrl, gateway, deliver: hearing(events) });
  stops.push(standIn.close);
  const caller = standIn.dial({ from: '+33639980001', to: lineNumber });
  const line = createTwilioLine({
    voice: standIn.voice,
    publicUrl,
    directory: {
      lineNumber: async () => lineNumber,
      callerLeg: async (id) => (id === callId ? caller.callSid : null),
      opened: async () => undefined,
      recorded: async () => undefined,
    },
  });
  const ends = () =>
    standIn.conferences.all
      .filter(({ status }) => status !== 'completed')
      .flatMap(({ participants }) => [...participants.values()].map(({ call: end }) => end.to));
  await expect.poll(ends).toEqual([lineNumber]);
  return { line, events, pass: standIn.settled, ends };
}

/** A line by SIP behind a proxy by hand, where a caller waits and every desk rings on. */
async function sipBench(): Promise<Bench> {
  const there = new Map<string, string>();
  const bench = await openLineBench((request, peer) => {
    const id = header(request, 'call-id') ?? '';
    if (request.method === 'INVITE') {
      there.set(id, request.uri);
      return peer.answer(request, 180);
    }
    if (request.method !== 'CANCEL' && request.method !== 'BYE') return;
    peer.answer(request, 200);
    const rang = peer.said.find((one) => 'method' in one && header(one, 'call-id') === id);
    if (request.method === 'CANCEL' && rang?.kind === 'request') peer.answer(rang, 487);
    there.delete(id);
  });
  stops.push(bench.close);
  await bench.callComes();
  there.set(callerLeg, lineNumber);
  const pass = async (ms: number) => {
    await bench.settled();
    bench.pass(ms);
    await bench.settled();
  };
  return { line: bench.line(), events: bench.events, pass, ends: () => [...there.values()] };
}

/** The stand-in tells in order. */
function furtherThan(before: LegProgress, { state, joinedAt, endedAt }: LegProgress): LegProgress {
  return {
    state: before.state === 'ended' || state === 'ringing' ? before.state : state,
    joinedAt: before.joinedAt ?? joinedAt,
    endedAt: before.endedAt ?? endedAt,
  };
}

/** Hears what Twilio tells as the hub does, and keeps what the queue would be told. */
function hearing(events: LineEvent[]) {
  const legs = new Map<string, LegProgress>();
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams: query } = new URL(request.url);
    const words = readForm(await request.text());
    const envelope = { query, idempotencyToken: undefined, receivedAt: '2026-01-05T09:00:00Z' };
    const news =
      pathname === twilioPaths.status
        ? statusNews(words, envelope)
        : conferenceNews(words, envelope);
    if (news?.end) {
      const before = legs.get(news.legId) ?? { state: 'ringing', joinedAt: null, endedAt: null };
      const after = furtherThan(before, news.progress);
      legs.set(news.legId, after);
      events.push(...toTell({ ...news.end, before, after, cause: news.cause }, null));
    }
    return new Response(
      pathname === twilioPaths.voice ? joinDocument({ publicUrl, callId }) : '<Response/>',
    );
  };
}

const call = (over: Partial<RingingCall> = {}): RingingCall => ({
  adviserId: '01890000-0000-7000-8000-0000000000a1',
  callId: '01890000-0000-7000-8000-000000000001',
  ringsForMs: 20_000,
  staysForMs: 60_000,
  ...over,
});
const { callId, adviserId } = call();
const longTime = 3_600_000;

describe.each([
  ['training', trainingBench],
  ['manual', manualBench],
  ['Twilio', twilioBench],
  ['SIP', sipBench],
] as const)('a %s line', (_name, open) => {
  it('TE-1 tells at most one thing of a call', async () => {
    const { line, events, pass } = await open();
    await line.ring(call());
    await line.answer(callId);
    await pass(longTime);
    await line.hangUp(callId);
    await pass(longTime);
    expect(events.length).toBeLessThanOrEqual(1);
  });

  it('TE-2 is silent once the hub hung up, ringing or live', async () => {
    const { line, events, pass, ends } = await open();
    await line.ring(call());
    await line.hangUp(callId);
    await pass(longTime);
    await line.ring(call());
    await line.answer(callId);
    await line.hangUp(callId);
    await pass(longTime);
    expect(events).toEqual([]);
    expect(ends()).toEqual([]);
  });

  it('TE-2 is silent once it is closed', async () => {
    const { line, events, pass } = await open();
    await line.ring(call());
    await line.close();
    await pass(longTime);
    expect(events).toEqual([]);
  });

  it('TE-2 is silent once a ring was taken back, and the caller stays', async () => {
    const { line, events, pass, ends } = await open();
    const before = ends();
    await line.ring(call());
    await line.stopRinging(callId, adviserId);
    await pass(1_000);
    expect(events).toEqual([]);
    expect(ends()).toEqual(before);
  });

  it('TE-3 does nothing for a call that it does not have', async () => {
    const { line, events, pass, ends } = await open();
    const before = ends();
    const other = '01890000-0000-7000-8000-000000000009';
    await line.answer(other);
    await line.stopRinging(other, adviserId);
    await line.letGo(other, adviserId);
    await line.hold(other, true);
    await line.removeParty(other, other);
    await line.record(other, 'pause');
    await line.proposeElse(other, 'call-back');
    await line.hangUp(other);
    await pass(longTime);
    expect(events).toEqual([]);
    expect(ends()).toEqual(before);
  });

  it('TE-4 keeps a caller who is alone, held and taken back, however often that is said', async () => {
    const { line, events, pass, ends } = await open();
    const before = ends();
    for (const isHeld of [false, true, true, false, false]) {
      await line.hold(callId, isHeld);
      await pass(1_000);
      expect(ends()).toEqual(before);
    }
    expect(events).toEqual([]);
  });

  it('TE-3 takes a command twice as once', async () => {
    const once = await open();
    const twice = await open();
    for (const { line } of [once, twice]) {
      await line.ring(call());
      await line.answer(callId);
    }
    await twice.line.ring(call());
    await twice.line.answer(callId);
    for (const { pass } of [once, twice]) await pass(longTime);
    expect(twice.events).toEqual(once.events);
    expect(twice.ends()).toEqual(once.ends());
  });
});

describe('the clock of the training line', () => {
  it('rings out when nobody answers in time, not before', async () => {
    const { line, events, pass } = trainingBench();
    await line.ring(call());
    await pass(19_999);
    expect(events).toEqual([]);
    await pass(1);
    expect(events).toEqual([{ callId, kind: 'rang-out' }]);
  });

  it('has the caller leave after the time that they stay', async () => {
    const { line, events, pass } = trainingBench();
    await line.ring(call());
    await pass(10_000);
    await line.answer(callId);
    await pass(59_999);
    expect(events).toEqual([]);
    await pass(1);
    expect(events).toEqual([{ callId, kind: 'caller-left' }]);
  });

  it('keeps a patient caller on the line until the adviser hangs up', async () => {
    const { line, events, pass } = trainingBench();
    await line.ring(call({ staysForMs: null }));
    await line.answer(callId);
    await pass(longTime);
    expect(events).toEqual([]);
  });

  it('TE-1 has a caller who is called back leave again', async () => {
    const { line, events, pass } = trainingBench();
    for (const time of [1, 2]) {
      await line.ring(call());
      await line.answer(callId);
      await pass(60_000);
      expect(events).toHaveLength(time);
    }
  });

  it('keeps calls apart', async () => {
    const { line, events, pass } = trainingBench();
    const other = '01890000-0000-7000-8000-000000000002';
    await line.ring(call());
    await line.ring(call({ callId: other, ringsForMs: 5_000 }));
    await line.hangUp(callId);
    await pass(longTime);
    expect(events).toEqual([{ callId: other, kind: 'rang-out' }]);
  });
});
