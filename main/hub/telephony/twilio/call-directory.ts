import { and, eq, ne } from 'drizzle-orm';
import { InvariantError } from '#src/kernel';
import type { Ports } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';
import { keepRecording } from '../../storage/recording-store.ts';
import { call, leg, line } from '../../storage/schema.ts';
import { ownerColumns } from './keep-news.ts';
import type { CallDirectory } from './line.ts';

/** What the hub's tables say of its calls. */
export function callDirectory(
  { db, transaction }: Database,
  { clock }: Pick<Ports, 'clock'>,
): CallDirectory {
  return {
    lineNumber: async (callId) => {
      const [found] = await db
        .select({ number: line.number })
        .from(call)
        .innerJoin(line, eq(line.id, call.lineId))
        .where(eq(call.id, callId));
      if (!found?.number) throw new InvariantError('A line of a network has a number.');
      return found.number;
    },
    callerLeg: async (callId) => {
      const [found] = await db
        .select({ id: leg.id })
        .from(leg)
        .where(and(eq(leg.callId, callId), eq(leg.role, 'caller'), ne(leg.state, 'ended')));
      return found?.id ?? null;
    },
    opened: async (legId, callId, owner) => {
      const now = clock();
      const rung = { id: legId, callId, ...ownerColumns(owner), state: 'ringing' as const };
      await db
        .insert(leg)
        .values({ ...rung, beganAt: now, heardAt: now })
        .onConflictDoNothing();
    },
    recorded: async (id, callId) => {
      const begun = { id, callId, kind: 'conversation', beganAt: clock(), seconds: null } as const;
      await transaction((tx) => keepRecording(tx, begun));
    },
  };
}
