import type { Telephony } from './telephony.port.ts';

/**
 * A call taken on any telephone, beside the desk. The hub commands nothing there: it rings, is answered and hung up by hand, and
 * the adviser says so.
 */
export const manualLine: Telephony = {
  ring: async () => undefined,
  answer: async () => undefined,
  hangUp: async () => undefined,
  close: async () => undefined,
};
