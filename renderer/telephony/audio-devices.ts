import { useEffect, useState } from 'react';

export type AudioDevice = { readonly id: string; readonly label: string };

/** What is plugged in now. Without the microphone's permission browsers name nothing. */
export type AudioDevices = {
  readonly inputs: readonly AudioDevice[];
  readonly outputs: readonly AudioDevice[];
};

/** The entries that only stand for another one: the desk offers the system's own by itself. */
const standIns: ReadonlySet<string> = new Set(['', 'default', 'communications']);

async function listDevices(): Promise<AudioDevices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = (wanted: MediaDeviceKind) =>
    all
      .filter(({ kind, deviceId }) => kind === wanted && !standIns.has(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { inputs: of('audioinput'), outputs: of('audiooutput') };
}

/** The devices, read again as they are plugged in and out. */
export function useAudioDevices(): AudioDevices {
  const [devices, setDevices] = useState<AudioDevices>({ inputs: [], outputs: [] });
  useEffect(() => {
    const read = () => void listDevices().then(setDevices);
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => navigator.mediaDevices.removeEventListener('devicechange', read);
  }, []);
  return devices;
}
