import { Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { mayEver } from '#src/access';
import type { SessionView } from '#src/contract';
import { useTakeNumbers } from '../desktop/clicked-number.ts';
import { useMessages } from '../i18n/messages.tsx';
import { outlines } from '../map/outlines.ts';
import { searchSets } from '../search/protocol.ts';
import { useSearchSets } from '../search/search-provider.tsx';
import { useDesk, useEntity } from '../storage/desk.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ShortcutList, useShortcut } from '../ui/shortcuts.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { callBars, type Screen, screens } from './features.ts';
import { FootLine } from './foot-line.tsx';
import { loadAhead } from './on-demand.ts';
import { PreferencesDialog } from './preferences-dialog.tsx';
import { Rail } from './rail.tsx';
import { RefusalNotices } from './refusal-notices.tsx';
import { readSessionOf, whenSessionChanges } from './session.ts';
import { useShellPresence } from './shell-presence.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import './desk-shell.css';

type OpenDialog = 'shortcuts' | 'preferences' | 'sign-out' | null;

/** The frame of every screen: rail, call bar, work, and what is safe at the foot. */
export function DeskShell(props: {
  readonly onSignedOut: () => void;
  readonly onSession: (session: SessionView) => void;
}) {
  const { app } = useMessages();
  const { session } = useDesk();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [location, navigate] = useLocation();
  const work = useFocusOnArrival(location);
  const { role } = session.account;
  const open = useMemo(() => screens.filter(({ action }) => mayEver(role, action)), [role]);
  useWorkAhead(open);
  useNewSession(props.onSession);
  useShellPresence();
  useTakeNumbers(() => navigate('/appel'));
  useShortcut('?', app.shortcutList, () => setDialog('shortcuts'));
  const close = () => setDialog(null);
  useEffect(
    () => whenSessionChanges(session.account.id, () => window.location.reload()),
    [session.account.id],
  );
  return (
    <div className="desk">
      <a className="skip" href="#content">
        {app.skip}
      </a>
      <Rail
        screens={open}
        onPreferences={() => setDialog('preferences')}
        onShortcuts={() => setDialog('shortcuts')}
        onSignOut={() => setDialog('sign-out')}
      />
      {callBars.map((CallBar) => (
        <CallBar key={CallBar.name} />
      ))}
      <main className="work" id="content" tabIndex={-1} ref={work}>
        <ErrorBoundary key={location}>
          <Suspense fallback={<LoadingState />}>
            <Screens screens={open} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <RefusalNotices />
      <FootLine onShortcuts={() => setDialog('shortcuts')} />
      <Announcer />
      {dialog === 'preferences' ? <PreferencesDialog onClose={close} /> : null}
      {dialog === 'sign-out' ? (
        <SignOutDialog onClose={close} onSignedOut={props.onSignedOut} />
      ) : null}
      {dialog === 'shortcuts' ? (
        <Dialog title={app.shortcutsTitle} onClose={close} width="wide">
          <ShortcutList />
        </Dialog>
      ) : null}
    </div>
  );
}

/** Reads the session again once the hub tells that it changed: a line may run another script. */
function useNewSession(onSession: (session: SessionView) => void): void {
  const accountId = useDesk().session.account.id;
  const told = useEntity('reference', '/api/session');
  const version = told === undefined ? undefined : (told?.version ?? null);
  const seen = useRef(version);
  const tell = useEffectEvent(onSession);
  useEffect(() => {
    const before = seen.current;
    seen.current = version;
    if (before === undefined || version === undefined || before === version) return;
    void readSessionOf(accountId).then((session) => {
      if (session !== null) tell(session);
    });
  }, [accountId, version]);
}

/** Moves the focus into each new screen, unless the screen has placed it already. */
function useFocusOnArrival(location: string) {
  const work = useRef<HTMLElement>(null);
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    if (work.current?.contains(document.activeElement) === false) {
      work.current.focus({ preventScroll: true });
    }
  }, [location]);
  return work;
}

const none = [] as const;

/** Brings in, once the first screen is there, what must not wait for a network that has gone: screens, venues, the map. */
function useWorkAhead(open: readonly Screen[]): void {
  const { session, database } = useDesk();
  const refers = mayEver(session.account.role, 'referral.send');
  useSearchSets(refers ? searchSets : none);
  useEffect(() => {
    const load = async () => {
      await loadAhead(open);
      if (!refers) return;
      await outlines.load(database);
    };
    void load();
  }, [open, refers, database]);
}

function Screens(props: { readonly screens: readonly Screen[] }) {
  const { app } = useMessages();
  const home = props.screens.find(({ rail }) => rail !== undefined);
  return (
    <Switch>
      {props.screens.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route path="/">
        {home === undefined ? (
          <EmptyState isPage title={app.noFeature} />
        ) : (
          <Redirect to={home.path} replace />
        )}
      </Route>
      <Route>
        <EmptyState isPage title={app.nowhere.title}>
          {app.nowhere.body}
        </EmptyState>
      </Route>
    </Switch>
  );
}
