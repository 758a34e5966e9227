import { type Action, can } from '#src/access';
import { type StatisticsView, statisticsQuery, statisticsView } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { progressOf, tally } from '#src/statistics';
import { readInstallation } from '../auth/installation.ts';
import type { Account } from '../operations/handler.ts';
import { countWalkIns } from '../operations/visits.ts';
import type { Services } from '../services.ts';
import type { Transaction } from '../storage/database.ts';
import { countProgress } from '../storage/level-points.ts';
import { type CountedCalls, countCalls } from '../storage/statistics-store.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readQuery } from './respond.ts';

/** GET /api/statistics: of one territory, or of all that the account may count. */
export const statistics =
  ({ database, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const asked = readCounted(c, account, 'statistics.read');
    if (!asked.ok) return asked.error;
    const { from, to } = asked.value;
    const view = await database.transaction(async (tx): Promise<StatisticsView> => {
      const counted = await counting(tx, asked.value);
      const computedAt = ports.clock();
      const figures = tally(await countCalls(tx, counted, computedAt));
      return {
        from,
        to,
        demonstration: counted.withTraining,
        computedAt,
        ...figures,
        byService: [...figures.byService],
        walkIns: await countWalkIns(tx, counted),
        progress: progressOf(await countProgress(tx, counted)),
      };
    });
    return c.json(statisticsView.parse(view));
  };

type AskedCalls = Omit<CountedCalls, 'withTraining'>;

/** Which calls the request is about, if the account may do `action` to them; else the answer to give. */
export function readCounted(
  c: HubContext,
  account: Account,
  action: Action,
): Result<AskedCalls, Response> {
  const query = readQuery(c, statisticsQuery);
  if (!query.ok) return query;
  const { from, to, territory } = query.value;
  if (to < from) return err(problem(c, 'invalid-request', 'to'));
  if (territory === undefined) return ok({ from, to, territories: account.territories });
  if (!can(account, action, { territoryId: territory })) return err(problem(c, 'forbidden'));
  return ok({ from, to, territories: [territory] });
}

/** ST-5: a demonstration counts the calls of its training line. */
export async function counting(tx: Transaction, asked: AskedCalls): Promise<CountedCalls> {
  const { kind } = await readInstallation(tx);
  return { ...asked, withTraining: kind === 'demonstration' };
}
