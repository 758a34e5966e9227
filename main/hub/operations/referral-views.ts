import { eq, inArray } from 'drizzle-orm';
import { can, mayEver } from '#src/access';
import { stands } from '#src/booking';
import type { LevelPoint, PersonDetails, ReferralSummary, ReferralView } from '#src/contract';
import { standingOverride } from '#src/distance';
import { present } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { readLevelPaths } from '../storage/level-points.ts';
import { booking, callIdentity, levelOverride, note, referral, user } from '../storage/schema.ts';
import { readPersons } from './call-views.ts';
import { elsewhereOf, readDrafts } from './elsewhere-views.ts';
import type { Account } from './handler.ts';
import { overrideOf } from './level-overrides.ts';
import { readChoices, readMessages } from './messages.ts';
import { type ProposedTime, readProposals } from './referral-times.ts';
import { summaryFacts } from './summary-facts.ts';
import { readWaiting } from './wait-offers.ts';

/** Referrals as the actor may see them, with the identity that the caller agreed to pass on. */
export async function loadReferrals(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<readonly ReferralView[]> {
  const rows = await selectReferrals(tx, ids);
  const people = await readPersons(
    tx,
    rows.map((row) => row.identity),
  );
  const paths = await readPaths(tx, actor, rows);
  const proposals = await readProposals(tx, ids);
  const messages = await readMessages(tx, ids);
  const choices = await readChoices(
    tx,
    rows.map((row) => row.referral.callId),
  );
  const drafts = await readDrafts(tx, ids);
  const waiting = await readWaiting(tx, ids);
  return rows
    .filter(({ referral: { territoryId, adviserId, venueId } }) =>
      can(actor, 'referral.read', { territoryId, adviserId, venueId }),
    )
    .map((row) => ({
      ...toView(row, people, proposals.get(row.referral.id) ?? []),
      path: [...(paths.get(helpedBy(row)) ?? [])],
      written: choices.get(row.referral.callId) ?? null,
      messages: [...(messages.get(row.referral.id) ?? [])],
      elsewhere: elsewhereOf(row.referral, drafts.get(row.referral.id)),
      waiting: waiting.get(row.referral.id) ?? null,
    }))
    .map((view) => {
      if (actor.role === 'mediator') return forVenue(view);
      return view.adviserId === actor.accountId ? view : forOthers(view);
    });
}

async function selectReferrals(tx: Transaction, ids: readonly string[]) {
  return tx
    .select({
      referral,
      identity: callIdentity,
      adviserName: user.name,
      adviserRole: user.role,
      booking,
      note: note.text,
      override: levelOverride,
    })
    .from(referral)
    .innerJoin(callIdentity, eq(callIdentity.callId, referral.callId))
    .innerJoin(user, eq(user.id, referral.adviserId))
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .leftJoin(note, eq(note.callId, referral.callId))
    .leftJoin(levelOverride, eq(levelOverride.callId, referral.callId))
    .where(inArray(referral.id, [...ids]));
}

type Row = Awaited<ReturnType<typeof selectReferrals>>[number];

/** PR-8: the venue knows the path of the people sent to it, as far as it had part in it. */
async function readPaths(
  tx: Transaction,
  actor: Account,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly LevelPoint[]>> {
  if (actor.role !== 'mediator' || actor.venueId === null) return new Map();
  return readLevelPaths(tx, rows.map(helpedBy), { venueId: actor.venueId });
}

/** Who is helped: the beneficiary, or else who phoned. */
function helpedBy({ identity: { beneficiaryId, callerId } }: Row): string {
  return present(beneficiaryId ?? callerId, 'a referral is sent for somebody named');
}

function toView(
  row: Row,
  people: ReadonlyMap<string, PersonDetails>,
  proposed: readonly ProposedTime[],
): Omit<ReferralView, 'path' | 'messages' | 'written' | 'elsewhere' | 'waiting'> {
  const { id, callId, territoryId, venueId, venueName, adviserId, state, sentAt, decidedAt } =
    row.referral;
  const {
    refusalReason: reason,
    refusalNote,
    wishes,
    attendanceAt,
    result,
    resultAt,
  } = row.referral;
  return {
    id,
    callId,
    territoryId,
    venueId,
    venueName,
    adviserId,
    adviserName: row.adviserName,
    state,
    appointment: appointmentOf(row),
    wishes,
    summary: summaryOf(row, people),
    refusal: reason === null ? null : { reason, note: refusalNote ?? '' },
    cancellation: cancellationOf(row.referral),
    proposal: proposalOf(row.referral, proposed),
    move: moveOf(row.referral),
    zone: row.referral.zone,
    awaitedSince: row.referral.awaitedSince,
    heardAt: row.referral.heardAt,
    isFollowed: mayEver(row.adviserRole, 'referral.follow'),
    reminders: row.referral.reminders,
    sentAt,
    decidedAt,
    attendanceAt,
    result,
    resultAt,
  };
}

function cancellationOf({
  cancelledBy: by,
  cancelReason: reason,
  cancelledAt: at,
}: Row['referral']): ReferralView['cancellation'] {
  return by === null || at === null ? null : { by, reason, at };
}

/** PR-6: a venue that the person is not sent to any more keeps what it was asked, and no longer how to reach the person, nor words about them. */
function forVenue(whole: ReferralView): ReferralView {
  // ME-30: what the person is told is between them and the line.
  const view = { ...whole, messages: [], written: null };
  if (stands(view.state)) return view;
  const { summary } = view;
  const person = { ...summary.person, phone: null, email: null, address: null };
  const override = summary.override && { ...summary.override, words: null };
  return {
    ...view,
    summary: { ...summary, override, person, phonedBy: null, note: '' },
    path: [],
  };
}

/** PR-10, ST-11: of a correction others than its adviser and the venue read the level alone. */
function forOthers(view: ReferralView): ReferralView {
  return { ...view, summary: { ...view.summary, override: null } };
}

function proposalOf(
  { proposalNote: note }: Row['referral'],
  proposed: readonly ProposedTime[],
): ReferralView['proposal'] {
  if (note === null) return null;
  return { note, times: proposed.map(({ id, period }) => ({ id, ...period })) };
}

function moveOf({
  movedBy: by,
  moveReason: reason,
  movedAt: at,
  movedFrom: from,
  moves: count,
}: Row['referral']): ReferralView['move'] {
  return by === null || at === null ? null : { by, reason, at, from, count };
}

function appointmentOf({ referral: row, booking: booked }: Row): ReferralView['appointment'] {
  const { agreedPeriod, zone } = row;
  if (booked !== null) {
    const { id: bookingId, meetingPlace: where, kindName } = booked;
    return { bookingId, ...booked.period, zone, where, kindName };
  }
  if (agreedPeriod === null) return null;
  return { bookingId: null, ...agreedPeriod, zone, where: 'venue', kindName: null };
}

/** The venue helps the beneficiary; the caller's name says who phoned for them. */
function summaryOf(row: Row, people: ReadonlyMap<string, PersonDetails>): ReferralSummary {
  const { callerId, beneficiaryId } = row.identity;
  const caller = present(people.get(callerId ?? ''), 'a referral is sent for somebody named');
  const beneficiary = beneficiaryId === null ? undefined : people.get(beneficiaryId);
  const facts = summaryFacts.parse(row.referral.summary);
  const override = standingOverride(facts.level, row.override && overrideOf(row.override));
  return {
    ...facts,
    level: override?.level ?? facts.level,
    override,
    person: beneficiary ?? caller,
    phonedBy: beneficiary === undefined ? null : caller.name,
    note: row.note ?? '',
  };
}
