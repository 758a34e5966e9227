import type { LineKind } from '#src/routing';
import type { Softphone } from './softphone.port.ts';

/** Gives a softphone that opens nothing, and takes no call, before `register`. */
export type MakeSoftphone = () => Softphone;

/** The softphone of each kind of line that has one; its files come with the first desk that needs them. */
export const adapters: { readonly [Kind in LineKind]?: () => Promise<MakeSoftphone> } = {
  sip: async () => (await import('./jssip.ts')).makeSipSoftphone,
  twilio: async () => (await import('./twilio.ts')).makeTwilioSoftphone,
};
