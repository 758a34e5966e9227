import { readKeptDevices } from './kept-devices.ts';
import type { Softphone, SoftphoneState } from './softphone.port.ts';
import { ring } from './tones.ts';

/** How loud: a second call is heard, and does not drown who speaks. */
const loudness = { alone: 1, besideCall: 0.15 };

/** SO-11: how loud it rings now, from 0 to 1; `null`: nothing rings. */
export function ringLoudness({ legs }: SoftphoneState): number | null {
  if (!legs.some(({ state }) => state === 'ringing')) return null;
  return legs.every(({ state }) => state === 'ringing') ? loudness.alone : loudness.besideCall;
}

/** Rings on the device chosen for it, for as long as something does. Gives the way to stop. */
export function startRinger(softphone: Pick<Softphone, 'getState' | 'subscribe'>): () => void {
  const sound = new Audio(ring());
  sound.loop = true;
  const follow = () => {
    const loud = ringLoudness(softphone.getState());
    if (loud === null) {
      sound.pause();
      return;
    }
    sound.volume = loud;
    if (sound.paused) void begin();
  };
  const begin = async () => {
    await playFrom(sound, readKeptDevices().ringer);
    // Finding the device takes a moment, in which it may have stopped ringing.
    if (ringLoudness(softphone.getState()) === null) sound.pause();
  };
  const stop = softphone.subscribe(follow);
  follow();
  return () => {
    stop();
    sound.pause();
  };
}

/** Plays from its beginning, on the device of that id if it is there: the system's own otherwise. */
export async function playFrom(sound: HTMLAudioElement, deviceId: string | null): Promise<void> {
  sound.currentTime = 0;
  await sound.setSinkId(deviceId ?? '').catch(() => undefined);
  // A page that nobody has touched yet may not sound: its banner and the system's notice say it.
  await sound.play().catch(() => undefined);
}
