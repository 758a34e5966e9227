import { eq } from 'drizzle-orm';
import type { Database } from '../../storage/database.ts';
import { sipLeg } from '../../storage/schema.ts';
import { type SavedLeg, savedLegShape } from './leg.ts';

/** What outlives the hub of the ends that it holds. */
export type LegStore = {
  readonly save: (leg: SavedLeg) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  /** In the order in which they joined. */
  readonly read: () => Promise<readonly SavedLeg[]>;
};

export function openLegStore({ db }: Database): LegStore {
  return {
    save: async (saved) => {
      const row = { id: saved.id, callId: saved.callId, saved };
      await db.insert(sipLeg).values(row).onConflictDoUpdate({ target: sipLeg.id, set: row });
    },
    forget: async (id) => {
      await db.delete(sipLeg).where(eq(sipLeg.id, id));
    },
    read: async () => {
      const rows = await db.select().from(sipLeg);
      return rows
        .map(({ saved }) => savedLegShape.parse(saved))
        .sort((one, other) => one.joinedAt.localeCompare(other.joinedAt));
    },
  };
}
