import { can } from '#src/access';
import { telephonyAccess } from '#src/contract';
import type { Services } from '../services.ts';
import { accessToken } from '../telephony/twilio/access-token.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem } from './respond.ts';

/** GET /api/telephony/token: for the session's own account, whoever asks. */
export const telephonyToken =
  ({ config, ports }: Services) =>
  (c: HubContext, { account }: SignedIn) => {
    const { accountId } = account;
    if (!can(account, 'telephony.join', { adviserId: accountId })) return problem(c, 'forbidden');
    const { twilioVoice } = config;
    return c.json(
      telephonyAccess.parse({
        twilio:
          twilioVoice === undefined ? null : accessToken(twilioVoice, accountId, ports.clock()),
      }),
    );
  };
