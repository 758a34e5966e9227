import { type OverrideRatesView, overrideRatesView } from '#src/contract';
import { overrideRates } from '#src/statistics';
import type { Services } from '../services.ts';
import { countOverrides } from '../storage/override-store.ts';
import type { SignedIn } from './doors.ts';
import type { HubContext } from './respond.ts';
import { counting, readCounted } from './statistics.route.ts';

/** GET /api/statistics/overrides: of the same calls as the figures, for who looks after the questions. */
export const overrides =
  ({ database, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const asked = readCounted(c, account, 'override-rate.read');
    if (!asked.ok) return asked.error;
    const { from, to } = asked.value;
    const view = await database.transaction(async (tx): Promise<OverrideRatesView> => {
      const counted = await counting(tx, asked.value);
      const rates = overrideRates(await countOverrides(tx, counted));
      return {
        from,
        to,
        demonstration: counted.withTraining,
        computedAt: ports.clock(),
        questions: rates.map((rate) => ({ ...rate, reasons: [...rate.reasons] })),
      };
    });
    return c.json(overrideRatesView.parse(view));
  };
