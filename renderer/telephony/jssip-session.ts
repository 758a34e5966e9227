import type { RTCSession } from 'jssip/lib/RTCSession';
import type { DeskLeg, QualityWarning } from './softphone.port.ts';

type Tell = {
  readonly change: (part: Partial<Omit<DeskLeg, 'callId'>>) => void;
  readonly heard: (stream: MediaStream) => void;
  readonly gone: () => void;
};

/** How often the quality of a call is looked at. */
const lookMs = 2_000;

/** Tells of a leg in the desk's words, from its ring to its end; JsSIP says the end in two ways. */
export function followSession(session: RTCSession, tell: Tell): void {
  const over = new AbortController();
  const end = () => {
    over.abort();
    tell.gone();
  };
  session.on('confirmed', () => tell.change({ state: 'open' }));
  session.on('muted', () => tell.change({ isMuted: true }));
  session.on('unmuted', () => tell.change({ isMuted: false }));
  session.on('ended', end);
  session.on('failed', end);
  session.on('peerconnection', ({ peerconnection }) => {
    followConnection(peerconnection, over.signal, tell);
  });
}

/** What is heard comes as a stream; a way that is lost comes back, or the hub takes the leg for gone. */
function followConnection(connection: RTCPeerConnection, over: AbortSignal, tell: Tell): void {
  const until = { signal: over };
  connection.addEventListener('track', ({ track }) => tell.heard(new MediaStream([track])), until);
  connection.addEventListener(
    'connectionstatechange',
    () => {
      const { connectionState } = connection;
      if (connectionState === 'connected') tell.change({ state: 'open' });
      else if (connectionState === 'disconnected' || connectionState === 'failed') {
        tell.change({ state: 'reconnecting' });
      }
    },
    until,
  );
  let before: Counts = { received: 0, lost: 0 };
  const timer = setInterval(async () => {
    const reports = [...(await connection.getStats()).values()];
    const now = readCounts(reports);
    tell.change({ warnings: warningsOf(reports, before, now) });
    before = now;
  }, lookMs);
  over.addEventListener('abort', () => clearInterval(timer));
}

type Counts = { readonly received: number; readonly lost: number };
type Report = Readonly<Record<string, unknown>>;

const figure = (report: Report | undefined, name: string) => {
  const value = report?.[name];
  return typeof value === 'number' ? value : 0;
};

function readCounts(reports: readonly Report[]): Counts {
  const heard = reports.find(({ type }) => type === 'inbound-rtp');
  return { received: figure(heard, 'packetsReceived'), lost: figure(heard, 'packetsLost') };
}

/** From which share of lost packets words are missing, and from which delay in seconds two people talk over each other. */
const cutShare = 0.05;
const longWayS = 0.4;

/** SO-12: what the browser measured since the last look comes to. */
export function warningsOf(
  reports: readonly Report[],
  before: Counts,
  now: Counts,
): readonly QualityWarning[] {
  const lost = Math.max(0, now.lost - before.lost);
  const expected = lost + Math.max(0, now.received - before.received);
  const said = reports.find(({ type }) => type === 'remote-inbound-rtp');
  const warnings: readonly (readonly [QualityWarning, boolean])[] = [
    ['own-voice-cut', figure(said, 'fractionLost') > cutShare],
    ['other-voice-cut', expected > 0 && lost / expected > cutShare],
    ['delayed', figure(said, 'roundTripTime') > longWayS],
  ];
  return warnings.filter(([, isSo]) => isSo).map(([warning]) => warning);
}

/** Plays what the other end says. */
export function hearSession(stream: MediaStream): HTMLAudioElement {
  const sound = new Audio();
  sound.srcObject = stream;
  // Whoever answered has touched the page: it may sound.
  void sound.play().catch(() => undefined);
  return sound;
}
