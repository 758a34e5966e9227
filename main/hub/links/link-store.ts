import { and, desc, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { LinkList, LinkPurpose } from '#src/contract';
import { hashToken, newToken } from '../secret-token.ts';
import type { Transaction } from '../storage/database.ts';
import { link } from '../storage/schema.ts';

/** BO-50: days for a venue to answer. */
const daysToAnswer = 8;

/**
 * A new link to one referral, for whoever is given it. Those that were issued before go on.
 *
 * `path` is to be written in one message and nowhere else: the database cannot give it again. `expiresAt` is `null` where
 * the link lives until the appointment.
 */
export async function issueLink(
  tx: Transaction,
  asked: { readonly purpose: LinkPurpose; readonly referralId: string; readonly now: string },
): Promise<{ readonly path: `/l/${string}`; readonly expiresAt: string | null }> {
  const { purpose, referralId, now } = asked;
  const token = newToken();
  const expiresAt = purpose === 'venue-answer' ? afterDays(now, daysToAnswer) : null;
  await tx
    .insert(link)
    .values({ tokenHash: hashToken(token), purpose, referralId, madeAt: now, expiresAt });
  return { path: `/l/${token}`, expiresAt };
}

/** Every link to the referral that was issued for `purpose` opens nothing from now on. */
export async function revokeLinks(
  tx: Transaction,
  referralId: string,
  purpose: LinkPurpose,
): Promise<void> {
  await tx.delete(link).where(linksOf(referralId, purpose));
}

/** A link as it is kept. */
export type Link = typeof link.$inferSelect;

/** The link that the token opens; `null` where nobody issued it, or it was revoked. */
export async function findLink(tx: Transaction, token: string): Promise<Link | null> {
  const [found] = await tx
    .select()
    .from(link)
    .where(eq(link.tokenHash, hashToken(token)));
  return found ?? null;
}

/** Somebody pressed on the link's page: no program that reads mail does. */
export async function markOpened(tx: Transaction, { tokenHash }: Link, now: string): Promise<void> {
  await tx
    .update(link)
    .set({ openedAt: now })
    .where(and(eq(link.tokenHash, tokenHash), isNull(link.openedAt)));
}

/**
 * BO-50: the venue answers by this link, and none of the referral's links answers again. Whether it did not serve before: of two
 * who answer at once, the second comes here once the first has the referral no more.
 */
export async function spendLink(
  tx: Transaction,
  { tokenHash, referralId }: Link,
  now: string,
): Promise<boolean> {
  const spent = await tx
    .update(link)
    .set({ usedAt: now })
    .where(and(linksOf(referralId, 'venue-answer'), isNull(link.usedAt)))
    .returning({ tokenHash: link.tokenHash });
  return spent.some((one) => one.tokenHash === tokenHash);
}

/** The links to a referral, the newest first. */
export async function readLinks(tx: Transaction, referralId: string): Promise<LinkList['links']> {
  const { purpose, madeAt, expiresAt, openedAt, usedAt } = link;
  return tx
    .select({ purpose, madeAt, expiresAt, openedAt, usedAt })
    .from(link)
    .where(eq(link.referralId, referralId))
    .orderBy(desc(link.madeAt), desc(link.tokenHash));
}

function linksOf(referralId: string, purpose: LinkPurpose) {
  return and(eq(link.referralId, referralId), eq(link.purpose, purpose));
}

function afterDays(now: string, days: number): string {
  return Temporal.Instant.from(now)
    .add({ hours: 24 * days })
    .toString();
}
