import { type TwilioAccess, telephonyAccess } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { request } from '../storage/api.ts';
import { untilGiven } from './retry.ts';
import type { SoftphoneFailure } from './softphone.port.ts';

/** Asks the hub until it lets this page in at Twilio, and tells of each time that it does not; `null`: `signal` says to stop. */
export function accessOrStopped(
  signal: AbortSignal,
  onFailure: (failure: SoftphoneFailure) => void,
): Promise<TwilioAccess | null> {
  return untilGiven(readAccess, signal, onFailure);
}

async function readAccess(): Promise<Result<TwilioAccess, SoftphoneFailure>> {
  const answer = await request('/api/telephony/token', telephonyAccess);
  if (!answer.ok) return err(answer.error.code === 'unreachable' ? 'network' : 'not-authorised');
  return answer.value.twilio === null ? err('not-authorised') : ok(answer.value.twilio);
}
