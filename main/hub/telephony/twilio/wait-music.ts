/** As the telephone carries it: 8,000 samples a second, each in one byte (G.711 µ-law). */
const sampleRate = 8000;
const noteS = 0.75;
const loudness = 0.22;
/** Semitones above A3, one chord a bar: four bars that end where they began. */
const bars = [
  [0, 7, 12, 16],
  [-4, 3, 8, 12],
  [-9, 3, 7, 15],
  [-2, 5, 10, 14],
] as const;
const lowest = 220;

/** TW-15: what is heard between two announcements, and on hold: soft plucked chords, twenty-four seconds that can be repeated. A WAV file. */
export function waitMusic(): Uint8Array<ArrayBuffer> {
  const notes = bars.flatMap((bar) => [...bar, ...bar.toReversed()]);
  const samples = new Float32Array(Math.round(notes.length * noteS * sampleRate));
  for (const [index, semitones] of notes.entries()) {
    pluck(samples, Math.round(index * noteS * sampleRate), lowest * 2 ** (semitones / 12));
  }
  return muLawWave(samples);
}

/** A note that fades for longer than it lasts; what sounds beyond the end is heard at the beginning of the next round. */
function pluck(samples: Float32Array, from: number, frequency: number): void {
  const length = Math.round(noteS * 3 * sampleRate);
  for (let offset = 0; offset < length; offset += 1) {
    const t = offset / sampleRate;
    const attack = Math.min(1, t / 0.02);
    const phase = 2 * Math.PI * frequency * t;
    const tone = Math.sin(phase) + 0.3 * Math.sin(2 * phase) + 0.1 * Math.sin(3 * phase);
    const at = (from + offset) % samples.length;
    samples[at] = (samples[at] ?? 0) + loudness * attack * Math.exp(-2.4 * t) * tone;
  }
}

const headerBytes = 44;

function muLawWave(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const file = new DataView(new ArrayBuffer(headerBytes + samples.length));
  const text = (at: number, letters: string) => {
    for (const [index, letter] of [...letters].entries()) {
      file.setUint8(at + index, letter.charCodeAt(0));
    }
  };
  text(0, 'RIFF');
  file.setUint32(4, headerBytes - 8 + samples.length, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 7, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, sampleRate, true);
  file.setUint32(28, sampleRate, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  text(36, 'data');
  file.setUint32(40, samples.length, true);
  for (const [index, sample] of samples.entries()) {
    file.setUint8(headerBytes + index, muLaw(sample));
  }
  return new Uint8Array(file.buffer);
}

/** G.711: the sign, eight steps each twice as large as the one below, sixteen parts of each; all bits turned over. */
function muLaw(sample: number): number {
  const linear = Math.round(Math.max(-1, Math.min(1, sample)) * 32_635);
  const biased = Math.abs(linear) + 132;
  const step = Math.floor(Math.log2(biased)) - 7;
  const part = (biased >> (step + 3)) & 0x0f;
  return ~((linear < 0 ? 0x80 : 0) | (step << 4) | part) & 0xff;
}
