import { can } from '#src/access';
import { sipAccess } from '#src/contract';
import type { Services } from '../services.ts';
import { deskAccess } from '../telephony/sip/desk-access.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem } from './respond.ts';

/** GET /api/telephony/sip: for the session's own account, whoever asks. */
export const getSipAccess =
  ({ config, ports }: Services) =>
  (c: HubContext, { account }: SignedIn) => {
    const { accountId } = account;
    if (!can(account, 'telephony.join', { adviserId: accountId })) return problem(c, 'forbidden');
    if (config.sip === undefined) return problem(c, 'not-found');
    return c.json(sipAccess.parse(deskAccess(config.sip, accountId, ports.clock())), 200, {
      'Cache-Control': 'no-store',
    });
  };
