import { eq } from 'drizzle-orm';
import { advanceReferral, type ReferralAct, stands } from '#src/booking';
import type { OperationPayload, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { planMessages } from '../notifications/plan-messages.ts';
import type { ReferralEvent } from '../notifications/wanted-messages.ts';
import type { Transaction } from '../storage/database.ts';
import { booking, referral } from '../storage/schema.ts';
import { changedCall } from './call-record.ts';
import type { ChangedEntity, Effects } from './handler.ts';
import {
  bookAgain,
  dropProposal,
  type NewTime,
  type ProposedTime,
  proposeTimes,
  readProposals,
  releaseTime,
  type Saying,
} from './referral-times.ts';
import { changedReferral } from './referrals.ts';
import { afterReferral } from './wait-offers.ts';

/** What is said of a referral, with the words that are kept of it. */
export type Said =
  | Exclude<ReferralAct, { readonly type: 'refuse' | 'propose' | 'move' | 'cancel' }>
  | ({ readonly type: 'refuse' } & Words<'referral.refuse'>)
  | ({ readonly type: 'propose' } & Words<'referral.propose'>)
  | ({ readonly type: 'move'; readonly offered?: BookingRow } & Words<'referral.move'>)
  | ({ readonly type: 'cancel' } & Words<'referral.cancel'>);
/** What was held for who had no appointment yet says what it is an appointment for, and where. */
type BookingRow = typeof booking.$inferSelect;
type Words<
  Kind extends 'referral.refuse' | 'referral.propose' | 'referral.move' | 'referral.cancel',
> = Omit<OperationPayload<Kind>, 'referralId'>;

export type ReferralRow = typeof referral.$inferSelect;

/**
 * BO-90: the referral as it is once that was said of it, whoever says it: an account, a link without account, or the hub itself.
 *
 * `may` decides on the very record that is changed. What leads nowhere any more gives its time back, and so do the times
 * proposed that nobody can choose any more; whoever is to be told of it is, in the same transaction.
 */
export async function sayOfReferral(
  { tx, now }: Saying,
  referralId: string,
  said: Said,
  may: (referral: ReferralRow) => boolean,
): Promise<Result<Effects, RefusalCode>> {
  const [found] = await tx.select().from(referral).where(eq(referral.id, referralId)).for('update');
  if (found === undefined) return err('unknown-referral');
  if (!may(found)) return err('forbidden');
  const booked = await readBooking(tx, found.bookingId);
  const appointment = booked?.period ?? found.agreedPeriod;
  const proposed = (await readProposals(tx, [referralId])).get(referralId) ?? [];
  const times = proposed.map(({ id, period }) => ({ id, start: period.start }));
  const proposal = found.state === 'proposed' ? { times } : null;
  const moved = advanceReferral({ ...found, appointment, proposal }, said, now);
  if (!moved.ok) return moved;

  const timed = await timeOf({ tx, now }, { found, booked, proposed }, said);
  if (!timed.ok) return timed;
  const freed = stands(moved.value.state) ? [] : await releaseTime(tx, found.bookingId);
  await tx
    .update(referral)
    .set({
      ...moved.value,
      ...wordsOf(said, now),
      ...timed.value.columns,
      ...(moved.value.state === 'proposed' ? {} : { proposalNote: null }),
      ...(said.type === 'decline' ? { reminders: 0, remindedAt: null } : {}),
    })
    .where(eq(referral.id, referralId));
  await tell({ tx, now }, found, said, appointment !== null);
  const waiting = await afterReferral({ tx, now }, referralId, found.bookingId);
  // BO-95: what its call recorded is read again.
  const returned = stands(moved.value.state) ? [] : [changedCall({ ...found, id: found.callId })];
  const told = [changedReferral(found), ...returned];
  return ok({ changed: [...told, ...timed.value.changed, ...freed, ...waiting] });
}

async function readBooking(tx: Transaction, bookingId: string | null) {
  if (bookingId === null) return null;
  const [row] = await tx.select().from(booking).where(eq(booking.id, bookingId));
  return row ?? null;
}

/** The referral before it was said, with the times that it has. */
type Before = {
  readonly found: ReferralRow;
  readonly booked: typeof booking.$inferSelect | null;
  readonly proposed: readonly ProposedTime[];
};
type Timed = { readonly columns: Partial<ReferralRow>; readonly changed: readonly ChangedEntity[] };

/** BO-92 to BO-94: the times that it takes and gives back, where it has a say in them. */
async function timeOf(
  saying: Saying,
  { found, booked, proposed }: Before,
  said: Said,
): Promise<Result<Timed, RefusalCode>> {
  const { tx } = saying;
  switch (said.type) {
    case 'receive':
    case 'result':
      return ok({ columns: {}, changed: [] });
    case 'learn':
      if (said.news === 'waiting') return ok({ columns: {}, changed: [] });
      return ok({ columns: {}, changed: await dropProposal(tx, found.id) });
    case 'propose': {
      const dropped = await dropProposal(tx, found.id);
      const kept = await proposeTimes(saying, found, booked, said);
      if (!kept.ok) return kept;
      return ok({ columns: {}, changed: [...dropped, ...kept.value] });
    }
    case 'choose': {
      const chosen = proposed.find(({ id }) => id === said.timeId);
      if (chosen === undefined) return err('time-not-proposed');
      const dropped = await dropProposal(tx, found.id, chosen.id);
      const freed = await releaseTime(tx, found.bookingId);
      const columns = { ...placeOf(chosen), ...movedByProposal(found, booked, saying.now) };
      return ok({ columns, changed: [...dropped, ...freed] });
    }
    case 'move': {
      const dropped = await dropProposal(tx, found.id);
      const freed = await releaseTime(tx, found.bookingId);
      const taken = await bookAgain(saying, found, booked ?? said.offered ?? null, said);
      if (!taken.ok) return taken;
      const columns = {
        ...placeOf(taken.value.time),
        moves: found.moves + 1,
        movedFrom: booked?.period ?? found.agreedPeriod,
      };
      return ok({ columns, changed: [...dropped, ...freed, ...taken.value.changed] });
    }
    case 'accept':
    case 'refuse':
    case 'decline':
    case 'cancel':
    case 'expire':
    case 'attend':
    case 'miss':
      return ok({ columns: {}, changed: await dropProposal(tx, found.id) });
  }
}

/** BO-57: the time that the venue proposed instead of another is a move, which it wanted. */
function movedByProposal(
  found: ReferralRow,
  booked: Before['booked'],
  now: string,
): Partial<ReferralRow> {
  const movedFrom = booked?.period ?? found.agreedPeriod;
  if (movedFrom === null) return {};
  return { moves: found.moves + 1, movedBy: 'venue', moveReason: null, movedAt: now, movedFrom };
}

/** Where the appointment is kept: in a diary here, or as agreed on with a venue that has none. */
function placeOf({ bookingId, period }: NewTime): Partial<ReferralRow> {
  return bookingId === null
    ? { bookingId: null, agreedPeriod: period }
    : { bookingId, agreedPeriod: null };
}

/** Why, and by whom. */
function wordsOf(said: Said, now: string): Partial<ReferralRow> {
  switch (said.type) {
    case 'refuse':
      return { refusalReason: said.reason, refusalNote: said.note };
    case 'cancel':
      return { cancelledBy: said.by, cancelReason: said.reason, cancelledAt: now };
    case 'propose':
      return { proposalNote: said.note };
    case 'move':
      return { movedBy: said.by, moveReason: said.reason, movedAt: now };
    case 'receive':
    case 'accept':
    case 'choose':
    case 'decline':
    case 'expire':
    case 'attend':
    case 'miss':
    case 'learn':
    case 'result':
      return {};
  }
}

/** Who is written to of it, and of what, if anybody. Of the times proposed the message is held against the first. */
async function tell(
  { tx, now }: Saying,
  { id, zone }: ReferralRow,
  said: Said,
  hadTime: boolean,
): Promise<void> {
  const event = eventOf(said, hadTime);
  if (event === null) return;
  const [first] = said.type === 'propose' ? said.times : [];
  const proposed = first && { appointment: { start: first.start, end: first.end, zone } };
  await planMessages(tx, id, event, now, proposed);
}

function eventOf(said: Said, hadTime: boolean): ReferralEvent | null {
  switch (said.type) {
    case 'accept':
      return 'accepted';
    case 'refuse':
    case 'expire':
      return 'refused';
    case 'cancel':
      return 'cancelled';
    case 'propose':
      return 'proposed';
    case 'choose':
    case 'move':
      return hadTime ? 'moved' : 'booked';
    case 'decline':
      return 'requested';
    case 'receive':
    case 'attend':
    case 'miss':
    case 'learn':
    case 'result':
      return null;
  }
}
