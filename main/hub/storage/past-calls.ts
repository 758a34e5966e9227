import { and, asc, desc, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import { answerValue } from '#src/contract';
import type { LoggedAnswer } from '#src/script';
import type { Queries } from './database.ts';
import { answer, call, line, scriptVersion } from './schema.ts';

/** Which calls are looked at. */
export type PastCalls = {
  readonly scriptId: string;
  /** Closed since then. */
  readonly since: string;
  readonly territories: readonly string[] | 'all';
  /** Training calls are looked at in a demonstration only. */
  readonly withTraining: boolean;
  readonly most: number;
};

/** A closed call, without anybody's name. */
export type PastCall = {
  readonly scriptHash: string;
  readonly closedAt: string;
  readonly answers: readonly LoggedAnswer[];
};

/** The newest closed calls that carried a request and ran a version of the script. */
export async function readPastCalls(
  queries: Queries,
  { scriptId, since, territories, withTraining, most }: PastCalls,
): Promise<readonly PastCall[]> {
  const rows = await queries
    .select({ id: call.id, scriptHash: scriptVersion.hash, closedAt: call.closedAt })
    .from(call)
    .innerJoin(scriptVersion, eq(scriptVersion.hash, call.scriptHash))
    .innerJoin(line, eq(line.id, call.lineId))
    .where(
      and(
        eq(scriptVersion.id, scriptId),
        eq(call.state, 'closed'),
        isNull(call.noRequest),
        gte(call.closedAt, since),
        ...(territories === 'all' ? [] : [inArray(call.territoryId, [...territories])]),
        ...(withTraining ? [] : [ne(line.kind, 'training')]),
      ),
    )
    .orderBy(desc(call.closedAt))
    .limit(most);
  const answers = await readAnswersOf(
    queries,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, scriptHash, closedAt }) =>
    closedAt === null ? [] : [{ scriptHash, closedAt, answers: answers.get(id) ?? [] }],
  );
}

async function readAnswersOf(
  queries: Queries,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LoggedAnswer[]>> {
  const rows = await queries
    .select({
      callId: answer.callId,
      question: answer.question,
      value: answer.value,
      at: answer.at,
    })
    .from(answer)
    .where(inArray(answer.callId, [...callIds]))
    .orderBy(asc(answer.position));
  const read = rows.map(({ callId, value, ...rest }) => ({
    callId,
    answer: { ...rest, value: answerValue.parse(value) },
  }));
  const byCall = Map.groupBy(read, ({ callId }) => callId);
  return new Map(
    [...byCall].map(([callId, ofCall]) => [callId, ofCall.map((each) => each.answer)]),
  );
}
