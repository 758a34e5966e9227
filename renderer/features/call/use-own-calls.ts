import { useLocation } from 'wouter';
import type { CallView } from '#src/contract';
import { useDesk, useEntities, useOpenCalls } from '../../storage/desk.tsx';
import { callIdOf, currentCall, secondCall } from './current-call.ts';

/** The calls that this account holds, or that ring for it; `undefined` while the store is read. */
export function useOwnCalls(): readonly CallView[] | undefined {
  const { session } = useDesk();
  const calls = useEntities('call');
  return calls?.filter(({ adviserId }) => adviserId === session.account.id);
}

/** The call that the bar speaks of on this screen, another that rings meanwhile, and the one that is open on the screen. */
export function useCallsInHand(): {
  readonly current: CallView | null;
  readonly second: CallView | null;
  readonly open: CallView | null;
} {
  const [location] = useLocation();
  const { session } = useDesk();
  const calls = useOpenCalls() ?? [];
  const own = calls.filter(({ adviserId }) => adviserId === session.account.id);
  const openId = callIdOf(location);
  const current = currentCall(own, openId);
  const open = own.find(({ id }) => id === openId) ?? null;
  return { current, second: secondCall(own, current), open };
}
