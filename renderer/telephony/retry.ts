import type { Result } from '#src/kernel';
import type { SoftphoneFailure } from './softphone.port.ts';

/** How long a try that failed is left alone. */
export const retryMs = 10_000;

/** Asks for what lets a page in on a network until it is given, and tells of each time that it is not; `null`: `signal` says to stop. */
export async function untilGiven<Access>(
  ask: () => Promise<Result<Access, SoftphoneFailure>>,
  signal: AbortSignal,
  onFailure: (failure: SoftphoneFailure) => void,
): Promise<Access | null> {
  while (!signal.aborted) {
    const access = await ask();
    if (signal.aborted) return null;
    if (access.ok) return access.value;
    onFailure(access.error);
    await pause(retryMs, signal);
  }
  return null;
}

/** That long, or less where `signal` comes first. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
