import type { Timers } from '../timers.ts';
import { asJoined, type SavedLeg } from './leg.ts';
import type { Media } from './media.ts';
import { pairLegs } from './pairing.ts';
import type { Speak } from './sounds.ts';

/** What a caller hears while nobody speaks with them, one after the other; then the sound of waiting, until `andThen` ends it. */
export type Announcement = {
  readonly texts: readonly string[];
  readonly language: string;
  /** What follows the last word; absent: they wait. */
  readonly andThen?: () => void;
};

/** Who hears whom, and what those hear who wait. */
export type Voices = {
  /** Plugs the ends of a call as `pairLegs` wants them. */
  readonly arrange: (legs: readonly SavedLeg[], isHeld: boolean) => Promise<void>;
  /** Says something to an end that is alone. */
  readonly announce: (leg: SavedLeg, announcement: Announcement) => Promise<void>;
  /** Takes as done what another hub plugged before this one began. */
  readonly assume: (legs: readonly SavedLeg[], isHeld: boolean) => void;
  readonly forget: (leg: SavedLeg) => void;
  /** Whom an end is plugged to: its id. */
  readonly peerOf: (id: string) => string | null;
};

type Parts = {
  readonly media: Media;
  readonly timers: Timers;
  readonly speak: Speak;
  readonly waitSound: Uint8Array;
};

/** Longer than any call lasts. */
const forever = 10_000;

export function openVoices({ media, timers, speak, waitSound }: Parts): Voices {
  /** Whom each end hears; `null`: nobody. One that is not here was never plugged. */
  const peers = new Map<string, string | null>();
  /** Ends what is said to an end. */
  const sayings = new Map<string, () => void>();

  const silence = async (leg: SavedLeg) => {
    sayings.get(leg.id)?.();
    sayings.delete(leg.id);
    await media.stopPlaying(leg.voiceId);
  };

  const announce: Voices['announce'] = async (leg, { texts, language, andThen }) => {
    sayings.get(leg.id)?.();
    let isOver = false;
    let cancel: () => void = () => undefined;
    sayings.set(leg.id, () => {
      isOver = true;
      cancel();
    });
    const next = async (index: number): Promise<void> => {
      const text = texts[index];
      if (isOver) return;
      if (text === undefined) {
        if (andThen === undefined) await media.play(leg.voiceId, waitSound, forever);
        else andThen();
        return;
      }
      const sound = await speak(text, language);
      if (isOver) return;
      const played = sound === null ? null : await media.play(leg.voiceId, sound, 1);
      const lastsMs = played?.ok ? played.value : 0;
      if (!isOver) cancel = timers(lastsMs, () => void next(index + 1));
    };
    await next(0);
  };

  return {
    announce,
    arrange: async (legs, isHeld) => {
      const wanted = wantedPeers(legs, isHeld);
      const changed = legs.filter(({ id }) => peers.get(id) !== wanted.get(id));
      // Who was heard until now is unplugged first: nobody is heard by two.
      for (const leg of changed) {
        const had = peers.get(leg.id);
        peers.set(leg.id, wanted.get(leg.id) ?? null);
        if (had) await media.plug(leg.voiceId, leg.sdp, null);
      }
      for (const leg of changed) {
        const peer = legs.find(({ id }) => id === wanted.get(leg.id));
        if (peer !== undefined) {
          await silence(leg);
          await media.plug(leg.voiceId, leg.sdp, peer.inside);
        } else if (leg.owner.role === 'caller' && !sayings.has(leg.id)) {
          await announce(leg, { texts: [], language: 'fr' });
        }
      }
    },
    assume: (legs, isHeld) => {
      for (const [id, peer] of wantedPeers(legs, isHeld)) peers.set(id, peer);
    },
    forget: (leg) => {
      sayings.get(leg.id)?.();
      sayings.delete(leg.id);
      peers.delete(leg.id);
    },
    peerOf: (id) => peers.get(id) ?? null,
  };
}

function wantedPeers(legs: readonly SavedLeg[], isHeld: boolean): Map<string, string | null> {
  const pairs = pairLegs(legs.map(asJoined), isHeld);
  const wanted = new Map<string, string | null>(legs.map(({ id }) => [id, null]));
  for (const [one, other] of pairs) {
    wanted.set(one, other);
    wanted.set(other, one);
  }
  return wanted;
}
