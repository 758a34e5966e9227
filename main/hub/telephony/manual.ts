import type { Telephony } from './telephony.port.ts';

const nothing = async () => undefined;

/**
 * A call taken on any telephone, beside the desk. The hub commands nothing there: it rings, is answered and hung up by hand, and
 * the adviser says so.
 */
export const manualLine: Telephony = {
  ring: nothing,
  stopRinging: nothing,
  answer: nothing,
  callOut: nothing,
  proposeElse: nothing,
  hold: nothing,
  addParty: nothing,
  removeParty: nothing,
  letGo: nothing,
  listen: nothing,
  record: nothing,
  hangUp: nothing,
  close: nothing,
};
