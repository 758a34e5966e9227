import { randomUUID, timingSafeEqual } from 'node:crypto';
import { mayBeCalledBack } from '#src/kernel';
import type { LineRules } from '#src/routing';
import type { ArrivingCall, Reception } from '../../queue/receive-call.ts';
import type { LineEvent } from '../telephony.port.ts';
import type { Timers } from '../timers.ts';
import { openCallBackKeys } from './call-back-keys.ts';
import type { SipNetwork } from './config.ts';
import { isOfDialog } from './dialog.ts';
import type { Exchange } from './exchange.ts';
import type { SavedLeg } from './leg.ts';
import type { Media } from './media.ts';
import { addressOf, header, type SipRequest, userOf } from './message.ts';
import { branchOf, secretHeader } from './transaction.ts';
import type { Heard, UserAgent } from './user-agent.ts';
import type { Voices } from './voices.ts';
import { words } from './words.ts';

type Parts = {
  readonly network: SipNetwork;
  readonly agent: UserAgent;
  readonly exchange: Exchange;
  readonly media: Media;
  readonly voices: Voices;
  readonly timers: Timers;
  readonly clock: () => string;
  readonly receive: (arriving: ArrivingCall) => Promise<Reception>;
  readonly onEvent: (event: LineEvent) => void;
  readonly onError: (error: unknown) => void;
};

/** What others begin on the network, and the keys that callers press. */
export function openArrivals(parts: Parts) {
  const { network, agent, exchange, media, voices, clock, receive, onEvent } = parts;
  const keys = openCallBackKeys(parts);
  /** Those whom the hub is answering, by Call-ID: the queue may offer one before it has joined. */
  const underway = new Map<string, Promise<void>>();
  /** Who gave up before the hub had answered, by the branch of their request: nobody else knows it. */
  const givenUp = new Set<string>();

  const legOf = (request: SipRequest) =>
    exchange.every().find(({ dialog }) => isOfDialog(dialog, request));

  const take = async (request: SipRequest) => {
    const id = header(request, 'call-id') ?? '';
    const from = phoneOf(header(request, 'p-asserted-identity') ?? header(request, 'from') ?? '');
    const reception = await receive({ lineNumber: numberOf(request.uri), from, legId: id });
    if (reception.kind === 'unknown-line') return agent.refuse(request, 404);
    const { callId, rules } = reception;
    const lost = (status: number) => {
      agent.refuse(request, status);
      onEvent({ kind: 'caller-left', callId });
    };
    const voiceId = randomUUID();
    const voice = await media.accept(voiceId, request.body, null);
    if (!voice.ok || voice.value.inside === null) return lost(503);
    if (givenUp.delete(branchOf(request))) return lost(487);
    const dialog = agent.accept(request, voice.value.sdp);
    if (dialog === null) return onEvent({ kind: 'caller-left', callId });
    const leg: SavedLeg = {
      ...{ id, voiceId, callId, dialog, owner: { role: 'caller' } },
      ...{ sdp: request.body, inside: voice.value.inside },
      ...{ joinedAt: clock(), isHeld: false, mayCallBack: from !== null && mayBeCalledBack(from) },
    };
    await voices.announce(leg, welcome(leg, reception.kind, rules));
    await exchange.join(leg);
  };

  const welcome = (leg: SavedLeg, kind: 'queued' | 'closed' | 'full', rules: LineRules) => {
    const language = rules.languages[0] ?? 'fr';
    if (kind === 'queued') return { texts: [rules.greeting], language };
    const said = kind === 'closed' ? rules.closed : words.full;
    keys.turnAway(leg);
    return { texts: [said, keys.offered(leg)], language, andThen: () => keys.letThink(leg) };
  };

  /** An end says anew how it sends and receives. */
  const renew = async (leg: SavedLeg, request: SipRequest) => {
    const peer = exchange.joined(leg.callId).find(({ id }) => id === voices.peerOf(leg.id));
    const sdp = request.body === '' ? leg.sdp : request.body;
    const voice = await media.accept(leg.voiceId, sdp, peer?.inside ?? null);
    if (!voice.ok) return agent.refuse(request, 488);
    agent.acceptAgain(request, voice.value.sdp);
    await exchange.join({ ...leg, sdp });
  };

  const heard: Heard = {
    onInvite: (request) => {
      const leg = legOf(request);
      if (leg !== undefined) return void renew(leg, request).catch(parts.onError);
      if (!isFromProxy(network, request)) return agent.refuse(request, 403);
      const id = header(request, 'call-id') ?? '';
      // RFC 3261 8.2.2.2: one call that came by two ways.
      if (underway.has(id) || exchange.every().some((one) => one.id === id)) {
        return agent.refuse(request, 482);
      }
      const arrival = take(request).catch((error: unknown) => {
        agent.refuse(request, 503);
        parts.onError(error);
      });
      underway.set(id, arrival);
      void arrival.finally(() => {
        underway.delete(id);
        givenUp.delete(branchOf(request));
      });
    },
    onCancel: (request) => {
      if (underway.has(header(request, 'call-id') ?? '')) givenUp.add(branchOf(request));
    },
    onBye: (request) => {
      const leg = legOf(request);
      if (leg !== undefined) exchange.gone(leg).catch(parts.onError);
      return leg !== undefined;
    },
  };

  return {
    heard,
    /** Once everybody whom the hub is answering now has joined, or is gone. */
    settled: async () => {
      await Promise.all(underway.values());
    },
    pressed: keys.pressed,
  };
}

/** SI-2: what is not of the proxy is refused, however it came. */
function isFromProxy({ secret }: SipNetwork, request: SipRequest): boolean {
  const given = Buffer.from(header(request, secretHeader.toLowerCase()) ?? '');
  const wanted = Buffer.from(secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const international = /^\+[1-9]\d{5,14}$/;

/** The number that an address names, E.164. Without a plus it is a French one, or said with all its figures. */
export function numberOf(address: string): string {
  const user = userOf(address).replace(/[\s().-]/g, '');
  if (/^0[1-9]\d{8}$/.test(user)) return `+33${user.slice(1)}`;
  if (/^00[1-9]\d+$/.test(user)) return `+${user.slice(2)}`;
  return /^[1-9]\d{7,14}$/.test(user) ? `+${user}` : user;
}

/** Who calls; `null` where they withhold it. */
function phoneOf(value: string): string | null {
  const number = numberOf(addressOf(value));
  return international.test(number) ? number : null;
}
