/** What is heard as silence, in decibels of the loudest possible. */
const silenceDb = -60;
const everyMs = 100;

/** SO-15: loudness from 0 to 1 of samples from -1 to 1: in decibels, since ears hear so. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  if (power === 0) return 0;
  return Math.min(1, Math.max(0, 1 - (10 * Math.log10(power)) / silenceDb));
}

/** Tells how loud `source` is, ten times a second. Gives the way to stop. */
export function followLoudness(source: AudioNode, tell: (level: number) => void): () => void {
  const analyser = new AnalyserNode(source.context, { fftSize: 1_024 });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(loudness(samples));
  }, everyMs);
  return () => clearInterval(timer);
}
