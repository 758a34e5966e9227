import type { LineCarriers } from '../../main/hub/telephony/open-lines.ts';
import type { Telephony } from '../../main/hub/telephony/telephony.port.ts';

/** What a hub asked of its line. */
export type Asked = { readonly command: keyof Telephony; readonly of: readonly unknown[] };

/**
 * A network that carries calls whichever hub commands it: it does nothing by itself, writes down what it is asked, and goes on where a
 * hub stops.
 */
export function carrierStandIn(onAsked: (asked: Asked) => void = () => undefined) {
  const asked: Asked[] = [];
  let failing: keyof Telephony | null = null;
  const command =
    (name: keyof Telephony) =>
    async (...of: readonly unknown[]) => {
      asked.push({ command: name, of });
      onAsked({ command: name, of });
      if (name === failing) throw new Error('The network does not answer.');
    };
  const line: Telephony = {
    ring: command('ring'),
    stopRinging: command('stopRinging'),
    answer: command('answer'),
    callOut: command('callOut'),
    proposeElse: command('proposeElse'),
    hold: command('hold'),
    addParty: command('addParty'),
    removeParty: command('removeParty'),
    letGo: command('letGo'),
    listen: command('listen'),
    record: command('record'),
    hangUp: command('hangUp'),
    close: async () => undefined,
  };
  const carriers: LineCarriers = { sip: () => line };
  return {
    carriers,
    /** Everything asked since the last time. */
    take: (): readonly Asked[] => asked.splice(0),
    /** The network refuses this command from now on. */
    fail: (name: keyof Telephony | null) => {
      failing = name;
    },
  };
}
