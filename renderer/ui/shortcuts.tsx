import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Kbd } from './kbd.tsx';
import {
  addShortcut,
  type Combination,
  currentShortcuts,
  type Shortcut,
  watchShortcuts,
} from './shortcut-registry.ts';
import './shortcuts.css';

/** How many dialogs are around: a shortcut answers only in the dialog on top. */
export const DialogDepth = createContext(0);

/**
 * Gives a key to an action while the component is on screen, and lists it under "?".
 *
 * While somebody types, only combinations with Alt or Ctrl answer, unless `whileTyping` says more.
 */
export function useShortcut(
  combination: Combination | undefined,
  label: string,
  action: () => void,
  options: { readonly enabled?: boolean; readonly whileTyping?: boolean } = {},
): void {
  const depth = use(DialogDepth);
  const run = useEffectEvent(action);
  const enabled = options.enabled ?? true;
  const whileTyping = options.whileTyping ?? /^(Alt|Ctrl)\+/.test(combination ?? '');
  useEffect(() => {
    if (combination === undefined || !enabled) return;
    return addShortcut({ combination, label, whileTyping, depth, run: () => run() });
  }, [combination, label, enabled, whileTyping, depth]);
}

/** The keys that answer now, for the screen under the dialog that shows them. */
export function ShortcutList() {
  const { app } = useMessages();
  const shortcuts = useSyncExternalStore(watchShortcuts, currentShortcuts);
  const depth = use(DialogDepth) - 1;
  return (
    <>
      <dl className="shortcut-list">
        {latestByKey(shortcuts.filter((shortcut) => shortcut.depth === depth)).map((shortcut) => (
          <div key={shortcut.combination}>
            <dt>
              <Kbd combination={shortcut.combination} />
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{app.shortcutsHelp}</p>
    </>
  );
}

function latestByKey(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.combination, shortcut])).values()];
}
