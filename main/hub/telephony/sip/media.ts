import { err, ok, type Result } from '#src/kernel';
import type { MediaFailure, Rtpengine, Table, Wire, Wired } from './rtpengine.ts';

/** Where voice goes. */
export type VoiceAddress = { readonly host: string; readonly port: number };

/** An end's voice at rtpengine: its own conversation there, between the end and a side to which the hub plugs another end. */
export type Voice = {
  /** What is said to the end of how to send and receive. */
  readonly sdp: string;
  /** Where whoever is to be heard by this end sends to; `null` until the end has answered. */
  readonly inside: VoiceAddress | null;
};

export type MediaOutcome<Value> = Promise<Result<Value, MediaFailure>>;

/** The telephones of the network speak plain RTP, those of desks what browsers speak. */
export type EndKind = 'telephone' | 'desk';

/** What is heard of an end: `mark` is another one whenever something more was; `unknown`: rtpengine does not answer. */
export type Pulse = 'gone' | 'unknown' | { readonly mark: string };

/** The voices of calls: rtpengine carries them on by itself when the hub stops. */
export type Media = {
  /** Takes up the end that offers `sdp`, or offers it anew; `to`: whom it is plugged to. */
  readonly accept: (id: string, sdp: string, to: VoiceAddress | null) => MediaOutcome<Voice>;
  /** Makes an offer to an end, whose answer `complete` then takes. */
  readonly offer: (id: string, kind: EndKind) => MediaOutcome<Voice>;
  readonly complete: (id: string, sdp: string) => MediaOutcome<VoiceAddress>;
  /** Plugs the end to where another one is heard, or to nobody. `sdp`: the end's own, as it last said. */
  readonly plug: (id: string, sdp: string, to: VoiceAddress | null) => MediaOutcome<void>;
  /** Plays a sound to the end, so many times one after the other. */
  readonly play: (id: string, sound: Uint8Array, times: number) => MediaOutcome<number>;
  readonly stopPlaying: (id: string) => MediaOutcome<void>;
  readonly pulse: (id: string) => Promise<Pulse>;
  readonly drop: (id: string) => MediaOutcome<void>;
};

const end = 'end';
const inside = 'inside';
/** The discard port: heard by nobody. */
const nobody: VoiceAddress = { host: '127.0.0.1', port: 9 };

/** Inside everything is A-law, and keys are events. */
function insideSdp({ host, port }: VoiceAddress, keys: string): string {
  return [
    'v=0',
    `o=- 1 1 IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8 ${keys}`,
    'a=rtpmap:8 PCMA/8000',
    `a=rtpmap:${keys} telephone-event/8000`,
    `a=fmtp:${keys} 0-15`,
    'a=sendrecv',
    'a=ptime:20',
    '',
  ].join('\r\n');
}

const usualKeys = '101';

/** The number under which an end says its keys. */
function keysOf(sdp: string): string {
  return /a=rtpmap:(\d+) telephone-event\/8000/i.exec(sdp)?.[1] ?? usualKeys;
}

/** Where an SDP wants its voice. */
export function voiceAddress(sdp: string): VoiceAddress | null {
  const host = /^c=IN IP[46] (\S+)/m.exec(sdp)?.[1];
  const port = /^m=audio (\d+) /m.exec(sdp)?.[1];
  return host === undefined || port === undefined ? null : { host, port: Number(port) };
}

const plain = { 'transport-protocol': 'RTP/AVP', ICE: 'remove', replace: ['origin'] };
const browser = {
  'transport-protocol': 'UDP/TLS/RTP/SAVPF',
  ICE: 'force',
  SDES: ['off'],
  'rtcp-mux': ['offer', 'require'],
  replace: ['origin'],
};

function textOf(table: Table, key: string): string {
  const found = table.get(key);
  return typeof found === 'string' ? found : '';
}

/** When rtpengine last had a packet of the end itself, whoever else is in its conversation. */
function lastHeard(found: Table): string {
  const tag = tableIn(tableIn(found.get('tags'))?.get(end));
  const streams = listIn(tag?.get('medias')).flatMap((one) => listIn(tableIn(one)?.get('streams')));
  return streams.map((stream) => tableIn(stream)?.get('last packet')).join(' ');
}

const tableIn = (value: Wired | undefined) => (value instanceof Map ? value : null);
const listIn = (value: Wired | undefined) => (Array.isArray(value) ? value : []);

export function openMedia(rtpengine: Rtpengine): Media {
  const ask = async (
    command: string,
    id: string,
    more: Readonly<Record<string, Wire>>,
  ): MediaOutcome<string> => {
    const answer = await rtpengine(command, { 'call-id': id, ...more });
    return answer.ok ? ok(textOf(answer.value, 'sdp')) : answer;
  };
  const done = async (answer: MediaOutcome<unknown>): MediaOutcome<void> => {
    const settled = await answer;
    return settled.ok ? ok(undefined) : settled;
  };

  return {
    accept: async (id, sdp, to) => {
      const codec = { transcode: ['PCMA'] };
      const offered = await ask('offer', id, { 'from-tag': end, sdp, codec, ...plain });
      if (!offered.ok) return offered;
      const within = insideSdp(to ?? nobody, keysOf(offered.value));
      const answered = await ask('answer', id, {
        'from-tag': end,
        'to-tag': inside,
        sdp: within,
        ...plain,
      });
      if (!answered.ok) return answered;
      return ok({ sdp: answered.value, inside: voiceAddress(offered.value) });
    },
    offer: async (id, kind) => {
      const sdp = insideSdp(nobody, usualKeys);
      const wanted = kind === 'desk' ? browser : plain;
      const offered = await ask('offer', id, { 'from-tag': inside, sdp, ...wanted });
      return offered.ok ? ok({ sdp: offered.value, inside: null }) : offered;
    },
    complete: async (id, sdp) => {
      const answered = await ask('answer', id, {
        'from-tag': inside,
        'to-tag': end,
        sdp,
        ...plain,
      });
      if (!answered.ok) return answered;
      const address = voiceAddress(answered.value);
      return address === null ? err({ code: 'refused' }) : ok(address);
    },
    plug: async (id, sdp, to) => {
      const tags = { 'from-tag': inside, 'to-tag': end };
      const within = insideSdp(to ?? nobody, keysOf(sdp));
      const offered = await ask('offer', id, { ...tags, sdp: within, replace: ['origin'] });
      if (!offered.ok) return offered;
      return done(ask('answer', id, { ...tags, sdp, ...plain }));
    },
    play: async (id, sound, times) => {
      const asked = { 'call-id': id, 'from-tag': end, blob: sound, 'repeat-times': times };
      const answer = await rtpengine('play media', asked);
      return answer.ok ? ok(Number(textOf(answer.value, 'duration'))) : answer;
    },
    stopPlaying: (id) => done(ask('stop media', id, { 'from-tag': end })),
    pulse: async (id) => {
      const answer = await rtpengine('query', { 'call-id': id });
      if (answer.ok) return { mark: lastHeard(answer.value) };
      return answer.error.code === 'unreachable' ? 'unknown' : 'gone';
    },
    drop: (id) => done(ask('delete', id, { 'delete-delay': 0 })),
  };
}
