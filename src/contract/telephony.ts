import { z } from 'zod';
import { instant } from './values.ts';

/** The name of the ring's parameter that says which call it is: the hub's own id. */
export const ringCallId = 'callId';

/** What lets a page's softphone in at Twilio. It takes calls and begins none: the hub alone calls out. */
const twilioAccess = z.strictObject({
  /** An access token for the session's own account. Never kept, never logged. */
  token: z.string(),
  expiresAt: instant,
  /** Where the page enters Twilio's network, the nearest first. */
  edges: z.array(z.string()).min(1),
});
export type TwilioAccess = z.infer<typeof twilioAccess>;

/** GET /api/telephony/token, for who takes calls; `null`: the hub has no account on that network. */
export const telephonyAccess = z.strictObject({ twilio: twilioAccess.nullable() });
export type TelephonyAccess = z.infer<typeof telephonyAccess>;

/** A relay for voices (TURN), where a desk's own network lets none through; as the page's RTCPeerConnection takes it. */
const voiceRelay = z.strictObject({
  urls: z.array(z.string()).min(1),
  username: z.string(),
  credential: z.string(),
});

/** GET /api/telephony/sip, for who takes calls: what lets a page's softphone in on the operator's own network. */
export const sipAccess = z.strictObject({
  /** The address of the proxy's WebSocket. */
  socket: z.string(),
  /** The address at which the hub calls this account. */
  address: z.string(),
  /** A name and a password for the session's own account. Never kept, never logged. */
  user: z.string(),
  password: z.string(),
  expiresAt: instant,
  /** None where the operator has no relay. They let in until the same instant. */
  iceServers: z.array(voiceRelay),
});
export type SipAccess = z.infer<typeof sipAccess>;

/** The header of an INVITE that says which call it is: the hub's own id. */
export const sipCallHeader = 'X-Aiguillage-Call';
