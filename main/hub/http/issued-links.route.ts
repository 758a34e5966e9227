import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import { type IssuedLink, type LinkList, linkRequest } from '#src/contract';
import { issueLink, readLinks, revokeLinks } from '../links/link-store.ts';
import type { Account } from '../operations/handler.ts';
import type { Services } from '../services.ts';
import type { Transaction } from '../storage/database.ts';
import { referral } from '../storage/schema.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** GET /api/referrals/:id/links */
export const getLinks =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const links = await onReferral(services, c, account, readLinks);
    return links === null ? problem(c, 'not-found') : c.json<LinkList>({ links });
  };

/** POST /api/referrals/:id/links: a new link, to be handed over by whoever asked for it. */
export const postLink =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const body = await readBody(c, linkRequest);
    if (!body.ok) return body.error;
    const { config, ports } = services;
    const issued = await onReferral(services, c, account, (tx, referralId) =>
      issueLink(tx, { ...body.value, referralId, now: ports.clock() }),
    );
    if (issued === null) return problem(c, 'not-found');
    const { path, expiresAt } = issued;
    return c.json<IssuedLink>({ address: `${config.publicUrl}${path}`, expiresAt });
  };

/** POST /api/referrals/:id/links/revoke */
export const postRevokeLinks =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const body = await readBody(c, linkRequest);
    if (!body.ok) return body.error;
    const links = await onReferral(services, c, account, async (tx, referralId) => {
      await revokeLinks(tx, referralId, body.value.purpose);
      return readLinks(tx, referralId);
    });
    return links === null ? problem(c, 'not-found') : c.json<LinkList>({ links });
  };

/** Works on the referral in the path; `null` where there is none, or none of this account's. */
async function onReferral<Value>(
  { database }: Services,
  c: HubContext,
  account: Account,
  work: (tx: Transaction, referralId: string) => Promise<Value>,
): Promise<Value | null> {
  const id = c.req.param('id') ?? '';
  return database.transaction(async (tx) => {
    const [found] = await tx.select().from(referral).where(eq(referral.id, id));
    if (found === undefined || !can(account, 'link.issue', found)) return null;
    return work(tx, id);
  });
}
