import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Advance,
  advance,
  type ChosenPresence,
  firstInQueue,
  outlookOf,
  type RoutingEvent,
  type RoutingState,
  wakeAt,
} from '#src/routing';
import {
  advisers,
  coming,
  couldRing,
  mayRing,
  start,
  story,
  waitingIn,
} from '../support/queue-states.ts';

/** One step of a story: what was told, when, and what the state was before and became. */
type Step = {
  readonly event: RoutingEvent;
  readonly now: number;
  readonly before: RoutingState;
} & Advance;

const told = fc.record({ advisers, story }).map(({ advisers: all, story: happened }) => {
  const steps: Step[] = [];
  let state: RoutingState = { calls: [], advisers: all };
  let now = start;
  for (const { event: next, afterMs } of happened) {
    now += afterMs;
    const before = state;
    const after = advance(before, next, now);
    steps.push({ event: next, now, before, ...after });
    state = after.state;
  }
  return { first: all, steps };
});

/** Holds after every step of any story. */
function always(check: (step: Step) => void): void {
  fc.assert(
    fc.property(told, ({ steps }) => steps.forEach(check)),
    { numRuns: 300 },
  );
}

describe('whatever happens in the queue', () => {
  it('no call is lost: only its end or an adviser who joins takes it out', () => {
    always(({ event: happened, before, state }) => {
      const expected = new Set(before.calls.map(({ callId }) => callId));
      const isSpoken = (id: string) => before.advisers.some(({ callId }) => callId === id);
      if (happened.kind === 'call-came' && !isSpoken(happened.call.callId)) {
        expected.add(happened.call.callId);
      }
      if (happened.kind === 'call-gone') expected.delete(happened.callId);
      if (happened.kind === 'adviser-joined') {
        const winner = state.advisers.find(({ callId }) => callId === happened.callId);
        if (winner?.id === happened.adviserId) expected.delete(happened.callId);
      }
      expect(new Set(state.calls.map(({ callId }) => callId))).toEqual(expected);
    });
  });

  it('RO-3 no adviser has two calls, and no call rings at two desks', () => {
    always(({ state }) => {
      const ringing = state.calls.filter(({ offer }) => offer !== null);
      const desks = ringing.map(({ offer }) => offer?.adviserId);
      expect(new Set(desks).size).toBe(desks.length);
      for (const { id, callId } of state.advisers) {
        const rings = ringing.filter(({ offer }) => offer?.adviserId === id);
        if (rings.length > 0) expect(rings.map((call) => call.callId)).toEqual([callId]);
        else expect(state.calls.some((call) => call.callId === callId)).toBe(false);
      }
    });
  });

  it('RO-10 no call waits for a desk that could take it', () => {
    always(({ now, state }) => {
      for (const call of waitingIn(state)) {
        expect(state.advisers.filter((desk) => couldRing(call, desk, now))).toEqual([]);
      }
    });
  });

  it('RO-4 RO-10 no call passes an earlier one at a desk that both could have, nor a desk one that waited longer', () => {
    always(({ now, state, commands }) => {
      for (const command of commands) {
        if (command.kind !== 'ring' && command.kind !== 'call-out') continue;
        const { adviserId, callId } = command;
        const desk = state.advisers.find(({ id }) => id === adviserId);
        const rung = state.calls.find((call) => call.callId === callId);
        if (desk === undefined || rung === undefined) throw new Error('They are in the state.');
        const free = { ...desk, callId: null };
        for (const call of waitingIn(state).filter((other) => firstInQueue(other, rung) < 0)) {
          expect(couldRing(call, free, now)).toBe(false);
        }
        if (rung.requestedBy !== null) continue;
        for (const other of state.advisers.filter((each) => couldRing(rung, each, now))) {
          expect(other.idleSince).toBeGreaterThanOrEqual(desk.idleSince);
        }
      }
    });
  });

  it('RO-49 a call that is put first is before all others, and they keep their order', () => {
    always(({ event: happened, before, state }) => {
      if (happened.kind !== 'call-put-first') return;
      const orderOf = (calls: RoutingState['calls']) =>
        calls
          .map((call) => ({ ...call, requestedBy: null }))
          .sort(firstInQueue)
          .map(({ callId }) => callId);
      const after = orderOf(state.calls);
      if (!after.includes(happened.callId)) return;
      const others = orderOf(before.calls).filter((callId) => callId !== happened.callId);
      expect(after).toEqual([happened.callId, ...others]);
    });
  });

  it('RO-1 RO-2 RO-12 RO-13 a call rings where it may, or at the desk that asked for it', () => {
    always(({ event: happened, now, state, commands }) => {
      for (const command of commands) {
        if (command.kind !== 'ring' && command.kind !== 'call-out') continue;
        const desk = state.advisers.find(({ id }) => id === command.adviserId);
        const call = state.calls.find(({ callId }) => callId === command.callId);
        if (desk === undefined || call === undefined) throw new Error('They are in the state.');
        if (call.requestedBy === null) {
          expect(desk.presence).toBe('available');
          expect(mayRing(call, desk, now)).toBe(true);
        } else {
          expect(happened).toMatchObject({ kind: 'call-requested', adviserId: desk.id });
          expect(desk.territories).toContain(call.territoryId);
        }
        expect(command.kind).toBe(call.callsBack ? 'call-out' : 'ring');
      }
    });
  });

  it('RO-51 nothing rings where the desk is closed, and nobody is made free or unfree by it but there', () => {
    always(({ event: happened, now, before, state }) => {
      for (const { offer } of state.calls) {
        const desk = state.advisers.find(({ id }) => id === offer?.adviserId);
        if (desk !== undefined) expect(desk.deskUntil).toBeGreaterThan(now);
      }
      for (const { id, deskUntil, callId } of state.advisers) {
        const earlier = before.advisers.find((adviser) => adviser.id === id);
        const isHeard = happened.kind === 'desk-seen' && happened.adviserId === id;
        if (!isHeard && earlier?.deskUntil === null) expect(deskUntil).toBeNull();
        // Whoever speaks goes on, wherever their desk is.
        const speaks = before.calls.every((call) => call.callId !== earlier?.callId);
        const isOver = happened.kind === 'conversation-over' && happened.adviserId === id;
        if (earlier?.callId != null && speaks && !isOver) expect(callId).toBe(earlier.callId);
      }
    });
  });

  it('RO-14 every ring ends: each has a time, and none outlives it', () => {
    always(({ now, state }) => {
      for (const { offer, rules } of state.calls) {
        if (offer === null) continue;
        expect(offer.until).toBeGreaterThan(now);
        expect(offer.until).toBeLessThanOrEqual(now + rules.offerS * 1000);
      }
    });
  });

  it('RO-14 each ring that is over without an answer is told to the line, once', () => {
    always(({ before, state, commands }) => {
      const rungBefore = before.calls.flatMap(({ callId, offer }) =>
        offer === null ? [] : [{ callId, adviserId: offer.adviserId }],
      );
      for (const rung of rungBefore) {
        const stops = commands.filter(
          (command) => command.kind === 'stop-ringing' && command.callId === rung.callId,
        );
        const still = state.calls.find(({ callId }) => callId === rung.callId)?.offer;
        const joined = state.advisers.find(({ id }) => id === rung.adviserId);
        const isOver = still?.adviserId !== rung.adviserId && joined?.callId !== rung.callId;
        if (isOver) expect(stops).toEqual([{ kind: 'stop-ringing', ...rung }]);
      }
    });
  });

  it('RO-15 RO-16 nothing but their choice decides what an adviser is or will be', () => {
    fc.assert(
      fc.property(told, ({ first, steps }) => {
        const chosen = new Map<string, string>(first.map(({ id, presence }) => [id, presence]));
        for (const { event: happened, state } of steps) {
          if (happened.kind === 'presence-chosen') record(chosen, happened);
          for (const { id, presence, next, until } of state.advisers) {
            expect(next ?? presence).toBe(chosen.get(id));
            if (presence === 'wrap-up') expect(until).not.toBeNull();
          }
        }
      }),
    );
  });

  it('RO-18 a caller is offered something else once, and not before the time', () => {
    fc.assert(
      fc.property(told, ({ steps }) => {
        const offered = new Set<string>();
        for (const { event: happened, now, before, commands } of steps) {
          if (happened.kind === 'call-gone' || happened.kind === 'adviser-joined') {
            offered.delete(happened.callId);
          }
          for (const command of commands) {
            if (command.kind !== 'offer-otherwise') continue;
            expect(offered.has(command.callId)).toBe(false);
            offered.add(command.callId);
            const call =
              before.calls.find(({ callId }) => callId === command.callId) ??
              (happened.kind === 'call-came' ? happened.call : undefined);
            expect(call && now - call.since >= call.rules.overflowS * 1000).toBe(true);
          }
        }
      }),
    );
  });

  it('RO-20 what is told twice changes nothing the second time', () => {
    always(({ event: happened, now, before }) => {
      // An adviser who says twice that they are there, or asks twice for more time, means it twice.
      if (happened.kind === 'presence-chosen' || happened.kind === 'wrap-up-extended') return;
      const { state } = advance(advance(before, { kind: 'time-passed' }, now).state, happened, now);
      const again = advance(state, happened, now);
      expect(again.state).toEqual(state);
      // Whoever has no place on a call is let go as often as they join it.
      if (happened.kind !== 'adviser-joined') expect(again.commands).toEqual([]);
    });
  });

  it('RO-20 nothing changes before the time to wake, and something does then', () => {
    fc.assert(
      fc.property(told, fc.nat(1_000_000), ({ steps }, part) => {
        const last = steps.at(-1);
        if (last === undefined) return;
        const { state, now } = last;
        const wake = wakeAt(state, now);
        const before = wake === null ? now + part : now + (part % (wake - now));
        const quiet = advance(state, { kind: 'time-passed' }, before);
        expect(quiet).toEqual({ state, commands: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('RO-20 left to time alone, every ring and every wrap-up ends', () => {
    fc.assert(
      fc.property(told, ({ steps }) => {
        const last = steps.at(-1);
        if (last === undefined) return;
        // Nobody takes calls from here on, so that nothing rings anew.
        let { state, now } = last;
        for (const { id } of state.advisers) {
          const off = { kind: 'presence-chosen', adviserId: id, presence: 'off' } as const;
          state = advance(state, off, now).state;
        }
        for (let wake = wakeAt(state, now); wake !== null; wake = wakeAt(state, now)) {
          now = wake;
          state = advance(state, { kind: 'time-passed' }, now).state;
        }
        expect(waitingIn(state)).toEqual(state.calls);
        expect(state.advisers.map(({ presence }) => presence)).not.toContain('wrap-up');
      }),
    );
  });

  it('the order in which calls and advisers are listed decides nothing', () => {
    always(({ event: happened, now, before, commands }) => {
      const turned = {
        calls: before.calls.toReversed(),
        advisers: before.advisers.toReversed(),
      };
      const rings = (all: Advance['commands']) =>
        all.filter(({ kind }) => kind === 'ring' || kind === 'call-out');
      expect(rings(advance(turned, happened, now).commands)).toEqual(rings(commands));
    });
  });
});

/** Chosen in a call or not, the last choice counts. */
function record(
  chosen: Map<string, string>,
  { adviserId, presence }: { readonly adviserId: string; readonly presence: ChosenPresence },
): void {
  if (chosen.has(adviserId)) chosen.set(adviserId, presence);
}

describe('what waiting does', () => {
  it('RO-13 widening only widens', () => {
    fc.assert(
      fc.property(coming, advisers, fc.nat(100_000), fc.nat(100_000), (call, all, a, b) => {
        const rung = (now: number) =>
          all.filter((adviser) => {
            const free = {
              ...adviser,
              presence: 'available' as const,
              deskUntil: Number.MAX_VALUE,
            };
            const state = { calls: [{ ...call, offer: null }], advisers: [free] };
            return advance(state, { kind: 'time-passed' }, now).state.calls[0]?.offer !== null;
          });
        const [sooner, later] = a < b ? [a, b] : [b, a];
        const ids = rung(call.since + later).map(({ id }) => id);
        for (const { id } of rung(call.since + sooner)) expect(ids).toContain(id);
      }),
    );
  });

  it('RO-21 a later call is never told a better place than an earlier one of its line and need', () => {
    fc.assert(
      fc.property(told, ({ steps }) => {
        const last = steps.at(-1);
        if (last === undefined) return;
        const [one, ...others] = waitingIn(last.state).sort(firstInQueue);
        if (one === undefined) return;
        const twin = { ...one, callId: '9', since: one.since + 1 };
        const state = { ...last.state, calls: [one, twin, ...others] };
        const first = outlookOf(state, one.callId, 300, last.now);
        const second = outlookOf(state, twin.callId, 300, last.now);
        expect(first?.place).toBe(1);
        expect(second?.place).toBeGreaterThan(1);
        expect((second?.waitS ?? 0) >= (first?.waitS ?? 0)).toBe(true);
      }),
    );
  });
});
