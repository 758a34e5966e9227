import { followLoudness } from './loudness.ts';

/** The ring-back tone of French telephones: 440 Hz, one and a half seconds in every five. */
const frequencyHz = 440;
const soundSeconds = 1.5;
const periodSeconds = 5;
const loudness = 0.08;
/** A sound that starts or stops at once clicks. */
const fadeSeconds = 0.03;

/**
 * Rings on the device of that id until the returned function is called, and tells how loud; on the system's own where the id is
 * `null`, or of a device that is plugged in no longer. Where the browser lets no sound out before somebody has touched the page, it
 * stays silent: the bar and the title say the same.
 */
export function ring(
  deviceId: string | null,
  tellLevel: ((level: number) => void) | null = null,
): () => void {
  const audio = new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: frequencyHz });
  const volume = new GainNode(audio, { gain: 0 });
  const output = new MediaStreamAudioDestinationNode(audio);
  tone.connect(volume).connect(output);
  tone.start();
  const sound = () => {
    const start = audio.currentTime + 0.02;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + fadeSeconds);
    volume.gain.setValueAtTime(loudness, start + soundSeconds);
    volume.gain.linearRampToValueAtTime(0, start + soundSeconds + fadeSeconds);
  };
  sound();
  const again = setInterval(sound, periodSeconds * 1000);
  const stopFollowing = tellLevel === null ? null : followLoudness(volume, tellLevel);
  const player = new Audio();
  player.srcObject = output.stream;
  void playOn(player, deviceId);
  return () => {
    clearInterval(again);
    stopFollowing?.();
    player.pause();
    void audio.close();
  };
}

async function playOn(player: HTMLAudioElement, deviceId: string | null): Promise<void> {
  if (deviceId !== null) await player.setSinkId(deviceId).catch(() => undefined);
  await player.play().catch(() => undefined);
}

/** Rings once, to try a device, and tells how loud it sounds, at last 0. Gives the way to stop before its end. */
export function ringOnce(deviceId: string | null, tellLevel: (level: number) => void): () => void {
  const end = ring(deviceId, tellLevel);
  const stop = () => {
    clearTimeout(timer);
    end();
    tellLevel(0);
  };
  const timer = setTimeout(stop, (soundSeconds + 0.2) * 1000);
  return stop;
}
