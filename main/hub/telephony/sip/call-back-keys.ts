import { mayBeCalledBack, parsePhone } from '#src/kernel';
import type { LineEvent } from '../telephony.port.ts';
import type { Timers } from '../timers.ts';
import type { Exchange } from './exchange.ts';
import type { SavedLeg } from './leg.ts';
import type { Voices } from './voices.ts';
import { words } from './words.ts';

type Parts = {
  readonly exchange: Exchange;
  readonly voices: Voices;
  readonly timers: Timers;
  readonly onEvent: (event: LineEvent) => void;
  readonly onError: (error: unknown) => void;
};

/** How long a caller who is turned away may think after the last word, and while they key, in milliseconds. */
const thinkingMs = 10_000;
const keyingMs = 30_000;
/** The figures of a French number; a cross ends one that has others. */
const figures = 10;
const mostTries = 2;

/** SI-14: a caller who is alone asks by keys to be called back, at the number from which they phone or at one that they key. */
export function openCallBackKeys({ exchange, voices, timers, onEvent, onError }: Parts) {
  /** What was keyed until now of a number, by the caller's end, and for which time. */
  const keyed = new Map<string, { readonly digits: string; readonly tries: number }>();
  /** How to keep those whom the hub hangs up on soon; who does nothing is not kept on a line that nobody answers. */
  const turnedAway = new Map<string, () => void>();

  const isThere = ({ id }: Pick<SavedLeg, 'id'>) => exchange.every().some((leg) => leg.id === id);

  const leave = async (leg: SavedLeg) => {
    if (!isThere(leg)) return;
    await exchange.end(leg.callId, (owner) => owner.role === 'caller');
    onEvent({ kind: 'caller-left', callId: leg.callId });
  };
  const leaveNow = (leg: SavedLeg) => void leave(leg).catch(onError);
  const leaveLater = (leg: SavedLeg, afterMs: number) => {
    turnedAway.get(leg.id)?.();
    turnedAway.set(
      leg.id,
      timers(afterMs, () => leaveNow(leg)),
    );
  };

  const say = (leg: SavedLeg, text: string, andThen?: () => void) =>
    voices.announce(leg, {
      texts: [text],
      language: 'fr',
      ...(andThen === undefined ? {} : { andThen }),
    });

  const callBack = (leg: SavedLeg, number: string | null) => {
    onEvent({ kind: 'call-back-asked', callId: leg.callId, number });
    return say(leg, words.noted, () => leaveNow(leg));
  };

  const askNumber = (leg: SavedLeg, tries: number) => {
    keyed.set(leg.id, { digits: '', tries });
    if (turnedAway.has(leg.id)) leaveLater(leg, keyingMs);
    return say(leg, tries === 1 ? words.keyNumber : words.keyAgain);
  };

  const keyNumber = async (
    leg: SavedLeg,
    { digits, tries }: { digits: string; tries: number },
    key: string,
  ) => {
    const all = key === '#' ? digits : digits + key;
    if (key !== '#' && all.length < figures) {
      keyed.set(leg.id, { digits: all, tries });
      return;
    }
    keyed.delete(leg.id);
    const number = parsePhone(all, 'FR');
    if (number.ok && mayBeCalledBack(number.value.e164)) return callBack(leg, number.value.e164);
    if (tries < mostTries) return askNumber(leg, tries + 1);
    return say(leg, words.notNoted, turnedAway.has(leg.id) ? () => leaveNow(leg) : undefined);
  };

  return {
    /** By which keys they are called back. */
    offered: (leg: SavedLeg) => (leg.mayCallBack ? words.pressOne : words.pressOneToKey),
    /** Whom nobody will answer is hung up on in the end. */
    turnAway: (leg: SavedLeg) => void turnedAway.set(leg.id, () => undefined),
    /** Once they have heard why. */
    letThink: (leg: SavedLeg) => leaveLater(leg, thinkingMs),
    pressed: async (voiceId: string, key: string): Promise<void> => {
      for (const id of [...keyed.keys(), ...turnedAway.keys()]) {
        if (isThere({ id })) continue;
        keyed.delete(id);
        turnedAway.delete(id);
      }
      const leg = exchange.every().find((one) => one.voiceId === voiceId);
      if (leg?.owner.role !== 'caller') return;
      const before = keyed.get(leg.id);
      // Whom they speak with now may ask for keys of their own.
      if (voices.peerOf(leg.id) !== null) keyed.delete(leg.id);
      else if (before !== undefined) await keyNumber(leg, before, key);
      else if (key === '1') await (leg.mayCallBack ? callBack(leg, null) : askNumber(leg, 1));
    },
  };
}
