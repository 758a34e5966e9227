import { and, gte, inArray, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import {
  type EndedWait,
  type LineRules,
  type ServiceLevel,
  serviceLevel,
  type WaitEnd,
} from '#src/routing';
import type { Transaction } from './database.ts';
import { call } from './schema.ts';

type Line = { readonly id: string; readonly rules: Pick<LineRules, 'answerWithinS'> };

/**
 * RO-74: how well each line answered since midnight in Paris, by its id. Calls that were turned away do not count: the line was
 * closed, or told them so.
 */
export async function readServiceLevels(
  tx: Transaction,
  lines: readonly Line[],
  now: string,
): Promise<ReadonlyMap<string, ServiceLevel>> {
  const midnight = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Paris').startOfDay();
  const ids = lines.map(({ id }) => id);
  const rows = await tx
    .select({
      lineId: call.lineId,
      openedAt: call.openedAt,
      answeredAt: call.answeredAt,
      askedBackAt: call.askedBackAt,
      endedAt: call.endedAt,
    })
    .from(call)
    .where(
      and(
        inArray(call.lineId, ids),
        gte(call.openedAt, midnight.toInstant().toString()),
        isNull(call.turnedAway),
      ),
    );
  const byLine = Map.groupBy(rows, ({ lineId }) => lineId);
  return new Map(
    lines.map(({ id, rules }) => [
      id,
      serviceLevel((byLine.get(id) ?? []).flatMap(endedWait), rules.answerWithinS),
    ]),
  );
}

type Wait = Pick<typeof call.$inferSelect, 'openedAt' | 'answeredAt' | 'askedBackAt' | 'endedAt'>;

/** Nothing while it waits. Somebody who asked to be called back waits no more, whenever they then are. */
function endedWait({ openedAt, answeredAt, askedBackAt, endedAt }: Wait): readonly EndedWait[] {
  const ended = (end: WaitEnd, at: string) => [
    { end, waitedS: (Date.parse(at) - Date.parse(openedAt)) / 1000 },
  ];
  if (askedBackAt !== null) return ended('call-back', askedBackAt);
  if (answeredAt !== null) return ended('answered', answeredAt);
  return endedAt === null ? [] : ended('abandoned', endedAt);
}
