import twilio from 'twilio';
import type { TwilioAccess } from '#src/contract';
import type { TwilioVoice } from './config.ts';
import { clientIdentity } from './leg-label.ts';

/** TW-52: a shift, as long as a session. It is never renewed in the middle of a call, which would be heard. */
export const tokenSeconds = 12 * 60 * 60;

/** Nearest to France first; the last one is wherever the network finds. */
const usualEdges = ['dublin', 'frankfurt', 'roaming'];

/**
 * TW-52: what lets the softphone of one account in. It takes that account's calls, and begins none: who finds it calls nobody at
 * the operator's expense.
 */
export function accessToken(voice: TwilioVoice, accountId: string, now: string): TwilioAccess {
  const { AccessToken } = twilio.jwt;
  const token = new AccessToken(voice.accountSid, voice.apiKey, voice.apiSecret, {
    identity: clientIdentity(accountId),
    ttl: tokenSeconds,
    ...(voice.place === null ? {} : { region: voice.place.region }),
  });
  token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true }));
  return {
    token: token.toJwt(),
    expiresAt: new Date(Date.parse(now) + tokenSeconds * 1000).toISOString(),
    edges: voice.place === null ? usualEdges : [voice.place.edge, 'roaming'],
  };
}
