import { type SipAccess, sipAccess } from '#src/contract';
import { err, type Result } from '#src/kernel';
import { request } from '../storage/api.ts';
import { untilGiven } from './retry.ts';
import type { SoftphoneFailure } from './softphone.port.ts';

/** Asks the hub until it lets this page in on the operator's own network; `null`: `signal` says to stop. */
export function sipAccessOrStopped(
  signal: AbortSignal,
  onFailure: (failure: SoftphoneFailure) => void,
): Promise<SipAccess | null> {
  return untilGiven(readAccess, signal, onFailure);
}

async function readAccess(): Promise<Result<SipAccess, SoftphoneFailure>> {
  const answer = await request('/api/telephony/sip', sipAccess);
  if (answer.ok) return answer;
  return err(answer.error.code === 'unreachable' ? 'network' : 'not-authorised');
}
