import { eq, ne } from 'drizzle-orm';
import { v7 } from 'uuid';
import { err, ok, present } from '#src/kernel';
import { usualLineRules } from '#src/routing';
import { createApp } from '../../../main/hub/http/app.ts';
import { openJournal } from '../../../main/hub/operations/journal.ts';
import { applyLineEvent } from '../../../main/hub/queue/apply-line-event.ts';
import { receiveCall } from '../../../main/hub/queue/receive-call.ts';
import type { Services } from '../../../main/hub/services.ts';
import type { Database } from '../../../main/hub/storage/database.ts';
import { line, presence, user } from '../../../main/hub/storage/schema.ts';
import { manualLine } from '../../../main/hub/telephony/manual.ts';
import { openLines } from '../../../main/hub/telephony/open-lines.ts';
import { callDirectory } from '../../../main/hub/telephony/twilio/call-directory.ts';
import type { FetchedLeg } from '../../../main/hub/telephony/twilio/fetch-leg.port.ts';
import type { TwilioWebhooks } from '../../../main/hub/telephony/twilio/open-twilio.ts';
import { addAccount, addTerritory, origin, testPorts } from '../hub.ts';
import { openDesks } from '../open-desks.ts';
import { testVoice } from '../twilio-account.ts';
import { newCallSid } from './call-stories.ts';

/** Where a call rang. */
export type Rung = { readonly adviserId: string; readonly legId: string };

/**
 * The hub's queue, webhooks and tables with nothing of Twilio's behind them: a ring is written down, what happens is told by the test, and
 * what Twilio would answer is what the test put in `truth`. The caller closes it.
 */
export async function openToldHub(database: Database, advisers: number) {
  const journal = await openJournal(database);
  const truth = new Map<string, FetchedLeg>();
  const rings: { of: (callId: string, rung: Rung) => void } = { of: () => undefined };
  const directory = callDirectory(database, testPorts);
  const network = {
    ...manualLine,
    ring: async ({
      callId,
      adviserId,
    }: {
      readonly callId: string;
      readonly adviserId: string;
    }) => {
      const rung = { adviserId, legId: newCallSid() };
      await directory.opened(rung.legId, callId, { role: 'adviser', accountId: adviserId });
      rings.of(callId, rung);
    },
  };
  const lines = await openLines({
    ...{ database, journal, ports: testPorts, personas: new Map() },
    carriers: { twilio: () => network },
  });
  const { queue } = lines;
  const twilio: TwilioWebhooks = {
    ...{ database, ports: testPorts, publicUrl: origin, authToken: testVoice.authToken },
    fetchLeg: async (legId) => {
      const found = truth.get(legId);
      return found === undefined ? err('unknown-leg') : ok(found);
    },
    tell: (event) => applyLineEvent(queue, event),
    receive: (arriving) => receiveCall(queue, arriving),
    close: async () => undefined,
  };
  const config = { publicUrl: origin, desk: null };
  // Of everything that a hub has, webhooks use this alone.
  const services = { database, config, ports: testPorts, queue, twilio };
  const app = createApp(services as unknown as Services);
  const territoryId = await addTerritory(database, 'Lozère', '48');
  for (let made = 0; made < advisers; made += 1) {
    await addAccount(database, 'adviser', { territoryIds: [territoryId] });
  }
  const { sponsorId, scriptId } = present(
    (await database.db.select().from(line))[0],
    'a territory has its lines',
  );

  return {
    twilio,
    truth,
    fetch: async (request: Request) => app.fetch(request),
    /** Hears where calls ring from now on. */
    onRing: (heard: typeof rings.of) => {
      rings.of = heard;
    },
    /** Another line, which rings long. */
    addLine: async (number: string, skills: readonly string[] = []) => {
      const rules = { ...usualLineRules, hours: '24/7', mostWaiting: 500, offerS: 120, skills };
      await database.db.insert(line).values({
        ...{ id: v7(), name: number, number, kind: 'twilio' as const },
        ...{ sponsorId, scriptId, territoryId, rules },
      });
    },
    /** Every adviser is at their desk again, and free. */
    freeAdvisers: async () => {
      const now = testPorts.clock();
      const free = { presence: 'available', since: now, idleSince: now, until: null } as const;
      const accounts = await database.db
        .select({ id: user.id })
        .from(user)
        .where(eq(user.role, 'adviser'));
      await database.db.delete(presence).where(ne(presence.userId, ''));
      await database.db
        .insert(presence)
        .values(accounts.map(({ id }) => ({ userId: id, ...free })));
      await openDesks(
        database.db,
        accounts.map(({ id }) => id),
      );
    },
    close: async () => {
      await lines.close();
      await journal.close();
    },
  };
}
export type ToldHub = Awaited<ReturnType<typeof openToldHub>>;
