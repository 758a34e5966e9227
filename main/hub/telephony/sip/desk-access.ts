import { createHmac } from 'node:crypto';
import type { SipAccess } from '#src/contract';
import type { SipNetwork } from './config.ts';

/** SI-3: short; the desk asks again before its end. A call that goes on is not touched by it. */
const accessMinutes = 60;

/**
 * SI-3: what lets the softphone of one account in, as Kamailio's `auth_ephemeral` checks it: a name that says until when, and a password
 * that only who knows the secret makes of it. It takes that account's calls, and begins none.
 */
export function deskAccess(network: SipNetwork, accountId: string, now: string): SipAccess {
  const expires = Math.floor(Date.parse(now) / 1_000) + 60 * accessMinutes;
  const user = `${expires}:${accountId}`;
  const passwordBy = (secret: string) => createHmac('sha1', secret).update(user).digest('base64');
  return {
    socket: network.socket,
    address: `sip:${accountId}@${network.domain}`,
    user,
    password: passwordBy(network.secret),
    expiresAt: new Date(1_000 * expires).toISOString(),
    // SI-28: coturn checks the same kind of name and password (`use-auth-secret`).
    iceServers:
      network.relay === null
        ? []
        : [
            {
              urls: [...network.relay.urls],
              username: user,
              credential: passwordBy(network.relay.secret),
            },
          ],
  };
}
