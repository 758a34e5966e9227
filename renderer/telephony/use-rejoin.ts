import { useEffect } from 'react';
import { isOnNetwork } from '#src/routing';
import { command } from '../storage/api.ts';
import { useDesk, useOpenCalls } from '../storage/desk.tsx';
import type { Softphone, SoftphoneState } from './softphone.port.ts';

/** The hub may hear of the loss later than this page: it is asked this often, until it is too late (RO-46). */
const asks = { everyMs: 2_000, atMost: 12 };

/** SO-13: an adviser's call that lost this page's end of it, by a reload or a long absence of the network, comes back here. */
export function useRejoin(softphone: Softphone | null, state: SoftphoneState): void {
  const callId = useOwnLiveCall();
  const leg = state.legs.find((one) => one.callId === callId);
  const isLost = callId !== null && leg === undefined && state.registration === 'registered';
  useEffect(() => (isLost && callId !== null ? askToRing(callId) : undefined), [isLost, callId]);

  const rings = leg?.state === 'ringing';
  useEffect(() => {
    // A page that nobody has touched since it was loaded may not sound: there the adviser presses.
    if (rings && callId !== null && navigator.userActivation.hasBeenActive) {
      void softphone?.answer(callId);
    }
  }, [rings, callId, softphone]);
}

/** The call that the adviser speaks in by a network, as the hub says; `null`: none. */
function useOwnLiveCall(): string | null {
  const { account, lines } = useDesk().session;
  const own = useOpenCalls()?.find(
    ({ state, adviserId, lineId }) =>
      state === 'live' &&
      adviserId === account.id &&
      lines.some((line) => line.id === lineId && isOnNetwork(line.kind)),
  );
  return own?.id ?? null;
}

/** Until the hub rings. Gives the way to stop. */
function askToRing(callId: string): () => void {
  let asked = 0;
  const timer = setInterval(() => void ask(), asks.everyMs);
  const ask = async () => {
    asked += 1;
    const answer = await command(`/api/telephony/calls/${callId}/rejoin`);
    if (answer.ok || asked >= asks.atMost) clearInterval(timer);
  };
  return () => clearInterval(timer);
}
