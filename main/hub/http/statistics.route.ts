import { can } from '#src/access';
import { type StatisticsView, statisticsQuery, statisticsView } from '#src/contract';
import { tally } from '#src/statistics';
import { readInstallation } from '../auth/installation.ts';
import type { Services } from '../services.ts';
import { countCalls } from '../storage/statistics-store.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readQuery } from './respond.ts';

/** GET /api/statistics: of one territory, or of all that the account may count. */
export const statistics =
  ({ database, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const query = readQuery(c, statisticsQuery);
    if (!query.ok) return query.error;
    const { from, to, territory } = query.value;
    if (to < from) return problem(c, 'invalid-request', 'to');
    const isOne = territory !== undefined;
    if (isOne && !can(account, 'statistics.read', { territoryId: territory })) {
      return problem(c, 'forbidden');
    }
    const view = await database.transaction(async (tx): Promise<StatisticsView> => {
      const { kind } = await readInstallation(tx);
      const isDemonstration = kind === 'demonstration';
      const territories = isOne ? [territory] : account.territories;
      const rows = await countCalls(tx, { from, to, territories, withTraining: isDemonstration });
      const figures = tally(rows);
      return {
        from,
        to,
        demonstration: isDemonstration,
        computedAt: ports.clock(),
        ...figures,
        byService: [...figures.byService],
      };
    });
    return c.json(statisticsView.parse(view));
  };
