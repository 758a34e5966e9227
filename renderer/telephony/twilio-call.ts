import type { Call } from '@twilio/voice-sdk';
import type { DeskLeg } from './softphone.port.ts';
import { readWarnings } from './twilio-warnings.ts';

/** Tells of a leg in the desk's words, from its ring to its end; the SDK says the end in several ways. */
export function followCall(
  call: Call,
  tell: {
    readonly change: (part: Partial<Omit<DeskLeg, 'callId'>>) => void;
    readonly gone: () => void;
  },
): void {
  const raised = new Set<string>();
  let wasOpen = false;
  call.on('accept', () => {
    wasOpen = true;
    tell.change({ state: 'open' });
  });
  call.on('reconnecting', () => {
    // What only rang when the network went cannot be answered any more: it rings again if it is still for this desk.
    if (wasOpen) tell.change({ state: 'reconnecting' });
    else tell.gone();
  });
  call.on('reconnected', () => tell.change({ state: 'open' }));
  call.on('mute', (isMuted: boolean) => tell.change({ isMuted }));
  call.on('warning', (warning: string) => {
    raised.add(warning);
    tell.change({ warnings: readWarnings(raised) });
  });
  call.on('warning-cleared', (warning: string) => {
    raised.delete(warning);
    tell.change({ warnings: readWarnings(raised) });
  });
  for (const end of ['cancel', 'disconnect', 'reject']) call.on(end, tell.gone);
  call.on('error', () => {
    if (call.status() === 'closed') tell.gone();
  });
}
