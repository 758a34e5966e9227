import { isPhoningDue, withoutNewsSince } from '#src/booking';
import type { ReferralView } from '#src/contract';

/** A referral of which nothing was heard, and since when. */
export type Unheard = { readonly referral: ReferralView; readonly since: string };

/** BO-27: what is without news, the oldest first. */
export function unheardOf(referrals: readonly ReferralView[], now: string): readonly Unheard[] {
  return referrals
    .flatMap((referral): readonly Unheard[] => {
      const since = withoutNewsSince(referral, now);
      return since === null ? [] : [{ referral, since }];
    })
    .sort((a, b) => a.since.localeCompare(b.since));
}

/** BO-97: whom this account is to phone for news: those it sent, and those whose sender follows nobody any more. */
export function newsToAsk(
  referrals: readonly ReferralView[],
  accountId: string,
  now: string,
): readonly Unheard[] {
  const own = referrals.filter(
    ({ adviserId, isFollowed }) => adviserId === accountId || !isFollowed,
  );
  return unheardOf(own, now).filter(({ since }) => isPhoningDue(since, now));
}
