/** Voice as telephones carry it: 8,000 samples a second, in frames of 20 milliseconds. */
export const sampleRate = 8_000;
export const frameSamples = 160;
const frameMs = 20;

const bias = 0x84;
const clip = 32_635;

/** G.711, µ-law: eight bits a sample. */
export function encodeMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(clip, Math.abs(sample)) + bias;
  const exponent = Math.max(0, Math.floor(Math.log2(size)) - 7);
  const mantissa = (size >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

export function decodeMuLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 7;
  const size = ((((bits & 0x0f) << 3) + bias) << exponent) - bias;
  return bits & 0x80 ? -size : size;
}

/** Hands out a lasting tone, frame by frame and in time. Gives the way to stop. */
export function startTone(hertz: number, onFrame: (frame: Int16Array) => void): () => void {
  let at = 0;
  const timer = setInterval(() => {
    onFrame(
      Int16Array.from({ length: frameSamples }, (_, index) =>
        Math.round(8_000 * Math.sin((2 * Math.PI * hertz * (at + index)) / sampleRate)),
      ),
    );
    at += frameSamples;
  }, frameMs);
  return () => clearInterval(timer);
}

/** How much of a frequency is in what was heard, from 0 to 1 (Goertzel). */
export function shareOf(hertz: number, samples: readonly number[]): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample / 32_768 + factor * last - before, last];
  const power = Math.max(0, last * last + before * before - factor * last * before);
  return (2 * Math.sqrt(power)) / Math.max(1, samples.length);
}

/** Root mean square of what was heard, as a share of the loudest possible. */
export function loudnessOf(samples: readonly number[]): number {
  const sum = samples.reduce((total, sample) => total + (sample / 32_768) ** 2, 0);
  return Math.sqrt(sum / Math.max(1, samples.length));
}

/** What was heard in the last half second. */
export function lately(heard: readonly number[]): readonly number[] {
  return heard.slice(-sampleRate / 2);
}
