import { useEffect, useState } from 'react';

/** What is heard as silence, in decibels of the loudest possible. */
const silenceDb = -60;
const everyMs = 100;

/** SO-15: loudness from 0 to 1 of samples from -1 to 1: in decibels, since ears hear so. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  if (power === 0) return 0;
  return Math.min(1, Math.max(0, 1 - (10 * Math.log10(power)) / silenceDb));
}

/** How loud the microphone of that id hears, ten times a second; `null`: it cannot be opened. */
export function useMicrophoneLevel(deviceId: string | null): number | null {
  const [level, setLevel] = useState<number | null>(0);
  useEffect(() => {
    const closing = new AbortController();
    void watch(deviceId, setLevel, closing.signal);
    return () => closing.abort();
  }, [deviceId]);
  return level;
}

async function watch(
  deviceId: string | null,
  tell: (level: number | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const audio = deviceId === null ? true : { deviceId: { ideal: deviceId } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio }).catch(() => null);
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  if (stream === null || signal.aborted) {
    stop();
    if (!signal.aborted) tell(null);
    return;
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1_024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(loudness(samples));
  }, everyMs);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    stop();
    void context.close();
  });
}
