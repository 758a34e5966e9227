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
