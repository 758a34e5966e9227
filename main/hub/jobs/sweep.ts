import { and, asc, eq, lte, or } from 'drizzle-orm';
import { graceEnd, type SendingParts } from '../notifications/send-message.ts';
import { sweepReferrals } from '../operations/sweep-referrals.ts';
import { endExpiredOffers } from '../operations/wait-offers.ts';
import { message } from '../storage/schema.ts';

/** What is left goes with the next minute. */
const messagesASweep = 500;

/** ME-31: each minute: reminds venues, takes back what nobody answered, passes on what was offered in vain, and gives the messages whose time has come. */
export async function sweep(parts: SendingParts): Promise<readonly string[]> {
  const { journal, ports } = parts;
  const now = ports.clock();
  return journal.write(now, async (tx) => {
    const swept = await sweepReferrals(tx, now);
    const changed = [...swept, ...(await endExpiredOffers({ tx, now }))];
    const due = await tx
      .select({ id: message.id, state: message.state, stateAt: message.stateAt })
      .from(message)
      .where(
        or(
          and(eq(message.state, 'planned'), lte(message.dueAt, now)),
          eq(message.state, 'sending'),
        ),
      )
      .orderBy(asc(message.dueAt))
      .limit(messagesASweep);
    const left = due.filter(
      (row) => row.state === 'planned' || graceEnd(parts, row) <= Date.parse(now),
    );
    return { value: left.map(({ id }) => id), changed };
  });
}
