import { eq, inArray } from 'drizzle-orm';
import { can } from '#src/access';
import { mayCorrect } from '#src/booking';
import type { WalkInView } from '#src/contract';
import { departementOfCommune } from '#src/geography';
import { err, ok } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { walkIn } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import { notAfter } from './call-record.ts';
import type { Account, Handlers } from './handler.ts';

/** BO-82, BO-83: people who came to a venue without being sent. */
export const walkInHandlers: Pick<Handlers, 'walk-in.record' | 'walk-in.take-back'> = {
  'walk-in.record': async ({ tx, actor, now }, { walkInId, venueId, ...said }, { at }) => {
    if (!can(actor, 'walk-in.record', { venueId })) return err('forbidden');
    const venue = await findVenue(tx, venueId);
    if (venue === null) return err('unknown-venue');
    const written = await tx
      .insert(walkIn)
      .values({
        id: walkInId,
        venueId,
        departement: venue.communeCode && departementOfCommune(venue.communeCode),
        notedBy: actor.accountId,
        at: notAfter(now, at),
        ...said,
      })
      .onConflictDoNothing()
      .returning({ id: walkIn.id });
    if (written.length === 0) return err('id-reused');
    return ok({ changed: [{ entity: 'walk-in', id: walkInId, venueId }] });
  },

  'walk-in.take-back': async ({ tx, actor, now }, { walkInId }) => {
    const [found] = await tx.select().from(walkIn).where(eq(walkIn.id, walkInId)).for('update');
    if (found === undefined) return err('unknown-walk-in');
    const { venueId } = found;
    if (!can(actor, 'walk-in.record', { venueId })) return err('forbidden');
    if (!mayCorrect(found.at, now)) return err('too-late-to-correct');
    await tx.delete(walkIn).where(eq(walkIn.id, walkInId));
    return ok({ changed: [{ entity: 'walk-in', id: walkInId, venueId }] });
  },
};

/** Those that the actor may know of. */
export async function loadWalkIns(
  tx: Transaction,
  actor: Account,
  ids: readonly string[],
): Promise<readonly WalkInView[]> {
  const rows = await tx
    .select()
    .from(walkIn)
    .where(inArray(walkIn.id, [...ids]));
  return rows
    .filter(({ venueId }) => can(actor, 'walk-in.read', { venueId }))
    .map(({ id, venueId, at, service, result, minutes }) => ({
      id,
      venueId,
      at,
      service,
      result,
      minutes,
    }));
}
