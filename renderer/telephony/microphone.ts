import type { SoftphoneFailure } from './softphone.port.ts';

/**
 * Whether this page may use a microphone, and there is one; the browser asks the person once. Asked when the desk opens, not while
 * somebody waits on the line.
 */
export async function findMicrophoneFailure(): Promise<SoftphoneFailure | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return null;
  } catch (error) {
    const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
    return isRefused ? 'microphone-refused' : 'no-microphone';
  }
}

/** When a microphone was plugged in or allowed, or `signal` says that nobody waits for it any more. */
export async function whenMicrophonesChange(signal: AbortSignal): Promise<void> {
  const permission = await navigator.permissions
    .query({ name: 'microphone' })
    .catch(() => undefined);
  await new Promise<void>((resolve) => {
    const once = { once: true, signal };
    navigator.mediaDevices.addEventListener('devicechange', () => resolve(), once);
    permission?.addEventListener('change', () => resolve(), once);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
