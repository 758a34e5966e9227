import { useEffect, useState } from 'react';
import { followLoudness } from './loudness.ts';

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
  const stopFollowing = followLoudness(context.createMediaStreamSource(stream), tell);
  signal.addEventListener('abort', () => {
    stopFollowing();
    stop();
    void context.close();
  });
}
