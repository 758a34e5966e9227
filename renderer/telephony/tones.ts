/** What sounds for how long: frequencies in hertz, together; none is silence. */
export type Tone = { readonly hertz: readonly number[]; readonly ms: number };

const rate = 8_000;
/** Each tone comes and goes over this time: cut off, it would click. */
const slopeSamples = rate / 100;

/** The tones as a sound file: WAV, 8 bits, one channel. */
export function soundOf(tones: readonly Tone[]): Uint8Array<ArrayBuffer> {
  const samples = tones.flatMap(samplesOf);
  const file = new Uint8Array(44 + samples.length);
  const view = new DataView(file.buffer);
  const text = (at: number, word: string) => file.set(new TextEncoder().encode(word), at);
  text(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples.length, true);
  file.set(samples, 44);
  return file;
}

function samplesOf({ hertz, ms }: Tone): readonly number[] {
  const count = Math.round((rate * ms) / 1_000);
  return Array.from({ length: count }, (_, index) => {
    const slope = Math.min(1, index / slopeSamples, (count - index) / slopeSamples);
    const sum = hertz.reduce(
      (total, frequency) => total + Math.sin((2 * Math.PI * frequency * index) / rate),
      0,
    );
    return 128 + Math.round((100 * slope * sum) / Math.max(1, hertz.length));
  });
}

/** Nothing, as the address of a sound: made once for the page. */
export function silence(): string {
  made.silence ??= URL.createObjectURL(
    new Blob([soundOf([{ hertz: [], ms: 100 }])], { type: 'audio/wav' }),
  );
  return made.silence;
}
const made: { silence: string | null } = { silence: null };
