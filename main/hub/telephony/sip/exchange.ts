import { randomUUID } from 'node:crypto';
import { sipCallHeader } from '#src/contract';
import type { LineEvent } from '../telephony.port.ts';
import type { SipNetwork } from './config.ts';
import { accountOf, type DialledLeg, type LegOwner, type SavedLeg } from './leg.ts';
import type { EndKind, Media } from './media.ts';
import type { LegStore } from './store.ts';
import type { UserAgent } from './user-agent.ts';
import type { Voices } from './voices.ts';

/** The ends of every call that this hub holds: who joined, who is being called. */
export type Exchange = {
  /** Those who joined a call, in the order in which they did. */
  readonly joined: (callId: string) => readonly SavedLeg[];
  readonly every: () => readonly SavedLeg[];
  readonly has: (callId: string, isMeant: (owner: LegOwner) => boolean) => boolean;
  /** An end is in its call, or is told of anew: who hears whom follows. */
  readonly join: (leg: SavedLeg) => Promise<void>;
  /** Takes up again what a hub held that stopped: its voices go on as they are. */
  readonly resume: (legs: readonly SavedLeg[]) => void;
  /** Calls somebody, once `after` is over. What becomes of it is told as an event, but where the hub gave up itself. */
  readonly dial: (
    callId: string,
    owner: LegOwner,
    wanted: Dialled,
    after?: Promise<void>,
  ) => Promise<void>;
  /** Ends what the hub wants ended: no event tells it. */
  readonly end: (callId: string, isMeant: (owner: LegOwner) => boolean) => Promise<void>;
  /** Calls them no longer; who has joined stays. */
  readonly stopDialling: (callId: string, isMeant: (owner: LegOwner) => boolean) => Promise<void>;
  /** Calls nobody any longer: the hub stops, and whoever takes its place calls anew. Who has joined stays. */
  readonly close: () => void;
  /** An end has gone by itself. */
  readonly gone: (leg: SavedLeg) => Promise<void>;
  /** Nothing is heard of an end any more: if it is still somewhere, it is told so. */
  readonly lost: (leg: SavedLeg) => Promise<void>;
  readonly hold: (callId: string, isHeld: boolean) => Promise<void>;
};

/** Whom to call. `from`: the number that they see. */
export type Dialled = { readonly kind: EndKind; readonly to: string; readonly from: string | null };

type Parts = {
  readonly network: SipNetwork;
  readonly agent: UserAgent;
  readonly media: Media;
  readonly voices: Voices;
  readonly store: LegStore;
  readonly clock: () => string;
  readonly onEvent: (event: LineEvent) => void;
  readonly onError: (error: unknown) => void;
};

/** RFC 3261 21.4.25: what the hub took back itself. */
const givenUp = 487;

export function openExchange(parts: Parts): Exchange {
  const { network, agent, media, voices, store, clock, onEvent, onError } = parts;
  const joined = new Map<string, SavedLeg>();
  const dialled = new Map<string, DialledLeg>();
  /** What is done to the voices of a call is done one after the other. */
  const turns = new Map<string, Promise<void>>();

  const inTurn = (callId: string, work: () => Promise<void>): Promise<void> => {
    // One that failed was told to whom it was done for; the next is done all the same.
    const before = (turns.get(callId) ?? Promise.resolve()).catch(() => undefined);
    const turn = before.then(work);
    turns.set(callId, turn);
    return turn.finally(() => {
      if (turns.get(callId) === turn) turns.delete(callId);
    });
  };
  const of = (callId: string) => [...joined.values()].filter((leg) => leg.callId === callId);
  const arrange = (callId: string) =>
    inTurn(callId, () => {
      const legs = of(callId);
      return voices.arrange(legs, isHeldNow(legs));
    });

  const forget = async (leg: SavedLeg) => {
    joined.delete(leg.id);
    voices.forget(leg);
    await store.forget(leg.id).catch(onError);
    await media.drop(leg.voiceId);
  };

  const join = async (leg: SavedLeg) => {
    joined.set(leg.id, leg);
    // SI-26: what cannot be kept is led all the same.
    await store.save(leg).catch(onError);
    await arrange(leg.callId);
  };

  const stopDialling: Exchange['stopDialling'] = async (callId, isMeant) => {
    for (const [key, leg] of [...dialled]) {
      if (leg.callId !== callId || !isMeant(leg.owner)) continue;
      dialled.delete(key);
      leg.attempt?.cancel();
      await media.drop(leg.voiceId);
    }
  };

  const end: Exchange['end'] = async (callId, isMeant) => {
    await stopDialling(callId, isMeant);
    const ended = of(callId).filter(({ owner }) => isMeant(owner));
    for (const leg of ended) {
      agent.bye(leg.dialog);
      await forget(leg);
    }
    if (ended.length > 0) await arrange(callId);
  };

  const hold: Exchange['hold'] = async (callId, isHeld) => {
    const waiting = of(callId).find(({ owner }) => owner.role === 'caller');
    if (waiting === undefined || waiting.isHeld === isHeld) return;
    await join({ ...waiting, isHeld });
  };

  const gone = async (leg: SavedLeg) => {
    await forget(leg);
    onEvent(left(leg));
    const rest = of(leg.callId);
    const hasCaller = rest.some(({ owner }) => owner.role === 'caller');
    // SI-12: nobody stays behind alone, but a caller.
    if (!hasCaller && rest.length === 1) await end(leg.callId, () => true);
    // Who was spoken with beside is gone: the caller is back.
    else if (leg.owner.role === 'party') await hold(leg.callId, false);
    await arrange(leg.callId);
  };

  return {
    joined: of,
    every: () => [...joined.values()],
    has: (callId, isMeant) =>
      [...joined.values(), ...dialled.values()].some(
        (leg) => leg.callId === callId && isMeant(leg.owner),
      ),
    join,
    resume: (legs) => {
      for (const leg of legs) joined.set(leg.id, leg);
      for (const callId of new Set(legs.map((leg) => leg.callId))) {
        voices.assume(of(callId), isHeldNow(of(callId)));
      }
    },
    end,
    stopDialling,
    close: () => {
      for (const { attempt } of dialled.values()) attempt?.cancel();
      dialled.clear();
    },
    hold,
    dial: async (callId, owner, wanted, after) => {
      const voiceId = randomUUID();
      const leg = { voiceId, callId, owner };
      dialled.set(voiceId, { ...leg, attempt: null });
      await after;
      if (!dialled.has(voiceId)) return;
      const offered = await media.offer(voiceId, wanted.kind);
      if (!dialled.has(voiceId)) return;
      if (!offered.ok) {
        dialled.delete(voiceId);
        return onEvent(missed(callId, owner));
      }
      const attempt = agent.invite({
        to: wanted.to,
        from: `sip:${wanted.from ?? 'accueil'}@${network.domain}`,
        sdp: offered.value.sdp,
        headers: [[sipCallHeader, callId]],
      });
      dialled.set(voiceId, { ...leg, attempt });
      const outcome = await attempt.outcome;
      if (!dialled.delete(voiceId)) {
        // It joined while the hub gave it up.
        if (outcome.ok) agent.bye(outcome.value.dialog);
        return;
      }
      const inside = outcome.ok ? await media.complete(voiceId, outcome.value.sdp) : null;
      if (!outcome.ok || !inside?.ok) {
        if (outcome.ok) agent.bye(outcome.value.dialog);
        await media.drop(voiceId);
        if (outcome.ok || outcome.error !== givenUp) onEvent(missed(callId, owner));
        return;
      }
      const { dialog, sdp } = outcome.value;
      const since = { joinedAt: clock(), isHeld: false, mayCallBack: false };
      await join({ id: attempt.id, ...leg, dialog, sdp, inside: inside.value, ...since });
      const event = arrived(callId, owner);
      if (event !== null) onEvent(event);
    },
    gone,
    lost: async (leg) => {
      agent.bye(leg.dialog);
      await gone(leg);
    },
  };
}

function isHeldNow(legs: readonly SavedLeg[]): boolean {
  return legs.some(({ isHeld }) => isHeld);
}

function arrived(callId: string, owner: LegOwner): LineEvent | null {
  switch (owner.role) {
    case 'caller':
      return null;
    case 'adviser':
      return { kind: 'adviser-joined', callId, adviserId: owner.accountId };
    case 'party':
      return { kind: 'party-joined', callId, partyId: owner.partyId };
  }
}

/** Whom the hub called and did not reach. */
function missed(callId: string, owner: LegOwner): LineEvent {
  return owner.role === 'adviser'
    ? { kind: 'adviser-unreachable', callId, adviserId: owner.accountId }
    : left({ callId, owner });
}

function left({ callId, owner }: Pick<SavedLeg, 'callId' | 'owner'>): LineEvent {
  switch (owner.role) {
    case 'caller':
      return { kind: 'caller-left', callId };
    case 'adviser':
      return { kind: 'adviser-left', callId, adviserId: owner.accountId };
    case 'party':
      return { kind: 'party-left', callId, partyId: owner.partyId };
  }
}

/** The adviser's or a colleague's end, by whose desk it is at. */
export function isAtDeskOf(accountId: string): (owner: LegOwner) => boolean {
  return (owner) => accountOf(owner) === accountId;
}
