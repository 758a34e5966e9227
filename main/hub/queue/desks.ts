import { eq, sql } from 'drizzle-orm';
import { mayEver } from '#src/access';
import { logError } from '../log-error.ts';
import type { Account } from '../operations/handler.ts';
import type { Database } from '../storage/database.ts';
import { desk } from '../storage/schema.ts';
import type { Queue } from './queue.ts';

/** RO-51: a desk says every twenty seconds that it is there; one of these may be lost, and another be late. */
const thereMs = 45_000;
/** What is younger is not written again. */
const writtenMs = 15_000;
/** A page that is loaded again is back sooner; a ring would be lost on it for longer. */
const reloadMs = 10_000;

type Parts = { readonly database: Database; readonly queue: Queue };

/** RO-51: a desk was heard of. Where it was closed, what waits may ring there. */
export async function seeDesk({ database, queue }: Parts, account: Account): Promise<void> {
  if (!mayEver(account.role, 'presence.set')) return;
  const { accountId } = account;
  const now = Date.parse(queue.ports.clock());
  const isOfDesk = eq(desk.accountId, accountId);
  const [known] = await database.db.select().from(desk).where(isOfDesk);
  const leftMs = known === undefined ? 0 : Date.parse(known.until) - now;
  if (leftMs <= 0) {
    await queue.tell({ kind: 'desk-seen', adviserId: accountId, until: now + thereMs });
  } else if (leftMs <= thereMs - writtenMs) {
    const until = new Date(now + thereMs).toISOString();
    await database.db.update(desk).set({ until }).where(isOfDesk);
  }
}

/** The pages that are open at this hub. */
export type Desks = {
  /** A page hears of changes from now on. Gives what to do once it is closed; never rejects. */
  readonly opened: (account: Account) => () => Promise<void>;
};

export function openDesks({ database, queue }: Parts): Desks {
  const pages = new Map<string, number>();
  const count = (accountId: string, more: number) => {
    const open = (pages.get(accountId) ?? 0) + more;
    if (open > 0) pages.set(accountId, open);
    else pages.delete(accountId);
    return open;
  };
  const closed = async (accountId: string) => {
    const { ports } = queue;
    const until = new Date(Date.parse(ports.clock()) + reloadMs).toISOString();
    try {
      await database.db
        .update(desk)
        .set({ until: sql`least(${desk.until}, ${until})` })
        .where(eq(desk.accountId, accountId));
      // It is to look again by then.
      await queue.turn();
    } catch (error) {
      logError(ports, error, { job: 'desks' });
    }
  };
  return {
    opened: ({ accountId }) => {
      count(accountId, 1);
      return async () => {
        if (count(accountId, -1) <= 0) await closed(accountId);
      };
    },
  };
}
