import { and, eq, or } from 'drizzle-orm';
import { can } from '#src/access';
import { mayMeasureAgain } from '#src/booking';
import { assess, type DistanceAnswers, type DistanceModel } from '#src/distance';
import { err, ok, present } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { callIdentity, measurement, referral } from '../storage/schema.ts';
import { notAfter } from './call-record.ts';
import type { ChangedEntity, Handlers } from './handler.ts';
import { changedReferral } from './referrals.ts';

/** The distance of somebody whom a venue received, asked again. */
export function measureHandlers(
  models: readonly DistanceModel[],
): Pick<Handlers, 'distance.measure'> {
  return {
    'distance.measure': async ({ tx, actor, now }, payload, { at }) => {
      const [found] = await tx
        .select({ referral, identity: callIdentity })
        .from(referral)
        .innerJoin(callIdentity, eq(callIdentity.callId, referral.callId))
        .where(eq(referral.id, payload.referralId))
        .for('update', { of: referral });
      if (found === undefined) return err('unknown-referral');
      const { id: referralId, sponsorId, territoryId, lineId, venueId, state } = found.referral;
      if (!can(actor, 'distance.measure', { territoryId, venueId })) return err('forbidden');
      if (!mayMeasureAgain(state)) return err('referral-not-accepted');
      const model = models.find(({ stamp }) => stamp === payload.model);
      if (model === undefined) return err('unknown-model');
      const { asked, level, fragile } = assess(model, payload.answers);
      if (level === null) return err('measure-not-finished');
      const { beneficiaryId, callerId } = found.identity;
      const personId = present(
        beneficiaryId ?? callerId,
        'a referral is sent for somebody who is named, and keeps the name',
      );
      const written = await tx
        .insert(measurement)
        .values({
          id: payload.measurementId,
          personId,
          referralId,
          sponsorId,
          territoryId,
          lineId,
          venueId,
          measuredBy: actor.accountId,
          agreedAt: notAfter(now, payload.agreedAt),
          at: notAfter(now, at),
          model: model.stamp,
          modelHash: model.hash,
          answers: answersTo(asked, payload.answers),
          level,
          fragile,
        })
        .onConflictDoNothing()
        .returning({ id: measurement.id });
      if (written.length === 0) return err('id-reused');
      return ok({ changed: await referralsOf(tx, personId, venueId) });
    },
  };
}

/** What led to the level, and nothing else. */
function answersTo(asked: readonly string[], answers: DistanceAnswers) {
  return Object.fromEntries(
    asked.flatMap((question) => {
      const answer = answers[question];
      return answer === undefined ? [] : [[question, answer]];
    }),
  );
}

/** Where venues read of a path that a closed call is part of: its own referrals, and those before it of the person. */
export async function changedPaths(
  tx: Transaction,
  callId: string,
): Promise<readonly ChangedEntity[]> {
  const sent = await tx
    .select({ venueId: referral.venueId, identity: callIdentity })
    .from(referral)
    .innerJoin(callIdentity, eq(callIdentity.callId, referral.callId))
    .where(eq(referral.callId, callId));
  const changed: ChangedEntity[] = [];
  for (const { venueId, identity } of sent) {
    const personId = identity.beneficiaryId ?? identity.callerId;
    if (personId !== null) changed.push(...(await referralsOf(tx, personId, venueId)));
  }
  return changed;
}

/** Where the venue reads the person's path. */
async function referralsOf(
  tx: Transaction,
  personId: string,
  venueId: string,
): Promise<readonly ChangedEntity[]> {
  const rows = await tx
    .select({ referral })
    .from(referral)
    .innerJoin(callIdentity, eq(callIdentity.callId, referral.callId))
    .where(
      and(
        eq(referral.venueId, venueId),
        or(eq(callIdentity.beneficiaryId, personId), eq(callIdentity.callerId, personId)),
      ),
    );
  return rows.map((row) => changedReferral(row.referral));
}
