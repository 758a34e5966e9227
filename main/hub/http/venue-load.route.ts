import { Temporal } from 'temporal-polyfill';
import { venueLoad } from '#src/contract';
import { readInstallation } from '../auth/installation.ts';
import type { Services } from '../services.ts';
import { countReferrals } from '../storage/statistics-store.ts';
import type { HubContext } from './respond.ts';

const countedDays = 14;

/** GET /api/venues/load: how much each venue was asked of late; a figure a venue, and nothing else. */
export const venueLoads =
  ({ database, ports }: Services) =>
  async (c: HubContext) => {
    const since = Temporal.Instant.from(ports.clock()).subtract({ hours: 24 * countedDays });
    const venues = await database.transaction(async (tx) => {
      const { kind } = await readInstallation(tx);
      const withTraining = kind === 'demonstration';
      return countReferrals(tx, { since: since.toString(), withTraining });
    });
    return c.json(venueLoad.parse({ venues }));
  };
