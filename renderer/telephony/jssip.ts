import { C, UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent, UnRegisteredEvent } from 'jssip/lib/UA';
import { type SipAccess, sipCallHeader } from '#src/contract';
import { followSession, hearSession } from './jssip-session.ts';
import { pause, retryMs } from './retry.ts';
import { sipAccessOrStopped } from './sip-access.ts';
import type { Softphone, SoftphoneFailure } from './softphone.port.ts';
import { createSoftphoneStore } from './softphone-store.ts';

/** How long before its end what lets in is asked for anew. */
const marginMs = 10 * 60_000;
/** How often the page says that it is still there, in seconds: a laptop that was closed does not ring for long. */
const registrationS = 120;

/** The softphone of the operator's own network, by SIP over a WebSocket. */
export function makeSipSoftphone(): Softphone {
  const store = createSoftphoneStore();
  const sessions = new Map<string, RTCSession>();
  const speakers = new Map<string, HTMLAudioElement>();
  const closing = new AbortController();
  let agent: UA | null = null;
  let expiresAt = '';
  let iceServers: SipAccess['iceServers'] = [];
  let microphone: string | null = null;
  let speaker: string | null = null;

  const tellFailure = (failure: SoftphoneFailure) => store.setRegistration('failed', failure);

  async function register(): Promise<void> {
    store.setRegistration('registering');
    const access = await sipAccessOrStopped(closing.signal, tellFailure);
    if (access === null) return;
    ({ expiresAt, iceServers } = access);
    agent = openAgent(access);
    follow(agent);
    agent.start();
  }

  function follow(opened: UA): void {
    opened.on('registered', () => store.setRegistration('registered'));
    // It connects again by itself; what is being spoken goes on meanwhile (SO-2).
    opened.on('disconnected', () => tellFailure('network'));
    opened.on('registrationFailed', ({ response }: UnRegisteredEvent) => {
      const isRefused = response?.status_code === 401 || response?.status_code === 403;
      tellFailure(isRefused ? 'not-authorised' : 'network');
      // One that is not believed is not asked over and over: JsSIP tries again by itself, with what lets in from then on.
      if (isRefused) void pause(retryMs, closing.signal).then(() => registerAnew(opened, true));
    });
    opened.on('registrationExpiring', () => void registerAnew(opened, false));
    opened.on('newRTCSession', takeIn);
    // A page that goes says so, and its caller is not left in silence.
    window.addEventListener('pagehide', () => opened.stop(), { signal: closing.signal });
  }

  /** What lets in is renewed beside a call, and does not touch it. */
  async function registerAnew(opened: UA, isRefused: boolean): Promise<void> {
    if (isRefused || Date.parse(expiresAt) - Date.now() < marginMs) {
      const access = await sipAccessOrStopped(closing.signal, tellFailure);
      if (access === null) return;
      ({ expiresAt, iceServers } = access);
      opened.set('authorization_user', access.user);
      opened.set('password', access.password);
    }
    opened.register();
  }

  function takeIn({ session, request }: RTCSessionEvent): void {
    const callId = request.getHeader(sipCallHeader);
    // What the hub knows nothing of could not be recorded.
    if (callId === undefined) {
      session.terminate({ status_code: 480 });
      return;
    }
    const isCurrent = () => sessions.get(callId) === session;
    followSession(session, {
      change: (part) => {
        if (isCurrent()) store.setLeg(callId, part);
      },
      heard: (stream) => {
        const sound = hearSession(stream);
        speakers.set(callId, sound);
        void sound.setSinkId(speaker ?? '').catch(() => undefined);
      },
      gone: () => {
        if (!isCurrent()) return;
        sessions.delete(callId);
        speakers.get(callId)?.pause();
        speakers.delete(callId);
        store.removeLeg(callId);
      },
    });
    sessions.set(callId, session);
    store.addLeg(callId);
  }

  function end(callId: string): void {
    const session = sessions.get(callId);
    if (session !== undefined && !session.isEnded()) session.terminate();
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    register,
    answer: async (callId) => {
      const session = sessions.get(callId);
      if (session === undefined || !session.isInProgress()) return;
      for (const [id, other] of sessions) if (other.isEstablished()) end(id);
      store.setLeg(callId, { state: 'connecting' });
      // One that is no longer plugged in gives way to the system's own.
      const audio = microphone === null ? true : { deviceId: { ideal: microphone } };
      session.answer({ mediaConstraints: { audio, video: false }, pcConfig: { iceServers } });
    },
    reject: end,
    hangUp: end,
    mute: (callId, isMuted) => {
      const session = sessions.get(callId);
      if (isMuted) session?.mute({ audio: true });
      else session?.unmute({ audio: true });
    },
    sendDigits: (callId, digits) =>
      sessions.get(callId)?.sendDTMF(digits, { transportType: C.DTMF_TRANSPORT.RFC2833 }),
    chooseDevice: async (kind, id) => {
      if (kind === 'speaker') {
        speaker = id;
        // A browser that refuses stays with the system's own.
        const moved = [...speakers.values()].map((sound) => sound.setSinkId(id ?? ''));
        await Promise.allSettled(moved);
        return;
      }
      microphone = id;
      const opened = [...sessions.values()].filter((session) => session.isEstablished());
      await Promise.all(opened.map((session) => speakInto(session, id)));
    },
    close: async () => {
      closing.abort();
      store.close();
      agent?.stop();
      for (const sound of speakers.values()) sound.pause();
      sessions.clear();
    },
  };
}

function openAgent(access: SipAccess): UA {
  return new UA({
    sockets: [new WebSocketInterface(access.socket)],
    uri: access.address,
    authorization_user: access.user,
    password: access.password,
    register: true,
    register_expires: registrationS,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 10,
  });
}

/** Speaks through another microphone from now on; unplugged at this very moment, the one in use goes on. */
async function speakInto(session: RTCSession, id: string | null): Promise<void> {
  const audio = id === null ? true : { deviceId: { ideal: id } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio }).catch(() => null);
  const track = stream?.getAudioTracks()[0];
  const sender = session.connection.getSenders().find((one) => one.track?.kind === 'audio');
  if (track === undefined || sender === undefined) return;
  const former = sender.track;
  track.enabled = former?.enabled ?? true;
  await sender.replaceTrack(track);
  former?.stop();
}
