import {
  type AdviserState,
  advance,
  chooseAdviser,
  firstInQueue,
  type QueuedCall,
  type RoutingEvent,
  type RoutingState,
  usualLineRules,
} from '#src/routing';
import type { Finding } from './bench.ts';

const waiting = 2000;
const advisers = 500;
/** Of them, who are free and know nothing that any call asks for: each decision passes by them. */
const unsuited = 50;
const territories = 20;
const needs = ['caf', 'fiscal', 'emploi', 'retraite'];
const rounds = 300;
/** The plain way is asked less often: it takes long. */
const comparedEvery = 30;

/** How many decisions a second the queue takes with many waiting, against asking every desk for every call. */
export function routingPace(): readonly Finding[] {
  serve(20);
  const { tookMs, plainMs, areSame } = serve(rounds);
  const rate = perSecond(tookMs);
  const p99Ms = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * 0.99)] ?? 0;
  return [
    {
      measure: `routing decisions with ${waiting} calls waiting and ${advisers} advisers`,
      unit: 'decisions/s',
      value: rate,
      baseline: { what: 'every desk asked for every call in turn', value: perSecond(plainMs) },
      goal: {
        text: 'the same desks ring for the same calls, sooner',
        met: areSame && rate > perSecond(plainMs),
      },
    },
    {
      measure: 'one routing decision, 99th percentile',
      unit: 'ms',
      value: p99Ms,
      goal: { text: 'under 50 ms', met: p99Ms < 50 },
    },
  ];
}

/** Who hangs up is rung for the next call and joins it, while another call comes: three decisions. */
function serve(times: number) {
  const tookMs: number[] = [];
  const plainMs: number[] = [];
  let areSame = true;
  let state = fullQueue();
  let now = 0;
  const tell = (event: RoutingEvent) => {
    const [after, took] = timed(() => advance(state, event, now));
    tookMs.push(took);
    state = after.state;
    return after.commands;
  };
  for (let round = 0; round < times; round += 1) {
    now += 10;
    const adviserId = `speaking-${round % (advisers - unsuited)}`;
    const callId = state.advisers.find(({ id }) => id === adviserId)?.callId ?? '';
    const before = state;
    const [ring] = tell({ kind: 'conversation-over', callId, adviserId, wrapUpS: 0 });
    if (ring?.kind !== 'ring') throw new Error('Somebody who is free finds a call among so many.');
    if (round % comparedEvery === 0) {
      const [found, took] = timed(() => scan(freed(before, adviserId, now), now));
      plainMs.push(took);
      areSame &&= found.join() === `${ring.callId} ${ring.adviserId}`;
    }
    tell({ kind: 'adviser-joined', callId: ring.callId, adviserId });
    tell({ kind: 'call-came', call: queuedCall(waiting + round) });
  }
  return { tookMs, plainMs, areSame };
}

/** The plainest way to say what rings where: every call asks every desk. */
function scan({ calls, advisers: all }: RoutingState, now: number): readonly string[] {
  let desks = all;
  const rings: string[] = [];
  for (const call of calls.toSorted(firstInQueue)) {
    const adviserId = chooseAdviser(call, desks, now);
    if (adviserId === null) continue;
    desks = desks.filter(({ id }) => id !== adviserId);
    rings.push(`${call.callId} ${adviserId}`);
  }
  return rings;
}

function freed(state: RoutingState, adviserId: string, now: number): RoutingState {
  const free = (adviser: AdviserState) =>
    adviser.id === adviserId ? { ...adviser, callId: null, idleSince: now } : adviser;
  return { ...state, advisers: state.advisers.map(free) };
}

function fullQueue(): RoutingState {
  return {
    calls: Array.from({ length: waiting }, (_, index) => queuedCall(index)),
    advisers: Array.from({ length: advisers }, (_, index) => {
      const isFree = index >= advisers - unsuited;
      return {
        id: isFree ? `free-${index}` : `speaking-${index}`,
        territories: [territory(index), territory(index + 1)],
        skills: isFree ? [] : needs.filter((_need, place) => (index + place) % 4 !== 0),
        languages: index % 5 === 0 ? ['fr', 'ar'] : ['fr'],
        presence: 'available',
        next: null,
        until: null,
        deskUntil: Number.POSITIVE_INFINITY,
        callId: isFree ? null : `earlier-${index}`,
        idleSince: 0,
      };
    }),
  };
}

function queuedCall(index: number): QueuedCall {
  return {
    callId: `call-${String(index).padStart(6, '0')}`,
    lineId: territory(index),
    territoryId: territory(index),
    rules: usualLineRules,
    since: (index - waiting) * 100,
    priority: index % 50 === 0 ? 1 : 0,
    skills: [needs[index % needs.length] ?? ''],
    language: index % 7 === 0 ? 'ar' : null,
    requestedBy: null,
    leftBy: [],
    callsBack: false,
    isOverflowed: false,
    offer: null,
  };
}

function territory(index: number): string {
  return `territory-${index % territories}`;
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const began = performance.now();
  const value = work();
  return [value, performance.now() - began];
}

function perSecond(tookMs: readonly number[]): number {
  return (tookMs.length / tookMs.reduce((sum, took) => sum + took, 0)) * 1000;
}
