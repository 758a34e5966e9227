import { and, eq, notInArray } from 'drizzle-orm';
import { fallenStates, isHoldValid, type WayElsewhere } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { explainLevel } from '#src/distance';
import { zoneOfPlace } from '#src/geography';
import { err, ok, type Result } from '#src/kernel';
import { type CompiledScript, distanceSoFar, type ScriptRun } from '#src/script';
import type { Venue } from '#src/venues';
import { planMessages } from '../notifications/plan-messages.ts';
import type { Period } from '../storage/columns.ts';
import { booking, callIdentity, referral } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import { changedBooking, lockBooking } from './bookings.ts';
import { changedCall, type LockedCall } from './call-record.ts';
import { callToRefer } from './call-to-refer.ts';
import type { ChangedEntity, HandlerContext, Handlers } from './handler.ts';
import { hasConsent } from './people.ts';
import { replay, type ScriptShelf } from './scripts.ts';
import type { SummaryFacts } from './summary-facts.ts';

/** Sending somebody to a venue. */
export function referralHandlers(
  scripts: ScriptShelf,
): Pick<Handlers, 'referral.book' | 'referral.request'> {
  return {
    'referral.book': async (context, { referralId, callId, bookingId }) => {
      const { tx, now } = context;
      const own = await referableCall(context, callId);
      if (!own.ok) return own;
      const held = await lockBooking(tx, bookingId);
      if (held === null || held.callId !== callId) return err('unknown-booking');
      if (!isHoldValid(held, now)) return err('hold-expired');
      const venue = await findVenue(tx, held.venueId);
      if (venue === null) return err('unknown-venue');
      await tx
        .update(booking)
        .set({ state: 'booked', holdExpiresAt: null })
        .where(eq(booking.id, bookingId));
      const sent = await sendReferral(context, scripts, own.value, venue, {
        id: referralId,
        bookingId,
        wishes: [],
      });
      if (!sent.ok) return sent;
      await planMessages(tx, referralId, 'booked', now);
      const changed = [sent.value, changedCall(own.value), changedBooking(held, held.venueId)];
      return ok({ changed });
    },

    'referral.request': async (context, { referralId, callId, venueId, wishes }) => {
      const own = await referableCall(context, callId);
      if (!own.ok) return own;
      const venue = await findVenue(context.tx, venueId);
      if (venue === null) return err('unknown-venue');
      if (venue.withdrawnOn !== null) return err('venue-withdrawn');
      const sent = await sendReferral(context, scripts, own.value, venue, {
        id: referralId,
        bookingId: null,
        wishes,
      });
      if (!sent.ok) return sent;
      await planMessages(context.tx, referralId, 'requested', context.now);
      return ok({ changed: [sent.value, changedCall(own.value)] });
    },
  };
}

/** The actor's own call, if somebody on it may be sent to a venue: BO-11, BO-12. */
export async function referableCall(
  context: HandlerContext,
  callId: string,
): Promise<Result<LockedCall, RefusalCode>> {
  const { tx } = context;
  const own = await callToRefer(context, 'referral.send', callId);
  if (!own.ok) return own;
  const stands = and(eq(referral.callId, callId), notInArray(referral.state, [...fallenStates]));
  if ((await tx.$count(referral, stands)) > 0) return err('already-referred');
  if (!(await hasConsent(tx, callId))) return err('consent-missing');
  const [people] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, callId));
  return people?.callerId ? own : err('beneficiary-missing');
}

export async function sendReferral(
  { tx, actor, now }: HandlerContext,
  scripts: ScriptShelf,
  from: LockedCall,
  venue: Venue,
  what: {
    readonly id: string;
    readonly bookingId: string | null;
    readonly wishes: readonly string[];
    /** Whose site keeps the appointment, where it is not the venue's diary here, and when it is. */
    readonly bookedOn?: WayElsewhere;
    readonly agreedPeriod?: Period | null;
  },
): Promise<Result<ChangedEntity, 'id-reused'>> {
  const { sponsorId, territoryId, lineId } = from;
  const sent = {
    id: what.id,
    callId: from.id,
    sponsorId,
    territoryId,
    lineId,
    venueId: venue.id,
    venueName: venue.name,
    adviserId: actor.accountId,
    bookingId: what.bookingId,
    bookedOn: what.bookedOn ?? null,
    agreedPeriod: what.agreedPeriod ?? null,
    wishes: [...what.wishes],
    summary: summaryOf(await scripts(tx, from), await replay(tx, scripts, from)),
    state: 'sent' as const,
    sentAt: now,
    awaitedSince: now,
    zone: zoneOfPlace(venue.communeCode, venue.postcode),
  };
  const written = await tx
    .insert(referral)
    .values(sent)
    .onConflictDoNothing({ target: referral.id })
    .returning({ id: referral.id });
  return written.length === 1 ? ok(changedReferral(sent)) : err('id-reused');
}

function summaryOf(script: CompiledScript, run: ScriptRun): SummaryFacts {
  const { facts, assessment, path } = run;
  return {
    service: facts.service,
    theme: facts.theme,
    level: assessment?.level ?? null,
    fragile: assessment?.fragile ?? false,
    explanation: explanationOf(script, run),
    distance: path
      // The questions of a distance model stand inside their node: `distance.mail`.
      .filter((step) => step.question.includes('.'))
      .map((step) => ({ question: step.title, answer: step.answerLabel })),
    obstacles: [...facts.obstacles],
    wishes: [...facts.wishes],
    communeCode: facts.communeCode,
    tried: facts.resolution,
  };
}

/** DI-14: why the level is what it is; `null` where none was found. */
function explanationOf(script: CompiledScript, run: ScriptRun): SummaryFacts['explanation'] {
  const found = distanceSoFar(script, run);
  if (found === null || found.assessment.level === null) return null;
  return explainLevel(found.model, found.answers, found.assessment);
}

export function changedReferral(
  of: Pick<typeof referral.$inferSelect, 'id' | 'territoryId' | 'adviserId' | 'venueId'>,
): ChangedEntity {
  const { id, territoryId, adviserId, venueId } = of;
  return { entity: 'referral', id, territoryId, adviserId, venueId };
}
