import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../storage/database.ts';
import { carrierEvent, leg } from '../../storage/schema.ts';

/** What Twilio says where somebody is put on hold, and taken back. */
export const holdStatuses = ['participant-hold', 'participant-unhold'] as const;

/** TW-19: whether an end is on hold, by what was said last of it, in whatever order it was told. */
export async function keepHold({ db }: Pick<Database, 'db'>, legId: string): Promise<void> {
  const last = db
    .select({ isHeld: sql`${carrierEvent.status} = ${'participant-hold'}` })
    .from(carrierEvent)
    .where(and(eq(carrierEvent.legId, legId), inArray(carrierEvent.status, [...holdStatuses])))
    .orderBy(desc(carrierEvent.at), desc(carrierEvent.sequence))
    .limit(1);
  await db
    .update(leg)
    .set({ isHeld: sql`(${last})` })
    .where(eq(leg.id, legId));
}
