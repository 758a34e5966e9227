import { randomBytes } from 'node:crypto';
import { header, type SipMessage } from './message.ts';

/** The header in which the hub and the proxy say what they alone know (SI-2). */
export const secretHeader = 'X-Aiguillage-Secret';

/** How long an end may take to be heard, RFC 3261's 64 times T1, in milliseconds. */
export const patienceMs = 32_000;

export const sdpBody = ['Content-Type', 'application/sdp'] as const;

/** What nobody guesses. */
export function token(): string {
  return randomBytes(12).toString('hex');
}

/** The name of a request and its answers, RFC 3261 8.1.1.7. */
export function newBranch(): string {
  return `z9hG4bK${token()}`;
}

/** The branch of a message's own hop. */
export function branchOf(message: SipMessage): string {
  return /;\s*branch=([^;,\s]+)/.exec(header(message, 'via') ?? '')?.[1] ?? '';
}
