import { colleagueList } from '#src/contract';
import { readColleagues } from '../operations/colleagues.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from './doors.ts';
import type { HubContext } from './respond.ts';

/** GET /api/colleagues */
export const colleagues =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const known = await services.database.transaction((tx) => readColleagues(tx, account));
    return c.json(colleagueList.parse({ colleagues: known }));
  };
