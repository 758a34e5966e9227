import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link, useLocation } from 'wouter';
import { mayEver } from '#src/access';
import { type ChosenPresence, chosenPresences, type Presence } from '#src/routing';
import { useMessages } from '../i18n/messages.tsx';
import { useDesk, useEntity, useOpenCalls } from '../storage/desk.tsx';
import { Icon, Mark } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Screen } from './features.ts';
import './rail.css';

type RailProps = {
  readonly screens: readonly Screen[];
  readonly onPreferences: () => void;
  readonly onShortcuts: () => void;
  readonly onSignOut: () => void;
};

/** Where one can go, and who is here. */
export function Rail(props: RailProps) {
  const { app, common } = useMessages();
  return (
    <nav className="rail frame" aria-label={app.navigation}>
      <Mark />
      <span className="visually-hidden">{common.product}</span>
      <div className="rail-places">
        {props.screens.map((screen) => (
          <Place key={screen.path} screen={screen} />
        ))}
      </div>
      <AccountMenu {...props} />
    </nav>
  );
}

function Place({ screen }: { readonly screen: Screen }) {
  const messages = useMessages();
  const [location] = useLocation();
  const useCount = screen.rail?.useCount ?? noCount;
  const count = useCount();
  if (screen.rail === undefined) return null;
  const isHere = location === screen.path || location.startsWith(`${screen.path}/`);
  return (
    <Link href={screen.path} aria-current={isHere ? 'page' : undefined}>
      <Icon name={screen.rail.icon} />
      {screen.rail.label(messages)}
      {count === 0 ? null : (
        <span className="rail-count">
          {count}
          <span className="visually-hidden"> {messages.app.waiting}</span>
        </span>
      )}
    </Link>
  );
}

function noCount(): number {
  return 0;
}

/** Each answer of a call brings new calls, and changes nothing in the menu: only what it reads of them goes there. */
function AccountMenu(props: RailProps) {
  return <MenuOfAccount {...props} isOnCall={useIsOnCall()} />;
}

/** Who is here, whether they take calls, and what belongs to them. */
const MenuOfAccount = memo(function MenuOfAccount({
  onPreferences,
  onShortcuts,
  onSignOut,
  isOnCall,
}: RailProps & { readonly isOnCall: boolean }) {
  const { app } = useMessages();
  const { session, act } = useDesk();
  const { account } = session;
  const presence = useEntity('presence', account.id);
  const takesCalls = mayEver(account.role, 'presence.set');
  const current = presence?.presence ?? 'off';
  const isBusy = isOnCall || current === 'wrap-up';
  // Chosen in a call or a wrap-up, it is for afterwards.
  const chosen = (isBusy ? presence?.next : null) ?? current;
  const choices = chosenPresences.map((id) => ({
    id,
    label: isBusy ? app.presenceAfterwards[id] : app.presenceChoices[id],
    ...(id === chosen ? { icon: 'check' as const } : {}),
    run: () => {
      void act('presence.set', { presence: id });
    },
  }));
  return (
    <Menu
      label={account.name}
      placement="right bottom"
      items={[
        ...(takesCalls ? choices : []),
        {
          id: 'preferences',
          label: app.preferences,
          icon: 'settings',
          isApart: takesCalls,
          run: onPreferences,
        },
        { id: 'shortcuts', label: app.shortcutsTitle, icon: 'keyboard', run: onShortcuts },
        {
          id: 'sign-out',
          label: app.signOut,
          icon: 'sign-out',
          hint: account.name,
          run: onSignOut,
        },
      ]}
    >
      <AriaButton className="rail-account">
        <span className={`rail-who rail-who-${takesCalls ? current : 'none'}`} aria-hidden="true">
          {initials(account.name)}
        </span>
        <span className="visually-hidden">{account.name}, </span>
        {takesCalls ? (
          <PresenceWord presence={current} next={presence?.next ?? null} isOnCall={isOnCall} />
        ) : (
          firstName(account.name)
        )}
      </AriaButton>
    </Menu>
  );
});

/** What they are, and what they have chosen to be next. */
function PresenceWord(props: {
  readonly presence: Presence;
  readonly next: ChosenPresence | null;
  readonly isOnCall: boolean;
}) {
  const { app } = useMessages();
  const { presence, next, isOnCall } = props;
  return (
    <>
      {isOnCall ? app.onCall : app.presences[presence]}
      {next === null ? null : <small>{app.presenceNext[next]}</small>}
    </>
  );
}

function useIsOnCall(): boolean {
  const { account } = useDesk().session;
  const calls = useOpenCalls() ?? [];
  return calls.some(
    (call) =>
      call.state === 'live' &&
      (call.adviserId === account.id ||
        call.parties.some(
          ({ adviserId, state }) => adviserId === account.id && state === 'joined',
        )),
  );
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function initials(name: string): string {
  const letters = name.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase());
  return `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`;
}
