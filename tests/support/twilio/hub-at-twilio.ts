import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { present } from '#src/kernel';
import { type LineRules, usualLineRules } from '#src/routing';
import type { Database } from '../../../main/hub/storage/database.ts';
import { call, leg, line, presence } from '../../../main/hub/storage/schema.ts';
import { clientIdentity } from '../../../main/hub/telephony/twilio/leg-label.ts';
import { addAccount, addTerritory, openTestHub, origin, testPorts } from '../hub.ts';
import { openDesks } from '../open-desks.ts';
import { ringingGateway } from './ringing-gateway.ts';
import { signed } from './signed.ts';
import { openStandIn } from './stand-in.ts';

/** Who calls, and who withholds that. */
export const caller = '+33639980101';

/** A hub whose lines are at the stand-in of Twilio, with softphones in the test's hand. The caller closes it. */
export async function openHubAtTwilio(database: Database) {
  const gateway = ringingGateway();
  const places = await addTerritory(database, 'Lozère', '48');
  const running: { hub: Awaited<ReturnType<typeof openTestHub>> | null } = { hub: null };
  const deliver = (request: Request) =>
    present(running.hub, 'Twilio reaches no hub that is stopped').fetch(request);
  const standIn = await openStandIn({ publicUrl: origin, gateway, deliver });
  const start = async () => {
    running.hub = await openTestHub(database, { config: { twilioVoice: standIn.voice } });
  };
  const stop = async () => {
    const { hub } = running;
    running.hub = null;
    await hub?.close();
  };
  await start();
  let numbers = 0;

  return {
    standIn,
    gateway,
    territoryId: places,
    hub: () => present(running.hub, 'it runs'),
    start,
    stop,
    /** Another line, open at any hour; gives its number. */
    addLine: async (rules: Partial<LineRules> = {}) => {
      numbers += 1;
      const number = `+3319900${String(9000 + numbers)}`;
      const [other] = await database.db.select().from(line);
      const { sponsorId, scriptId } = present(other, 'a territory has its lines');
      await database.db.insert(line).values({
        ...{ id: v7(), name: `Ligne ${numbers}`, number, kind: 'twilio' as const },
        ...{ sponsorId, scriptId, territoryId: places },
        rules: { ...usualLineRules, hours: '24/7', ...rules },
      });
      return number;
    },
    /** An adviser at their desk, who waits for calls; whoever did before goes. */
    addAdviser: async () => {
      await database.db.update(presence).set({ presence: 'off' });
      const account = await addAccount(database, 'adviser', { territoryIds: [places] });
      const { id } = account;
      const now = testPorts.clock();
      await database.db
        .insert(presence)
        .values({ userId: id, presence: 'available', since: now, idleSince: now });
      await openDesks(database.db, [id]);
      return { id, account, identity: clientIdentity(id) };
    },
    /** Sends a webhook, signed as Twilio signs; `signature` puts another in its place. */
    tell: (path: string, words: Readonly<Record<string, string>>, over: Over = {}) =>
      deliver(signed(origin + path, words, over)),
    /** The call of a caller's end. */
    callOf: async (legId: string) => {
      const [found] = await database.db
        .select({ call })
        .from(leg)
        .innerJoin(call, eq(call.id, leg.callId))
        .where(eq(leg.id, legId));
      return found?.call ?? null;
    },
    /** A caller's end, as it is written down. */
    endOf: async (legId: string) => {
      const [found] = await database.db.select().from(leg).where(eq(leg.id, legId));
      return found ?? null;
    },
    close: async () => {
      await standIn.settled();
      await standIn.close();
      await stop();
    },
  };
}
type Over = Parameters<typeof signed>[2];
export type HubAtTwilio = Awaited<ReturnType<typeof openHubAtTwilio>>;
