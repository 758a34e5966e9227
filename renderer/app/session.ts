import { type SessionView, type SetupView, sessionView, setupView } from '#src/contract';
import { type ApiFailure, request } from '../storage/api.ts';
import { readStored } from '../storage/stored.ts';

/** What the application finds when it starts. */
export type Start =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable'; readonly failure: ApiFailure }
  | { readonly state: 'setup'; readonly setup: SetupView }
  | { readonly state: 'sign-in'; readonly setup: SetupView }
  | { readonly state: 'desk'; readonly session: SessionView };

const storageKey = 'aiguillage.session';

/** Asks the hub who is here; without the hub, the last session of this machine goes on offline. */
export async function findStart(): Promise<Start> {
  const session = await request('/api/session', sessionView);
  if (session.ok) return { state: 'desk', session: kept(session.value) };
  if (session.error.code === 'unreachable') {
    const last = lastSession();
    if (last !== null) return { state: 'desk', session: last };
  }
  const setup = await request('/api/setup', setupView);
  if (!setup.ok) return { state: 'unreachable', failure: setup.error };
  const isReady = setup.value.state === 'ready';
  return { state: isReady ? 'sign-in' : 'setup', setup: setup.value };
}

/** Nobody is signed in on this machine any more. */
export function forgetSession(): void {
  localStorage.removeItem(storageKey);
}

/** Whether the browser's session is still this account's: a desk never sends for somebody else. */
export async function isStillSession(accountId: string): Promise<boolean> {
  return (await readSessionOf(accountId)) !== null;
}

/** The account's session as it is now; `null` where the hub does not say, or somebody else is signed in. */
export async function readSessionOf(accountId: string): Promise<SessionView | null> {
  const session = await request('/api/session', sessionView);
  return session.ok && session.value.account.id === accountId ? kept(session.value) : null;
}

/** What goes on offline, should the hub be away when the desk is opened next. */
function kept(session: SessionView): SessionView {
  localStorage.setItem(storageKey, JSON.stringify(session));
  return session;
}

/** Tells when another tab of the browser signs out, or signs somebody else in. */
export function whenSessionChanges(accountId: string, changed: () => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key !== null && key !== storageKey) return;
    if (lastSession()?.account.id !== accountId) changed();
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

function lastSession(): SessionView | null {
  return readStored(storageKey, sessionView);
}
