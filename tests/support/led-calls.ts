import { v7 } from 'uuid';
import { expect } from 'vitest';
import { present } from '#src/kernel';
import { type LineRules, usualLineRules } from '#src/routing';
import type { Account } from '../../main/hub/operations/handler.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { line } from '../../main/hub/storage/schema.ts';
import type { LineEnds } from '../../main/hub/telephony/open-lines.ts';
import { carrierStandIn } from './carrier-stand-in.ts';
import { openRig } from './desk-rig.ts';

/** The number of the line, and of whoever phones it. */
const lineNumber = '+33199000140';
export const callerNumber = '+33639980140';

/** Desks with a line that a network carries, and what that network is commanded. */
export async function openLedCalls(database: Database, rules: Partial<LineRules> = {}) {
  const network = carrierStandIn();
  const told: LineEnds[] = [];
  const rig = await openRig(database, {
    sip: (ends) => {
      told.push(ends);
      return present(network.carriers.sip, 'the stand-in has it')(ends);
    },
  });
  const lineId = v7();
  await database.db.insert(line).values({
    id: lineId,
    name: 'Ligne du réseau',
    number: lineNumber,
    kind: 'sip',
    sponsorId: rig.sponsorId,
    territoryId: rig.lozere,
    scriptId: rig.script.id,
    rules: { ...usualLineRules, hours: '24/7', ...rules },
  });
  const ends = () => present(told.at(-1), 'the hub opens its lines first');
  const arrive = async () => {
    const reception = await ends().receive({ lineNumber, from: callerNumber, legId: v7() });
    if (reception.kind !== 'queued') throw new Error(`The call is ${reception.kind}.`);
    return reception.callId;
  };

  return {
    ...rig,
    lineId,
    network,
    /** A call comes in, and waits. */
    arrive,
    tell: (event: Parameters<LineEnds['tell']>[0]) => ends().tell(event),
    /** Whoever takes calls from now on. */
    available: async (...accounts: readonly Account[]) => {
      for (const account of accounts) {
        expect(await rig.act(account, 'presence.set', { presence: 'available' })).toBe('applied');
      }
    },
    /** A call that comes in, rings at the only desk that is free, and is answered there. */
    answeredBy: async (adviser: Account) => {
      expect(await rig.act(adviser, 'presence.set', { presence: 'available' })).toBe('applied');
      const callId = await arrive();
      await expect
        .poll(async () => (await rig.see(adviser, 'call', callId))?.state)
        .toBe('ringing');
      expect(await rig.act(adviser, 'call.answer', { callId, script: rig.script })).toBe('applied');
      await ends().tell({ kind: 'adviser-joined', callId, adviserId: adviser.accountId });
      expect((await rig.see(adviser, 'call', callId))?.state).toBe('live');
      network.take();
      return callId;
    },
    /** What was commanded since the last time: `hold`, then what with. */
    commanded: () => network.take().map(({ command, of }) => [command, ...of]),
  };
}

export type LedCalls = Awaited<ReturnType<typeof openLedCalls>>;
