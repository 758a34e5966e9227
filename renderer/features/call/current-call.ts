import { useLocation } from 'wouter';
import type { CallView } from '#src/contract';
import { useDesk, useEntities } from '../../storage/desk.tsx';

/** The calls that this account holds, or that ring for it; `undefined` while the store is read. */
export function useOwnCalls(): readonly CallView[] | undefined {
  const { session } = useDesk();
  const calls = useEntities('call');
  return calls?.filter(({ adviserId }) => adviserId === session.account.id);
}

/**
 * The call that the bar speaks of: the one that rings, else the one on the line, else the one that is open on screen.
 *
 * Of several the newest: an adviser holds one live call (CA-7), so the others are about to be refused.
 */
export function currentCall(calls: readonly CallView[], openId: string | null): CallView | null {
  const newest = calls.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  return (
    newest.find(({ state }) => state === 'ringing') ??
    newest.find(({ state }) => state === 'live') ??
    newest.find(({ id, state }) => id === openId && state === 'wrap-up') ??
    null
  );
}

/** The call that the address names: `/appel/<id>`, `/orientation/<id>`. */
export function callIdOf(location: string): string | null {
  return /^\/(?:appel|orientation)\/([0-9a-f-]{36})$/.exec(location)?.[1] ?? null;
}

export function useCurrentCall(): CallView | null {
  const [location] = useLocation();
  return currentCall(useOwnCalls() ?? [], callIdOf(location));
}
