import { and, eq, inArray, max } from 'drizzle-orm';
import { can } from '#src/access';
import { isWorkshop } from '#src/booking';
import {
  type BookingView,
  type DiaryView,
  diaryRules,
  type Entity,
  type PresenceView,
  type ReferenceView,
  referenceView,
} from '#src/contract';
import type { Transaction } from '../storage/database.ts';
import { booking, change, diary, presence, user } from '../storage/schema.ts';
import { loadCalls } from './call-views.ts';
import type { Account, LoadViews } from './handler.ts';
import { loadReferrals } from './referral-views.ts';
import { loadWalkIns } from './walk-ins.ts';

type Loader = (
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
) => Promise<readonly { readonly id: string }[]>;

const loaders: Readonly<Record<Entity, Loader>> = {
  call: loadCalls,
  referral: loadReferrals,
  diary: loadDiaries,
  booking: loadBookings,
  'walk-in': loadWalkIns,
  presence: loadPresences,
  reference: loadReferences,
};

/** Entities as `actor` may see them now; what they may not see is absent. */
export const loadViews: LoadViews = async (tx, actor, entity, ids) => {
  if (ids.length === 0) return new Map();
  const views = await loaders[entity](tx, actor, ids);
  return new Map(views.map((view) => [view.id, view]));
};

async function loadDiaries(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<readonly DiaryView[]> {
  const rows = await tx
    .select({ diary, mediatorName: user.name })
    .from(diary)
    .leftJoin(user, eq(user.id, diary.mediatorId))
    .where(inArray(diary.id, [...ids]));
  return rows
    .filter(({ diary: { venueId } }) => can(actor, 'diary.read', { venueId }))
    .map(({ diary: { id, venueId, mediatorId, zone, territory, rules }, mediatorName: name }) => ({
      ...diaryRules.parse(rules),
      id,
      venueId,
      mediator: mediatorId === null || name === null ? null : { id: mediatorId, name },
      zone,
      territory,
    }));
}

async function loadBookings(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<readonly BookingView[]> {
  const rows = await tx
    .select({ booking, venueId: diary.venueId, adviserName: user.name })
    .from(booking)
    .innerJoin(diary, eq(diary.id, booking.diaryId))
    .innerJoin(user, eq(user.id, booking.adviserId))
    .where(inArray(booking.id, [...ids]));
  return rows
    .filter(({ venueId }) => can(actor, 'diary.read', { venueId }))
    .map(({ booking: { period, taken, meetingPlace, ...kept }, adviserName }) => ({
      id: kept.id,
      diaryId: kept.diaryId,
      kindId: kept.kindId,
      where: meetingPlace,
      start: period.start,
      end: period.end,
      restUntil: taken.end,
      isShared: isWorkshop(kept),
      state: kept.state,
      holdExpiresAt: kept.holdExpiresAt,
      adviserId: kept.adviserId,
      adviserName,
    }));
}

async function loadPresences(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<readonly PresenceView[]> {
  const rows = await tx
    .select()
    .from(presence)
    .where(inArray(presence.userId, [...ids]));
  return rows
    .filter(({ userId }) => can(actor, 'presence.read', { adviserId: userId }))
    .map(({ userId, presence: said, since, next, until }) => ({
      id: userId,
      presence: said,
      since,
      next,
      until,
    }));
}

/** SY-19: a set's version is the last change that was written of it: whatever it holds, it is another one now. */
async function loadReferences(
  tx: Transaction,
  _actor: Account,
  ids: readonly string[],
): Promise<readonly ReferenceView[]> {
  const rows = await tx
    .select({ id: change.entityId, seq: max(change.seq) })
    .from(change)
    .where(and(eq(change.entity, 'reference'), inArray(change.entityId, [...ids])))
    .groupBy(change.entityId);
  return rows.map(({ id, seq }) => referenceView.parse({ id, version: String(seq) }));
}
