import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { periodElsewhere, type RdvNews, stands } from '#src/booking';
import { present } from '#src/kernel';
import type { ChangedEntity } from '../operations/handler.ts';
import { changedReferral } from '../operations/referrals.ts';
import { type Said, sayOfReferral } from '../operations/say-of-referral.ts';
import type { Transaction } from '../storage/database.ts';
import { referral } from '../storage/schema.ts';

type ReferralRow = typeof referral.$inferSelect;

/**
 * BO-66: notes the time that was chosen there and says of the referral what the site says. What its own life does not allow (it was
 * cancelled here, or the day has not come) changes nothing; the next look says it again.
 */
export async function tellReferral(
  tx: Transaction,
  found: ReferralRow,
  news: RdvNews,
  start: string | null,
  now: string,
): Promise<{ readonly changed: readonly ChangedEntity[]; readonly isOver: boolean }> {
  const isMoved = start !== null && start !== timeOf(found) && isUnderWay(found);
  if (isMoved) {
    await tx
      .update(referral)
      .set({ agreedPeriod: periodElsewhere(start), ...movedThere(found, now) })
      .where(eq(referral.id, found.id));
  }
  const said = await sayOfReferral({ tx, now }, found.id, saidOf(news), () => true);
  const [after] = await tx.select().from(referral).where(eq(referral.id, found.id));
  return {
    changed: said.ok ? said.value.changed : isMoved ? [changedReferral(found)] : [],
    isOver: !isUnderWay(present(after, 'its row is locked')),
  };
}

/** BO-57: another time than the first is a move. Who wanted it the site does not tell: the diary there is the venue's. */
function movedThere({ agreedPeriod, moves }: ReferralRow, now: string): Partial<ReferralRow> {
  if (agreedPeriod === null) return {};
  const said = { movedBy: 'venue', moveReason: null, movedAt: now } as const;
  return { ...said, moves: moves + 1, movedFrom: agreedPeriod };
}

function timeOf({ agreedPeriod }: ReferralRow): string | null {
  return agreedPeriod === null ? null : Temporal.Instant.from(agreedPeriod.start).toString();
}

function isUnderWay({ state }: ReferralRow): boolean {
  return stands(state) && state !== 'attended' && state !== 'missed';
}

function saidOf(news: RdvNews): Said {
  return news.act === 'cancel' ? { type: 'cancel', by: news.by, reason: null } : { type: news.act };
}
