import type { ArrivingCall, Reception } from '../../queue/receive-call.ts';
import { manualLine } from '../manual.ts';
import type { LineEvent, Party, Telephony } from '../telephony.port.ts';
import type { Timers } from '../timers.ts';
import { openArrivals } from './arrivals.ts';
import type { SipNetwork } from './config.ts';
import { type Dialled, isAtDeskOf, openExchange } from './exchange.ts';
import { hearKeys } from './keys.ts';
import { accountOf, type LegOwner } from './leg.ts';
import type { Media } from './media.ts';
import { type Speak, waitSound } from './sounds.ts';
import type { LegStore } from './store.ts';
import { createUserAgent } from './user-agent.ts';
import { openVoices } from './voices.ts';
import { watchEnds } from './watch.ts';
import { words } from './words.ts';

export type SipParts = {
  readonly network: SipNetwork;
  readonly media: Media;
  readonly store: LegStore;
  readonly timers: Timers;
  readonly speak: Speak;
  readonly clock: () => string;
  readonly receive: (arriving: ArrivingCall) => Promise<Reception>;
  readonly onEvent: (event: LineEvent) => void;
  readonly onError: (error: unknown) => void;
};

const isCaller = (owner: LegOwner) => owner.role === 'caller';
const isParty = (partyId: string) => (owner: LegOwner) =>
  owner.role === 'party' && owner.partyId === partyId;

/**
 * A line on the operator's own network. The hub is an end of every call there: callers speak with it, and so do desks; what they say goes
 * from one to the other through rtpengine, which the hub tells who hears whom.
 */
export async function openSipLine(parts: SipParts): Promise<Telephony> {
  const { network, media, store, timers, onError } = parts;
  let isClosed = false;
  // TE-2: what is still heard after the hub stopped is another hub's.
  const onEvent = (event: LineEvent) => {
    if (!isClosed) parts.onEvent(event);
  };
  const agent = createUserAgent(network, timers);
  const voices = openVoices({ media, timers, speak: parts.speak, waitSound: waitSound() });
  const exchange = openExchange({ ...parts, onEvent, agent, voices });
  const arrivals = openArrivals({ ...parts, onEvent, agent, exchange, voices });
  exchange.resume(await store.read());
  await agent.open(arrivals.heard);
  const stopKeys = await hearKeys(network.keys, (voiceId, key) => {
    arrivals.pressed(voiceId, key).catch(onError);
  });

  const stopWatching = watchEnds({ media, exchange, timers, onError });

  const atDesk = (accountId: string): Dialled => ({
    kind: 'desk',
    to: `sip:${accountId}@${network.domain}`,
    from: null,
  });
  const atNumber = (number: string, from: string | null): Dialled => ({
    kind: 'telephone',
    to: `sip:${number}@${network.domain}`,
    from,
  });
  const reach = (party: Party): Dialled =>
    'adviserId' in party ? atDesk(party.adviserId) : atNumber(party.number, null);
  /** Who is called answers in their own time: nobody waits here. */
  const dial = (callId: string, owner: LegOwner, wanted: Dialled, after?: Promise<void>) =>
    exchange.dial(callId, owner, wanted, after).catch(onError);

  /** The queue may offer a caller whom the hub is still answering. */
  const ringDesk = (callId: string, accountId: string) =>
    dial(callId, { role: 'adviser', accountId }, atDesk(accountId), arrivals.settled());
  const isThere = (callId: string, accountId: string) =>
    exchange.joined(callId).some(({ owner }) => isAtDeskOf(accountId)(owner));

  /** SI-24: a colleague who was brought in and stays with the caller is who speaks with them now. */
  const passOn = async (callId: string) => {
    const legs = exchange.joined(callId);
    if (legs.some(({ owner }) => owner.role === 'adviser')) return;
    for (const leg of legs) {
      const accountId = accountOf(leg.owner);
      if (accountId === null) continue;
      return exchange.join({ ...leg, owner: { role: 'adviser', accountId } });
    }
  };

  return {
    ...manualLine,
    ring: async ({ callId, adviserId }) => {
      if (!exchange.has(callId, isAtDeskOf(adviserId))) void ringDesk(callId, adviserId);
    },
    stopRinging: (callId, adviserId) => exchange.stopDialling(callId, isAtDeskOf(adviserId)),
    callOut: async ({ callId, adviserId, number, from }) => {
      const call = async () => {
        if (!exchange.has(callId, isAtDeskOf(adviserId))) await ringDesk(callId, adviserId);
        // SI-9: nobody is called for an adviser who is not there to speak.
        if (!isThere(callId, adviserId) || exchange.has(callId, isCaller)) return;
        await dial(callId, { role: 'caller' }, atNumber(number, from));
      };
      void call();
    },
    proposeElse: async (callId) => {
      const leg = exchange.joined(callId).find(({ owner }) => isCaller(owner));
      if (leg === undefined || voices.peerOf(leg.id) !== null) return;
      const said = leg.mayCallBack ? words.proposed : words.proposedToKey;
      await voices.announce(leg, { texts: [said], language: 'fr' });
    },
    hold: exchange.hold,
    addParty: async (callId, partyId, party) => {
      if (exchange.has(callId, isParty(partyId)) || exchange.joined(callId).length === 0) return;
      await exchange.hold(callId, true);
      const accountId = 'adviserId' in party ? party.adviserId : null;
      void dial(callId, { role: 'party', partyId, accountId }, reach(party));
    },
    removeParty: async (callId, partyId) => {
      if (!exchange.has(callId, isParty(partyId))) return;
      await exchange.end(callId, isParty(partyId));
      await exchange.hold(callId, false);
    },
    letGo: async (callId, adviserId) => {
      if (!exchange.has(callId, isAtDeskOf(adviserId))) return;
      await exchange.end(callId, isAtDeskOf(adviserId));
      await exchange.hold(callId, false);
      await passOn(callId);
    },
    hangUp: (callId) => exchange.end(callId, () => true),
    close: async () => {
      isClosed = true;
      stopWatching();
      exchange.close();
      await stopKeys();
      await agent.close();
    },
  };
}
