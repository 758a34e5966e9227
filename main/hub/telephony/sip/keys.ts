import { createSocket } from 'node:dgram';
import { z } from 'zod';
import { parseJson } from '#src/kernel';
import { splitAddress } from './config.ts';

/** A key as rtpengine reports it at its end. */
const report = z.object({ callid: z.string(), event: z.number().int().min(0).max(11) });

/** Hears of the keys that callers press: rtpengine sends each as a datagram. */
export async function hearKeys(
  listen: string,
  onKey: (voiceId: string, key: string) => void,
): Promise<() => Promise<void>> {
  const { host, port } = splitAddress(listen);
  const socket = createSocket('udp4');
  socket.on('message', (bytes) => {
    const json = parseJson(bytes.toString());
    const read = report.safeParse(json.ok ? json.value : null);
    if (read.success) onKey(read.data.callid, '0123456789*#'[read.data.event] ?? '');
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.bind(port, host, resolve);
  });
  return () => new Promise((resolve) => socket.close(() => resolve()));
}
