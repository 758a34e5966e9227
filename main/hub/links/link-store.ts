import { and, eq, type InferSelectModel } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { hashToken, newToken } from '../secret-token.ts';
import type { Transaction } from '../storage/database.ts';
import { link } from '../storage/schema.ts';

/** What a link lets its bearer do: answer for the venue, or move and cancel one's own appointment. */
export type LinkPurpose = InferSelectModel<typeof link>['purpose'];

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
  await tx.delete(link).where(and(eq(link.referralId, referralId), eq(link.purpose, purpose)));
}

function afterDays(now: string, days: number): string {
  return Temporal.Instant.from(now)
    .add({ hours: 24 * days })
    .toString();
}
