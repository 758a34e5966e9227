import { eq, ne } from 'drizzle-orm';
import { can } from '#src/access';
import { checkRanges } from '#src/booking';
import { zoneOfPlace } from '#src/geography';
import { err, ok } from '#src/kernel';
import { diary, diaryRange, presence } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';
import type { Handlers } from './handler.ts';

/** What a mediator and an adviser say of their own time. */
export const timeHandlers: Pick<Handlers, 'diary.set' | 'presence.set'> = {
  'diary.set': async ({ tx, actor }, { diaryId, venueId, slotMinutes, ranges }) => {
    if (!can(actor, 'diary.write', { venueId })) return err('forbidden');
    const checked = checkRanges(ranges);
    if (!checked.ok) return checked;
    const venue = await findVenue(tx, venueId);
    if (venue === null) return err('unknown-venue');
    const zone = zoneOfPlace(venue.communeCode, venue.postcode);
    await tx
      .insert(diary)
      .values({ id: diaryId, venueId, zone, slotMinutes })
      .onConflictDoNothing();
    // Locked: two desks of one venue set the ranges one after the other.
    const [kept] = await tx.select().from(diary).where(eq(diary.venueId, venueId)).for('update');
    if (kept?.id !== diaryId) return err('unknown-diary');
    await tx.update(diary).set({ zone, slotMinutes }).where(eq(diary.id, diaryId));
    await tx.delete(diaryRange).where(eq(diaryRange.diaryId, diaryId));
    if (ranges.length > 0) {
      await tx
        .insert(diaryRange)
        .values(
          ranges.map(({ weekday, from, to }) => ({ diaryId, weekday, fromTime: from, toTime: to })),
        );
    }
    return ok({ changed: [{ entity: 'diary', id: diaryId, venueId }] });
  },

  'presence.set': async ({ tx, actor, now }, chosen) => {
    const adviserId = actor.accountId;
    if (!can(actor, 'presence.set', { adviserId })) return err('forbidden');
    const said = { presence: chosen.presence, since: now };
    await tx
      .insert(presence)
      .values({ userId: adviserId, ...said })
      .onConflictDoUpdate({
        target: presence.userId,
        set: said,
        // Saying the same again does not lose one's place: RO-4.
        setWhere: ne(presence.presence, chosen.presence),
      });
    return ok({ changed: [{ entity: 'presence', id: adviserId, adviserId }] });
  },
};
