/** The ring-back tone of French telephones: 440 Hz, one and a half seconds in every five. */
const frequencyHz = 440;
const soundSeconds = 1.5;
const periodSeconds = 5;
const loudness = 0.08;
/** A sound that starts or stops at once clicks. */
const fadeSeconds = 0.03;

/**
 * Rings until the returned function is called. Where the browser lets no sound out before somebody has touched the page,
 * it stays silent: the bar and the title say the same.
 */
export function ring(): () => void {
  const audio = new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: frequencyHz });
  const volume = new GainNode(audio, { gain: 0 });
  tone.connect(volume).connect(audio.destination);
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
  return () => {
    clearInterval(again);
    void audio.close();
  };
}
