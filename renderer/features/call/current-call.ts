import type { CallView } from '#src/contract';

/**
 * The call that the bar speaks of: the one on the line, else the one that rings, else the one that is open on screen.
 *
 * Of several the newest: an adviser holds one live call (CA-7), so the others are about to be refused.
 */
export function currentCall<Call extends Pick<CallView, 'id' | 'state' | 'openedAt'>>(
  calls: readonly Call[],
  openId: string | null,
): Call | null {
  const newest = calls.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  return (
    newest.find(({ state }) => state === 'live') ??
    newest.find(({ state }) => state === 'ringing') ??
    newest.find(({ id, state }) => id === openId && state === 'wrap-up') ??
    null
  );
}

/** A call that rings while another is on the line. */
export function secondCall<Call extends Pick<CallView, 'id' | 'state' | 'openedAt'>>(
  calls: readonly Call[],
  current: Call | null,
): Call | null {
  if (current?.state !== 'live') return null;
  return currentCall(
    calls.filter(({ state }) => state === 'ringing'),
    null,
  );
}

/** The call that the address names: `/appel/<id>`, `/orientation/<id>`. */
export function callIdOf(location: string): string | null {
  return /^\/(?:appel|orientation)\/([0-9a-f-]{36})$/.exec(location)?.[1] ?? null;
}
