import type { CallView } from '#src/contract';
import type { DeskLeg } from '../../../telephony/softphone.port.ts';

export type BarState = 'ringing' | 'joining' | 'live' | 'held' | 'reconnecting' | 'lost' | 'over';

type Known = Pick<CallView, 'state' | 'heldSince' | 'endedBy'>;

/** What the bar says of a call, and so its look. A call that the caller ended is not one that the adviser ended. */
export function barState(call: Known, leg: Pick<DeskLeg, 'state'> | null): BarState {
  switch (call.state) {
    case 'ringing':
      return leg?.state === 'connecting' || leg?.state === 'open' ? 'joining' : 'ringing';
    case 'live':
      if (leg?.state === 'reconnecting') return 'reconnecting';
      return call.heldSince === null ? 'live' : 'held';
    default:
      return call.endedBy === 'caller' ? 'lost' : 'over';
  }
}
