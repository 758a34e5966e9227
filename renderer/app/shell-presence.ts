import { useEffect, useEffectEvent } from 'react';
import { mayEver } from '#src/access';
import { type ChosenPresence, chosenPresences } from '#src/routing';
import { desktopShell } from '../desktop/shell.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useDesk, useEntity } from '../storage/desk.tsx';

/** Tells the shell whether calls ring here: it keeps the machine awake, and shows and changes it beside the clock. */
export function useShellPresence(): void {
  const { app, desktop } = useMessages();
  const { session, act } = useDesk();
  const { account } = session;
  const takesCalls = mayEver(account.role, 'presence.set');
  const { presence = 'off', next = null } = useEntity('presence', account.id) ?? {};
  const chosen = next ?? presence;
  const isAwake = takesCalls && (presence === 'available' || presence === 'wrap-up');
  const choose = useEffectEvent((choice: ChosenPresence) => {
    void act('presence.set', { presence: choice });
  });

  useEffect(() => {
    void desktopShell()?.setPresence({ available: isAwake });
  }, [isAwake]);
  useEffect(() => {
    if (!takesCalls) return;
    const choices = chosenPresences.map((id) => ({
      presence: id,
      label: app.presenceChoices[id],
      isChosen: id === chosen,
    }));
    const { open, quit } = desktop;
    void desktopShell()?.setTray({ menu: { says: app.presences[presence], choices, open, quit } });
  }, [takesCalls, presence, chosen, app, desktop]);
  useEffect(() => {
    const shell = desktopShell();
    const stop = shell?.watch((event) => {
      if (event.kind === 'presence-chosen') choose(event.presence);
    });
    return () => {
      stop?.();
      void shell?.setTray({ menu: null });
      void shell?.setPresence({ available: false });
    };
  }, []);
}
