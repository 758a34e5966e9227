import type { DeskLeg } from '../../../telephony/softphone.port.ts';
import { useSoftphone } from '../../../telephony/softphone-context.tsx';

/** This page's end of the call; `null` where its voice is not here. */
export function useLeg(callId: string | null): DeskLeg | null {
  const softphone = useSoftphone();
  return softphone?.state.legs.find((leg) => leg.callId === callId) ?? null;
}
