import { z } from 'zod';
import { readStored } from '../storage/stored.ts';

/** The browser's ids of what is spoken into, heard from, and rings; `null`: the system's own. They belong to the machine. */
const keptDevicesShape = z.object({
  microphone: z.string().nullable().catch(null),
  speaker: z.string().nullable().catch(null),
  ringer: z.string().nullable().catch(null),
});
export type KeptDevices = z.infer<typeof keptDevicesShape>;
export type DeviceKind = keyof KeptDevices;

const storageKey = 'aiguillage.devices';

export function readKeptDevices(): KeptDevices {
  return readStored(storageKey, keptDevicesShape) ?? keptDevicesShape.parse({});
}

export function keepDevices(devices: KeptDevices): void {
  localStorage.setItem(storageKey, JSON.stringify(devices));
}
