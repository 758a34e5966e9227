import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import { checkRules } from '#src/booking';
import { hoursPlaceOf } from '#src/hours';
import { err, ok } from '#src/kernel';
import { diary } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import type { Handlers } from './handler.ts';

/** What a mediator says of their own time. */
export const timeHandlers: Pick<Handlers, 'diary.set'> = {
  'diary.set': async ({ tx, actor }, { diaryId, venueId, mediatorId, ...rules }) => {
    if (!can(actor, 'diary.write', { venueId })) return err('forbidden');
    // BO-35: a mediator sets their own diaries and the venue's, not a colleague's.
    const isOthers = (owner: string | null) => owner !== null && owner !== actor.accountId;
    if (isOthers(mediatorId)) return err('forbidden');
    const checked = checkRules(rules);
    if (!checked.ok) return checked;
    const venue = await findVenue(tx, venueId);
    if (venue === null) return err('unknown-venue');
    const set = { mediatorId, rules, ...hoursPlaceOf(venue.communeCode, venue.postcode) };
    await tx
      .insert(diary)
      .values({ id: diaryId, venueId, ...set })
      .onConflictDoNothing();
    // Locked: two desks set it one after the other.
    const [kept] = await tx.select().from(diary).where(eq(diary.id, diaryId)).for('update');
    if (kept?.venueId !== venueId) return err('unknown-diary');
    if (isOthers(kept.mediatorId)) return err('forbidden');
    await tx.update(diary).set(set).where(eq(diary.id, diaryId));
    return ok({ changed: [{ entity: 'diary', id: diaryId, venueId }] });
  },
};
