import { type TwilioAccess, telephonyAccess } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { request } from '../storage/api.ts';
import type { SoftphoneFailure } from './softphone.port.ts';

/** How long a try that failed is left alone. */
export const retryMs = 10_000;

type OnFailure = (failure: SoftphoneFailure) => void;

/** Asks the hub until it lets this page in at Twilio, and tells of each time that it does not; `null`: `signal` says to stop. */
export function accessOrStopped(signal: AbortSignal, onFailure: OnFailure) {
  return untilGiven(readAccess, signal, onFailure);
}

/** Asks for what lets a page in on a network until it is given, and tells of each time that it is not; `null`: `signal` says to stop. */
export async function untilGiven<Access>(
  ask: () => Promise<Result<Access, SoftphoneFailure>>,
  signal: AbortSignal,
  onFailure: OnFailure,
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

async function readAccess(): Promise<Result<TwilioAccess, SoftphoneFailure>> {
  const answer = await request('/api/telephony/token', telephonyAccess);
  if (!answer.ok) return err(answer.error.code === 'unreachable' ? 'network' : 'not-authorised');
  return answer.value.twilio === null ? err('not-authorised') : ok(answer.value.twilio);
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
