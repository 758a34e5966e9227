import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { OverrideRow } from '#src/statistics';
import type { Queries } from './database.ts';
import { call, levelOverride, line } from './schema.ts';
import { type CountedCalls, countedCalls } from './statistics-store.ts';

/** ST-11: closed calls with a level, once for each question that was asked to find it. */
export async function countOverrides(
  queries: Queries,
  counted: CountedCalls,
): Promise<readonly OverrideRow[]> {
  const question = sql<string>`asked.question`;
  const { measured, level, reason } = levelOverride;
  const rows = await queries
    .select({
      model: sql<string>`${call.levelModel}`,
      question,
      override: { measured, level, reason },
      calls: sql<number>`count(*)::integer`,
    })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .innerJoin(sql`unnest(${call.levelAsked}) as asked (question)`, sql`true`)
    .leftJoin(levelOverride, eq(levelOverride.callId, call.id))
    .where(and(eq(call.state, 'closed'), isNotNull(call.level), ...countedCalls(counted)))
    .groupBy(call.levelModel, question, measured, level, reason)
    .orderBy(call.levelModel, question);
  return rows;
}
